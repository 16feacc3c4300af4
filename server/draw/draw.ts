import { fold } from '../../graph-schema/fold.ts';
import type { Drawing, GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import type { Decision, Reading } from '../../graph-schema/record.ts';
import { byText } from './compact.ts';
import { type CopyIndex, createCopyIndex } from './copy-index.ts';
import { judge } from './judgement.ts';
import type { PlacedClaim, Said } from './ledger.ts';
import { placeAll } from './place.ts';
import { drawKey } from './redraw.ts';
import { signature } from './signature.ts';
import { sumInto, type Tally, talliesOf } from './tally.ts';
import { toTheEnd } from './to-the-end.ts';
import { viewOf } from './view.ts';

/** What the drawing takes from a reading. */
export const saidBy = ({ article, entities, claims }: Reading, sign = signature(article.text)): Said => ({
  facts: {
    id: article.id,
    signature: sign,
    ...(article.published && { published: article.published }),
    ...(article.source && { source: article.source }),
  },
  entities,
  claims,
});

/** A whole drawing with what is needed to keep it in step. */
export interface WholeDrawing extends Drawing {
  readonly placed: readonly PlacedClaim[];
  readonly tallies: ReadonlyMap<string, Tally>;
  /** What each bucket comes to. */
  readonly buckets: ReadonlyMap<string, Drawing>;
}

/** Articles, entities or buckets worked on between two looks at the clock. */
const AT_ONCE = 16;

/** The drawing of all that articles say, in whatever order they are given, under the decisions made so far. */
export const drawAll = (all: readonly Said[], decisions: readonly Decision[]): WholeDrawing =>
  toTheEnd(drawingAll(all, decisions, createCopyIndex()));

/** The same in small steps, for those who have other things to do between. */
export function* drawingAll(
  all: readonly Said[],
  decisions: readonly Decision[],
  copies: CopyIndex,
): Generator<undefined, WholeDrawing> {
  const judgement = judge(decisions);
  const tallies = new Map<string, Tally>();
  for (const [at, said] of all.entries()) {
    if (at % AT_ONCE === 0) yield;
    const claims = said.claims.map((claim) => {
      const verdict = judgement.verdict(claim);
      return verdict ? { claim, verdict } : { claim };
    });
    sumInto(tallies, talliesOf(said, claims));
  }
  const facts = new Map(all.map((said) => [said.facts.id, said.facts]));
  const view = viewOf(
    judgement,
    (id) => tallies.get(id),
    (id) => facts.get(id),
    copies.copiesOf,
  );
  const placed: PlacedClaim[] = [];
  const buckets = new Map<string, PlacedClaim[]>();
  for (const [at, said] of all.entries()) {
    if (at % AT_ONCE === 0) yield;
    for (const claim of placeAll(said, view.resolve, judgement)) {
      placed.push(claim);
      for (const key of [claim.bucket, claim.gathering]) {
        if (!key) continue;
        const bucket = buckets.get(key);
        if (bucket) bucket.push(claim);
        else buckets.set(key, [claim]);
      }
    }
  }
  const drawings = new Map<string, Drawing>();
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  let done = 0;
  for (const id of new Set([...tallies.keys()].map(judgement.canonical))) {
    if (done++ % AT_ONCE === 0) yield;
    for (const { id: drawnId } of view.entity(id).nodes) {
      const node = view.node(drawnId);
      if (node) nodes.push(node);
    }
    edges.push(...view.places(id));
  }
  for (const [key, claims] of buckets) {
    if (done++ % AT_ONCE === 0) yield;
    const drawn = drawKey(key, claims, view);
    if (drawn.nodes.length + drawn.edges.length) drawings.set(key, drawn);
    nodes.push(...drawn.nodes);
    edges.push(...drawn.edges);
  }
  return { nodes, edges, placed, tallies, buckets: drawings };
}

/** The drawing of readings, sorted by id. */
export const draw = (readings: readonly Reading[], decisions: readonly Decision[] = []): Drawing => {
  const { nodes, edges } = drawAll(
    readings.map((reading) => saidBy(reading)),
    decisions,
  );
  return { nodes: [...nodes].sort(byId), edges: [...edges].sort(byId) };
};

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => byText(a.id, b.id);

/** Whether every word of a folded query begins a word of the searched text (see `searchText`). */
export const isFound = (search: string, query: string): boolean => {
  const words = fold(query).split(' ').filter(Boolean);
  return words.length > 0 && words.every((word) => search.includes(` ${word}`));
};
