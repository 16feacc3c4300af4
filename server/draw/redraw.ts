import { isDeepStrictEqual } from 'node:util';
import type { Drawing, GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import type { Decision } from '../../graph-schema/record.ts';
import { drawBucket, type TakeOver } from './bucket.ts';
import { drawGathering } from './event.ts';
import { judge } from './judgement.ts';
import type { Ledger, PlacedClaim, Said } from './ledger.ts';
import { placeAll, placeClaim } from './place.ts';
import { takingOver } from './take-over.ts';
import { addTally, EMPTY_TALLY, isOffice, officeKey, type Tally, talliesOf } from './tally.ts';
import { toTheEnd } from './to-the-end.ts';
import { type View, viewOf } from './view.ts';

/** One article said anew or no longer (`after` absent), or one decision more. */
export interface Change {
  readonly articleId?: string;
  readonly after?: Said;
  /** Decisions that hold now, and those that hold after the change. */
  readonly decisions: { readonly before: readonly Decision[]; readonly after: readonly Decision[] };
}

/** What a change does to the drawing and to the ledger: no more than it has to. */
export interface Patch {
  readonly nodes: { readonly put: readonly GraphNode[]; readonly drop: readonly string[] };
  readonly edges: { readonly put: readonly GraphEdge[]; readonly drop: readonly GraphEdge[] };
  readonly claims: { readonly put: readonly PlacedClaim[]; readonly drop: readonly string[] };
  /** Tallies that changed; undefined where nobody speaks of the entity any more. */
  readonly tallies: readonly (readonly [string, Tally | undefined])[];
  /** How buckets are drawn now. */
  readonly buckets: readonly (readonly [string, Drawing])[];
}

const same = isDeepStrictEqual;

/** Computes what a change does, from what the ledger held before it. Pure: the ledger is not touched. */
export const redraw = (change: Change, ledger: Ledger): Patch => toTheEnd(redrawing(change, ledger));

/** The same in small steps, for those who have other things to do between; the ledger has to stay as it is meanwhile. */
export function* redrawing(change: Change, ledger: Ledger): Generator<undefined, Patch> {
  const { articleId } = change;
  const judgedBefore = judge(change.decisions.before);
  const judgedAfter = change.decisions.after === change.decisions.before ? judgedBefore : judge(change.decisions.after);
  const decided = newIn(change.decisions.before, change.decisions.after);

  const saidBefore = articleId ? ledger.said(articleId) : undefined;
  const ownBefore = articleId ? ledger.placed(articleId) : [];
  const ownAfter = (change.after?.claims ?? []).map((claim) => ({ claim, verdict: judgedAfter.verdict(claim) }));
  const taken = talliesOf(saidBefore, ownBefore);
  const given = talliesOf(
    change.after,
    ownAfter.map(({ claim, verdict }) => (verdict ? { claim, verdict } : { claim })),
  );

  // Entities: what the article or the decisions touch, with all that a merging joins to them.
  const touched = new Set([...taken.keys(), ...given.keys()]);
  for (const id of decided.flatMap(({ about }) => about.ids)) {
    touched.add(id);
    for (const event of Object.keys(ledger.tally(id)?.located ?? {})) touched.add(event);
  }
  for (const id of [...touched]) {
    for (const member of [
      ...judgedBefore.members(judgedBefore.canonical(id)),
      ...judgedAfter.members(judgedAfter.canonical(id)),
    ]) {
      touched.add(member);
    }
  }
  const before = viewOf(judgedBefore, ledger.tally, ledger.facts, ledger.copiesOf);
  const judgedClaims = claimsJudged(decided, before, ledger).filter(({ claim }) => claim.articleId !== articleId);
  const talliesAfter = new Map<string, Tally>();
  for (const id of touched) {
    const tally = addTally(ledger.tally(id) ?? EMPTY_TALLY, taken.get(id) ?? EMPTY_TALLY, -1);
    talliesAfter.set(id, addTally(tally, given.get(id) ?? EMPTY_TALLY));
  }
  for (const placed of judgedClaims) {
    const verdict = judgedAfter.verdict(placed.claim);
    const sign = Number(isOffice({ claim: placed.claim, ...(verdict && { verdict }) })) - Number(isOffice(placed));
    if (sign === 0) continue;
    const holder = placed.claim.source;
    const tally = talliesAfter.get(holder) ?? ledger.tally(holder) ?? EMPTY_TALLY;
    const office = { ...EMPTY_TALLY, offices: { [officeKey(placed.claim)]: 1 } };
    talliesAfter.set(holder, addTally(tally, office, sign as 1 | -1));
    touched.add(holder);
  }
  const after = viewOf(
    judgedAfter,
    (id) => talliesAfter.get(id) ?? ledger.tally(id),
    (id) => (id === articleId ? change.after?.facts : ledger.facts(id)),
    ledger.copiesOf,
  );
  const canonicalBefore = new Set([...touched].map((id) => judgedBefore.canonical(id)));
  const canonicalAfter = new Set([...touched].map((id) => judgedAfter.canonical(id)));
  const nodesBefore = nodesOf(before, canonicalBefore);
  yield;
  const nodesAfter = nodesOf(after, canonicalAfter);
  yield;

  // Claims: the article's own, and those whose ends or verdict others' words or decisions change.
  const moving = new Map<string, PlacedClaim>();
  for (const placed of judgedClaims) moving.set(placed.claim.id, placed);
  for (const id of touched) {
    if (!isMoved(id, before, after)) continue;
    const drawn = before.entity(judgedBefore.canonical(id)).nodes.map((node) => node.id);
    for (const drawnId of new Set([judgedBefore.canonical(id), ...drawn])) {
      for (const placed of ledger.naming(drawnId)) moving.set(placed.claim.id, placed);
    }
  }
  for (const placed of [...moving.values()]) {
    for (const fellow of placed.gathering ? ledger.bucket(placed.gathering) : []) moving.set(fellow.claim.id, fellow);
  }
  const dropped = new Map(ownBefore.map((placed) => [placed.claim.id, placed]));
  const put = new Map(placeAll(change.after, after.resolve, judgedAfter).map((placed) => [placed.claim.id, placed]));
  const officeholders: string[] = [];
  for (const [id, placed] of moving) {
    if (placed.claim.articleId === articleId) continue;
    const moved = placeClaim(placed.claim, placed.readParties, after.resolve, judgedAfter);
    if (same(moved, placed)) continue;
    dropped.set(id, placed);
    put.set(id, moved);
    if (placed.claim.type === 'HOLDS_OFFICE') officeholders.push(placed.source, moved.source);
  }

  yield;

  // Buckets: of those claims, and of all that name a node which looks otherwise now.
  const changed = byBucket([...dropped.values(), ...put.values()]);
  const otherwise = lookingOtherwise(nodesBefore, nodesAfter, touched, before, after, ledger);
  const anew = new Set(byBucket([...otherwise, ...officeholders].flatMap((id) => ledger.naming(id))).keys());
  const drawnBefore = collect(nodesBefore, placesOf(before, canonicalBefore));
  const drawnAfter = collect(nodesAfter, placesOf(after, canonicalAfter));
  const buckets: [string, Drawing][] = [];
  for (const key of new Set([...changed.keys(), ...anew])) {
    yield;
    const held = ledger.bucket(key);
    const now = held.filter((placed) => !dropped.has(placed.claim.id) && !put.has(placed.claim.id));
    for (const placed of put.values()) if (placed.bucket === key || placed.gathering === key) now.push(placed);
    const was = ledger.drawn?.(key) ?? drawKey(key, held, before);
    gather(drawnBefore, was);
    const takeOver = anew.has(key) || decided.length ? undefined : takingOver(was, changed.get(key) ?? []);
    const is = keeping(was, drawKey(key, now, after, takeOver));
    gather(drawnAfter, is);
    buckets.push([key, is]);
  }
  return {
    nodes: {
      put: [...drawnAfter.nodes.values()].filter((node) => !same(node, drawnBefore.nodes.get(node.id))),
      drop: [...drawnBefore.nodes.keys()].filter((id) => !drawnAfter.nodes.has(id)),
    },
    edges: {
      put: [...drawnAfter.edges.values()].filter((edge) => !same(edge, drawnBefore.edges.get(edge.id))),
      drop: [...drawnBefore.edges.values()].filter((edge) => !drawnAfter.edges.has(edge.id)),
    },
    claims: {
      put: [...put.values()].filter((placed) => !same(placed, dropped.get(placed.claim.id))),
      drop: [...dropped.keys()].filter((id) => !put.has(id)),
    },
    tallies: [...talliesAfter].map(([id, tally]) => [id, tally.articles > 0 ? tally : undefined]),
    buckets,
  };
}

/** A drawing with those parts of an older one that are the same. */
const keeping = (was: Drawing, is: Drawing): Drawing => {
  const nodes = new Map(was.nodes.map((node) => [node.id, node]));
  const edges = new Map(was.edges.map((edge) => [edge.id, edge]));
  const older = <T extends { readonly id: string }>(known: ReadonlyMap<string, T>, each: T): T => {
    const before = known.get(each.id);
    return before && same(before, each) ? before : each;
  };
  return {
    nodes: is.nodes.map((node) => older(nodes, node)),
    edges: is.edges.map((edge) => older(edges, edge)),
  };
};

/** Draws one bucket, of pairs or of gatherings. */
export const drawKey = (key: string, placed: readonly PlacedClaim[], view: View, takeOver?: TakeOver): Drawing =>
  isGathering(key) ? drawGathering(key, placed, view) : drawBucket(key, placed, view, takeOver);

/** Claims under the buckets that they are drawn in. */
const byBucket = (claims: readonly PlacedClaim[]): ReadonlyMap<string, readonly PlacedClaim[]> => {
  const buckets = new Map<string, PlacedClaim[]>();
  for (const placed of claims) {
    for (const key of [placed.bucket, placed.gathering]) {
      if (!key) continue;
      const bucket = buckets.get(key);
      if (bucket) bucket.push(placed);
      else buckets.set(key, [placed]);
    }
  }
  return buckets;
};

const isGathering = (key: string): boolean => key.split('|', 2)[1] === 'all';

const newIn = (before: readonly Decision[], after: readonly Decision[]): readonly Decision[] => {
  if (before === after) return [];
  const known = new Set(before.map((decision) => decision.id));
  return after.filter((decision) => !known.has(decision.id));
};

/** Claims that new decisions are about: by id, or by the quote, type and ends they were made on. */
const claimsJudged = (decided: readonly Decision[], view: View, ledger: Ledger): readonly PlacedClaim[] => {
  const found = new Map<string, PlacedClaim>();
  for (const { kind, about } of decided) {
    if (kind !== 'reject' && kind !== 'confirm') continue;
    for (const id of about.ids) {
      const placed = ledger.claim(id);
      if (placed) found.set(id, placed);
      for (const naming of ledger.naming(id)) found.set(naming.claim.id, naming);
    }
    if (!about.source || !about.quote) continue;
    for (const node of view.entity(view.judgement.canonical(about.source)).nodes) {
      for (const placed of ledger.naming(node.id)) {
        const { claim } = placed;
        if (claim.quote === about.quote && claim.type === about.type) found.set(claim.id, placed);
      }
    }
  }
  return [...found.values()];
};

const nodesOf = (view: View, ids: ReadonlySet<string>): ReadonlyMap<string, GraphNode> =>
  new Map(
    [...ids].flatMap((id) =>
      view.entity(id).nodes.flatMap((each) => {
        const node = view.node(each.id);
        return node ? [[node.id, node] as const] : [];
      }),
    ),
  );

const placesOf = (view: View, ids: ReadonlySet<string>): readonly GraphEdge[] =>
  [...ids].flatMap((id) => view.places(id));

const isMoved = (id: string, before: View, after: View): boolean => {
  const was = before.judgement.canonical(id);
  const is = after.judgement.canonical(id);
  if (was !== is) return true;
  const a = before.entity(was);
  const b = after.entity(is);
  const isEvent = a.byArticle.size > 0 || b.byArticle.size > 0;
  return isEvent && !same([...a.byArticle].sort(), [...b.byArticle].sort());
};

const look = (node: GraphNode | undefined): unknown => node && [node.name, node.kind, node.country, node.iso3];

const offices = (tally: Tally): string =>
  Object.entries(tally.offices)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([key]) => key)
    .join();

