import type { Filter } from '../../graph-schema/filter.ts';
import type { GraphEdge } from '../../graph-schema/graph.ts';
import { signOfQuad } from '../../graph-schema/relation.ts';
import type { MonthCount } from './store.ts';

type Timed = Pick<GraphEdge, 'quad' | 'goldstein' | 'precision' | 'occurredFrom' | 'firstReported'>;

/** The month in which a happening stands on a clock; undefined where it is not known that exactly. */
export const monthOf = (edge: Timed, clock: Filter['clock']): string | undefined => {
  if (clock === 'reported') return edge.firstReported?.slice(0, 7);
  if (edge.precision === 'year' || edge.precision === 'unknown') return undefined;
  return edge.occurredFrom?.slice(0, 7);
};

/** Counts and summed Goldstein values a month, in order; months without happenings are left out. */
export const timelineOf = (edges: Iterable<Timed>, clock: Filter['clock']): readonly MonthCount[] => {
  const months = new Map<string, { cooperation: number; conflict: number; goldstein: number }>();
  for (const edge of edges) {
    const sign = signOfQuad(edge.quad);
    const month = monthOf(edge, clock);
    if (sign === 'none' || !month) continue;
    const count = months.get(month) ?? { cooperation: 0, conflict: 0, goldstein: 0 };
    count[sign] += 1;
    count.goldstein += edge.goldstein;
    months.set(month, count);
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, { goldstein, ...counts }]) => ({ month, ...counts, goldstein: Math.round(goldstein * 10) / 10 }));
};
