import type { Drawing, GraphEdge } from '../../graph-schema/graph.ts';
import { signOfQuad } from '../../graph-schema/relation.ts';

/** Two actors by what passed between them. */
export interface DyadActivity {
  readonly a: string;
  readonly b: string;
  readonly cooperation: number;
  readonly conflict: number;
  readonly claims: number;
  /** Mean Goldstein weight, −10 … +10. */
  readonly goldstein: number;
}

/** The change of a dyad from one period to another. */
export interface DyadChange {
  readonly a: string;
  readonly b: string;
  readonly before: DyadActivity | undefined;
  readonly after: DyadActivity | undefined;
  /** After minus before, of the mean Goldstein weight; an absent period counts 0. */
  readonly change: number;
}

/** A span of days, both inclusive. */
export interface Period {
  readonly since: string;
  readonly until: string;
}

const DIVIDER = '\u0000';

/** Ends by country where asked: Tillerson's meeting counts for the United States. */
const endsOf = (edge: GraphEdge, byCountry: boolean): readonly [string, string] | undefined => {
  const a = byCountry ? edge.sourceCountry : edge.source;
  const b = byCountry ? edge.targetCountry : edge.target;
  if (!a || !b || a === b) return undefined;
  return a < b ? [a, b] : [b, a];
};

/** Pairs of actors, the most active first. Belonging does not count; with `byCountry` ends are ISO codes. */
export const dyads = (
  { edges }: Drawing,
  options: { readonly byCountry?: boolean; readonly limit?: number } = {},
): readonly DyadActivity[] => {
  const pairs = new Map<
    string,
    { cooperation: number; conflict: number; claims: number; sum: number; count: number }
  >();
  for (const edge of edges) {
    const sign = signOfQuad(edge.quad);
    const ends = sign === 'none' ? undefined : endsOf(edge, options.byCountry ?? false);
    if (!ends) continue;
    const key = ends.join(DIVIDER);
    const pair = pairs.get(key) ?? { cooperation: 0, conflict: 0, claims: 0, sum: 0, count: 0 };
    pairs.set(key, pair);
    pair[sign as 'cooperation' | 'conflict']++;
    pair.sum += edge.goldstein;
    pair.claims += edge.claims;
    pair.count++;
  }
  return [...pairs]
    .map(([key, { cooperation, conflict, claims, sum, count }]) => {
      const [a, b] = key.split(DIVIDER) as [string, string];
      return { a, b, cooperation, conflict, claims, goldstein: sum / count };
    })
    .sort((x, y) => y.cooperation + y.conflict - x.cooperation - x.conflict || (x.a + x.b < y.a + y.b ? -1 : 1))
    .slice(0, options.limit);
};

const within = ({ edges, nodes }: Drawing, { since, until }: Period): Drawing => ({
  nodes,
  edges: edges.filter(({ occurredFrom, occurredTo }) => {
    const from = occurredFrom ?? occurredTo;
    const to = occurredTo ?? occurredFrom;
    return from !== undefined && to !== undefined && from <= until && to >= since;
  }),
});

/** What changed between two periods, the greatest change first. Undated relations belong to no period. */
export const change = (
  drawing: Drawing,
  before: Period,
  after: Period,
  options: { readonly byCountry?: boolean; readonly limit?: number } = {},
): readonly DyadChange[] => {
  const { byCountry = false } = options;
  const index = (period: Period) =>
    new Map(dyads(within(drawing, period), { byCountry }).map((dyad) => [`${dyad.a}${DIVIDER}${dyad.b}`, dyad]));
  const [old, now] = [index(before), index(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((key) => {
      const [a, b] = key.split(DIVIDER) as [string, string];
      const [was, is] = [old.get(key), now.get(key)];
      return { a, b, before: was, after: is, change: (is?.goldstein ?? 0) - (was?.goldstein ?? 0) };
    })
    .sort((x, y) => Math.abs(y.change) - Math.abs(x.change) || (x.a + x.b < y.a + y.b ? -1 : 1))
    .slice(0, options.limit);
};