/** Drawn nodes whose name, kind, country or office changed, so that what names them is drawn otherwise. */
const lookingOtherwise = (
  was: ReadonlyMap<string, GraphNode>,
  is: ReadonlyMap<string, GraphNode>,
  touched: ReadonlySet<string>,
  before: View,
  after: View,
  ledger: Ledger,
): ReadonlySet<string> => {
  const changed = new Set([...was.keys(), ...is.keys()].filter((id) => !same(look(was.get(id)), look(is.get(id)))));
  for (const id of [...changed]) {
    for (const { claim, source } of ledger.naming(id)) if (claim.type === 'HOLDS_OFFICE') changed.add(source);
  }
  for (const id of touched) {
    const wasId = before.judgement.canonical(id);
    const isId = after.judgement.canonical(id);
    if (offices(before.tally(wasId)) === offices(after.tally(isId))) continue;
    changed.add(wasId).add(isId);
  }
  return changed;
};

interface Collected {
  readonly nodes: Map<string, GraphNode>;
  readonly edges: Map<string, GraphEdge>;
}

const collect = (nodes: ReadonlyMap<string, GraphNode>, edges: readonly GraphEdge[]): Collected => ({
  nodes: new Map(nodes),
  edges: new Map(edges.map((edge) => [edge.id, edge])),
});

const gather = (into: Collected, drawing: Drawing): void => {
  for (const node of drawing.nodes) into.nodes.set(node.id, node);
  for (const edge of drawing.edges) into.edges.set(edge.id, edge);
};
