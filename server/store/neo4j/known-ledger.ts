import type { Entity } from '../../../graph-schema/claim.ts';
import type { Drawing } from '../../../graph-schema/graph.ts';
import { createCopyIndex } from '../../draw/copy-index.ts';
import type { ArticleFacts, Ledger, PlacedClaim, Said } from '../../draw/ledger.ts';
import { namedBy } from '../../draw/memory-ledger.ts';
import type { Patch } from '../../draw/redraw.ts';
import type { Tally } from '../../draw/tally.ts';
import { byPlace } from '../../record/put-plan.ts';

/** One kind of question, with the answers that are known and those that are asked for. */
export interface Shelf<T> {
  readonly known: Map<string, T>;
  readonly asked: Set<string>;
}

/** Claims under the keys of one kind. */
export type ClaimShelf = Shelf<Map<string, PlacedClaim>> & {
  /** The keys under which a claim stands. */
  readonly keysOf: (claim: PlacedClaim) => readonly string[];
};

const shelf = <T>(): Shelf<T> => ({ known: new Map(), asked: new Set() });

const claimShelf = (keysOf: ClaimShelf['keysOf']): ClaimShelf => ({ ...shelf(), keysOf });

/** The part of a database's ledger that has been fetched, kept in step with what is written. */
export interface KnownLedger {
  readonly ledger: Ledger;
  readonly said: Shelf<readonly Entity[] | undefined>;
  readonly facts: Shelf<ArticleFacts | undefined>;
  readonly tallies: Shelf<Tally | undefined>;
  readonly claims: Shelf<PlacedClaim | undefined>;
  readonly placed: ClaimShelf;
  readonly naming: ClaimShelf;
  readonly buckets: ClaimShelf;
  /** Whether something was asked for that is not known. */
  lacks(): boolean;
  /** Shelves what the database holds under a key, unless it is known otherwise. */
  shelve(on: ClaimShelf, key: string, fetched: Iterable<PlacedClaim>): void;
  /** What a patch changes, before it is written. */
  apply(patch: Patch, articleId: string | undefined, after: Said | undefined): void;
  /** The database holds all that was applied. */
  written(): void;
  /** Claims held. */
  size(): number;
}

/** Makes a ledger of which nothing is known. */
export const createKnownLedger = (): KnownLedger => {
  const said: KnownLedger['said'] = shelf();
  const facts: KnownLedger['facts'] = shelf();
  const tallies: KnownLedger['tallies'] = shelf();
  const claims: KnownLedger['claims'] = shelf();
  const placed = claimShelf(({ claim }) => [claim.articleId]);
  const naming = claimShelf(namedBy);
  const buckets = claimShelf(({ bucket, gathering }) => [bucket, gathering].flatMap((key) => key ?? []));
  const byKey = [placed, naming, buckets];
  /** Applied and not yet written: what the database does not tell, or tells otherwise. */
  const unwritten = new Map<string, PlacedClaim | undefined>();
  const latest = new Map<string, PlacedClaim>();
  const drawings = new Map<string, Drawing>();
  const { copiesOf } = createCopyIndex();

  const ask = <T>({ known, asked }: Shelf<T>, key: string): T | undefined => {
    if (!known.has(key)) asked.add(key);
    return known.get(key);
  };
  const list = (of: ClaimShelf, key: string): readonly PlacedClaim[] => [...(ask(of, key)?.values() ?? [])];
  const take = (id: string): void => {
    const claim = latest.get(id);
    latest.delete(id);
    if (claim) for (const of of byKey) for (const key of of.keysOf(claim)) of.known.get(key)?.delete(id);
  };
  const put = (claim: PlacedClaim): void => {
    const { id } = claim.claim;
    take(id);
    latest.set(id, claim);
    for (const of of byKey) for (const key of of.keysOf(claim)) of.known.get(key)?.set(id, claim);
  };
  return {
    ledger: {
      said: (id) => {
        const entities = ask(said, id);
        const own = ask(placed, id);
        const of = ask(facts, id);
        if (!entities || !own || !of) return undefined;
        return { facts: of, entities, claims: [...own.values()].map(({ claim }) => claim).sort(byPlace) };
      },
      placed: (id) => list(placed, id),
      facts: (id) => ask(facts, id),
      tally: (id) => ask(tallies, id),
      bucket: (key) => list(buckets, key),
      naming: (id) => list(naming, id),
      claim: (id) => ask(claims, id),
      copiesOf,
      drawn: (key) => drawings.get(key),
    },
    said,
    facts,
    tallies,
    claims,
    placed,
    naming,
    buckets,
    lacks: () => [said, facts, tallies, claims, ...byKey].some(({ asked }) => asked.size > 0),
    shelve: (on, key, fetched) => {
      const under = new Map<string, PlacedClaim>();
      on.known.set(key, under);
      for (const claim of fetched) {
        const { id } = claim.claim;
        if (unwritten.has(id)) continue;
        const kept = latest.get(id) ?? claim;
        latest.set(id, kept);
        under.set(id, kept);
      }
      for (const [id, claim] of unwritten) if (claim && on.keysOf(claim).includes(key)) under.set(id, claim);
    },
    apply: (patch, articleId, after) => {
      for (const id of patch.claims.drop) {
        take(id);
        claims.known.set(id, undefined);
        unwritten.set(id, undefined);
      }
      for (const claim of patch.claims.put) {
        put(claim);
        claims.known.set(claim.claim.id, claim);
        unwritten.set(claim.claim.id, claim);
      }
      for (const [id, tally] of patch.tallies) tallies.known.set(id, tally);
      for (const [key, drawing] of patch.buckets) drawings.set(key, drawing);
      if (!articleId) return;
      said.known.set(articleId, after?.entities);
      facts.known.set(articleId, after?.facts);
    },
    written: () => {
      unwritten.clear();
      // what articles said is asked for only when they are read again
      said.known.clear();
      placed.known.clear();
    },
    size: () => latest.size,
  };
};
