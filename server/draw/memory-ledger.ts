import type { Drawing } from '../../graph-schema/graph.ts';
import { type CopyIndex, createCopyIndex } from './copy-index.ts';
import type { ArticleFacts, Ledger, PlacedClaim, Said } from './ledger.ts';
import type { Patch } from './redraw.ts';
import type { Tally } from './tally.ts';

/** What a whole drawing leaves to a ledger. */
export interface Filling {
  readonly placed: readonly PlacedClaim[];
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly buckets: ReadonlyMap<string, Drawing>;
}

/** A ledger that holds the whole record in memory, kept in step by patches. */
export interface MemoryLedger extends Ledger {
  readonly articles: ReadonlyMap<string, Said>;
  readonly claims: ReadonlyMap<string, PlacedClaim>;
  apply(patch: Patch, articleId?: string, after?: Said): void;
  /** Fills an empty ledger, in small steps. */
  filling(said: readonly Said[], whole: Filling): Generator<undefined, void>;
}

/** Claims entered between two looks at the clock. */
const AT_ONCE = 256;

const NOTHING: Drawing = { nodes: [], edges: [] };

type Index = Map<string, Map<string, PlacedClaim>>;

const enter = (index: Index, key: string | undefined, claim: PlacedClaim): void => {
  if (!key) return;
  const entries = index.get(key);
  if (entries) entries.set(claim.claim.id, claim);
  else index.set(key, new Map([[claim.claim.id, claim]]));
};

const leave = (index: Index, key: string | undefined, id: string): void => {
  if (!key) return;
  const entries = index.get(key);
  entries?.delete(id);
  if (entries?.size === 0) index.delete(key);
};

/** Drawn nodes that a claim's drawing depends on: its ends, and those it names as mediator, host or place. */
export const namedBy = ({ source, target, others }: PlacedClaim): readonly string[] => [
  ...new Set([source, target, ...others]),
];

export const createMemoryLedger = (copies: CopyIndex = createCopyIndex()): MemoryLedger => {
  const articles = new Map<string, Said>();
  const placed = new Map<string, PlacedClaim[]>();
  const claims = new Map<string, PlacedClaim>();
  const tallies = new Map<string, Tally>();
  const buckets: Index = new Map();
  const names: Index = new Map();
  const drawings = new Map<string, Drawing>();
  const valuesOf = (index: Index, key: string): readonly PlacedClaim[] => {
    const entries = index.get(key);
    return entries ? [...entries.values()] : [];
  };
  const add = (claim: PlacedClaim): void => {
    claims.set(claim.claim.id, claim);
    enter(buckets, claim.bucket, claim);
    enter(buckets, claim.gathering, claim);
    for (const id of namedBy(claim)) enter(names, id, claim);
    const ofArticle = placed.get(claim.claim.articleId);
    if (ofArticle) ofArticle.push(claim);
    else placed.set(claim.claim.articleId, [claim]);
  };
  const take = (id: string): void => {
    const claim = claims.get(id);
    if (!claim) return;
    claims.delete(id);
    leave(buckets, claim.bucket, id);
    leave(buckets, claim.gathering, id);
    for (const named of namedBy(claim)) leave(names, named, id);
    const rest = (placed.get(claim.claim.articleId) ?? []).filter((each) => each.claim.id !== id);
    if (rest.length) placed.set(claim.claim.articleId, rest);
    else placed.delete(claim.claim.articleId);
  };
  return {
    articles,
    claims,
    said: (id) => articles.get(id),
    placed: (id) => placed.get(id) ?? [],
    facts: (id): ArticleFacts | undefined => articles.get(id)?.facts,
    tally: (id) => tallies.get(id),
    bucket: (key) => valuesOf(buckets, key),
    naming: (id) => valuesOf(names, id),
    claim: (id) => claims.get(id),
    copiesOf: copies.copiesOf,
    drawn: (key) => drawings.get(key) ?? NOTHING,
    apply: (patch, articleId, after) => {
      for (const id of patch.claims.drop) take(id);
      for (const claim of patch.claims.put) {
        take(claim.claim.id);
        add(claim);
      }
      for (const [id, tally] of patch.tallies) {
        if (tally) tallies.set(id, tally);
        else tallies.delete(id);
      }
      for (const [key, drawing] of patch.buckets) {
        if (drawing.nodes.length + drawing.edges.length) drawings.set(key, drawing);
        else drawings.delete(key);
      }
      if (!articleId) return;
      if (after) articles.set(articleId, after);
      else articles.delete(articleId);
    },
    *filling(said, whole) {
      for (const each of said) articles.set(each.facts.id, each);
      for (const [at, claim] of whole.placed.entries()) {
        if (at % AT_ONCE === 0) yield;
        add(claim);
      }
      for (const [id, tally] of whole.tallies) tallies.set(id, tally);
      for (const [key, drawing] of whole.buckets) drawings.set(key, drawing);
    },
  };
};
