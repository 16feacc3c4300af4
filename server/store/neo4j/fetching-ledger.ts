import type { Entity } from '../../../graph-schema/claim.ts';
import { createCopyIndex } from '../../draw/copy-index.ts';
import type { ArticleFacts, Ledger, PlacedClaim, Said } from '../../draw/ledger.ts';
import type { Tally } from '../../draw/tally.ts';
import { byPlace } from '../../record/put-plan.ts';
import { type Properties, placedOfProperties } from '../properties.ts';
import type { Run } from './connection.ts';
import { field } from './values.ts';

/** One kind of question, with the answers that are known and those that are asked for. */
interface Shelf<T> {
  readonly known: Map<string, T>;
  readonly asked: Set<string>;
  ask(key: string): T | undefined;
}

const shelf = <T>(): Shelf<T> => {
  const known = new Map<string, T>();
  const asked = new Set<string>();
  return {
    known,
    asked,
    ask: (key) => {
      if (!known.has(key)) asked.add(key);
      return known.get(key);
    },
  };
};

const isGathering = (key: string): boolean => key.split('|', 2)[1] === 'all';

/** Claims named by any of the given ids, as source or target, mediator, host or place. */
const NAMING = ['sourceId', 'targetId', 'mediatorId', 'hostId', 'placeId']
  .map((property) => `UNWIND $keys AS key MATCH (c:Claim {${property}: key}) RETURN key, properties(c) AS claim`)
  .join(' UNION ');

/**
 * Works out something that asks a ledger, over a database: what the ledger lacks is noted, fetched in one go a kind,
 * and the work is done again, until it lacks nothing. The work has to be pure.
 */
export const withLedger = async <T>(run: Run, work: (ledger: Ledger) => T): Promise<T> => {
  const said = shelf<readonly Entity[] | undefined>();
  const facts = shelf<ArticleFacts | undefined>();
  const placed = shelf<readonly PlacedClaim[]>();
  const tallies = shelf<Tally | undefined>();
  const buckets = shelf<readonly PlacedClaim[]>();
  const naming = shelf<readonly PlacedClaim[]>();
  const claims = shelf<PlacedClaim | undefined>();

  const saidOf = (id: string): Said | undefined => {
    const entities = said.ask(id);
    const factsOf = facts.ask(id);
    const own = placed.ask(id);
    if (!entities || !factsOf || !own) return undefined;
    return { facts: factsOf, entities, claims: own.map(({ claim }) => claim).sort(byPlace) };
  };
  const ledger: Ledger = {
    said: saidOf,
    placed: (id) => placed.ask(id) ?? [],
    facts: (id) => facts.ask(id),
    tally: (id) => tallies.ask(id),
    bucket: (key) => buckets.ask(key) ?? [],
    naming: (id) => naming.ask(id) ?? [],
    claim: (id) => claims.ask(id),
    copiesOf: createCopyIndex().copiesOf,
  };

  /** Fetches what is asked for and shelves it, an answer a key also where there is nothing. */
  const fetch = async <V>(
    { known, asked }: Shelf<V>,
    none: V,
    query: (keys: readonly string[]) => Promise<Iterable<readonly [string, V]>>,
  ): Promise<void> => {
    if (asked.size === 0) return;
    const keys = [...asked];
    asked.clear();
    for (const key of keys) known.set(key, none);
    for (const [key, value] of await query(keys)) known.set(key, value);
  };
  const claimsBy = async (text: string, keys: readonly string[]) => {
    const found = new Map<string, Map<string, PlacedClaim>>();
    if (keys.length === 0) return found;
    for (const row of await run(text, { keys })) {
      const claim = placedOfProperties(field<Properties>(row, 'claim'));
      const key = field<string>(row, 'key');
      const of = found.get(key) ?? new Map<string, PlacedClaim>();
      found.set(key, of.set(claim.claim.id, claim));
    }
    return found;
  };
  const grouped = async (text: string, keys: readonly string[]) =>
    [...(await claimsBy(text, keys))].map(([key, of]) => [key, [...of.values()]] as const);
  const json = async (text: string, keys: readonly string[]) =>
    (await run(text, { keys })).map(
      (row) => [field<string>(row, 'key'), JSON.parse(field<string>(row, 'data'))] as const,
    );

  const by = (property: string) =>
    `UNWIND $keys AS key MATCH (c:Claim {${property}: key}) RETURN key, properties(c) AS claim`;
  const shelves = [said, facts, placed, tallies, buckets, naming, claims];
  for (;;) {
    const attempt = tryTo(() => work(ledger));
    if (shelves.every((each) => each.asked.size === 0)) {
      if ('error' in attempt) throw attempt.error;
      return attempt.value;
    }
    await fetch(said, undefined, (keys) =>
      json('UNWIND $keys AS key MATCH (s:Said {articleId: key}) RETURN key, s.entities AS data', keys),
    );
    await fetch(facts, undefined, (keys) =>
      json('UNWIND $keys AS key MATCH (s:Said {articleId: key}) RETURN key, s.facts AS data', keys),
    );
    await fetch(tallies, undefined, (keys) =>
      json('UNWIND $keys AS key MATCH (t:Tally {entityId: key}) RETURN key, t.data AS data', keys),
    );
    await fetch(placed, [], (keys) => grouped(by('articleId'), keys));
    await fetch(naming, [], (keys) => grouped(NAMING, keys));
    await fetch(claims, undefined, async (keys) =>
      (await grouped(by('id'), keys)).map(([key, [claim]]) => [key, claim] as const),
    );
    await fetch(buckets, [], async (keys) => [
      ...(await grouped(by('gathering'), keys.filter(isGathering))),
      ...(await grouped(
        by('bucket'),
        keys.filter((key) => !isGathering(key)),
      )),
    ]);
  }
};

/** Work on an incomplete ledger may stumble; that counts only when nothing was missing. */
const tryTo = <T>(work: () => T): { readonly value: T } | { readonly error: unknown } => {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
};
