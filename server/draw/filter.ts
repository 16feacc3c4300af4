import type { Filter } from '../../graph-schema/filter.ts';
import type { GraphEdge } from '../../graph-schema/graph.ts';
import type { EntityKind } from '../../graph-schema/kinds.ts';
import { signOfQuad } from '../../graph-schema/relation.ts';

/** What a view shows unless it is asked for more: what is said to be so. */
export const DEFAULT_POLARITIES: Filter['polarities'] = ['affirmed'];
export const DEFAULT_MODALITIES: Filter['modalities'] = ['fact', 'past'];

type Filtered = Pick<
  GraphEdge,
  | 'type'
  | 'quad'
  | 'polarity'
  | 'modality'
  | 'outlets'
  | 'confidence'
  | 'occurredFrom'
  | 'occurredTo'
  | 'from'
  | 'to'
  | 'firstReported'
  | 'lastReported'
>;

const holds = <T>(allowed: readonly T[] | undefined, value: T): boolean => !allowed || allowed.includes(value);

/** Days at which an edge holds on the chosen clock; open ends are empty. Undefined where it has no dates. */
const spanOf = (edge: Filtered, clock: Filter['clock']): readonly [string, string] | undefined => {
  if (clock === 'reported') {
    return edge.firstReported ? [edge.firstReported, edge.lastReported ?? edge.firstReported] : undefined;
  }
  if (edge.from || edge.to) return [edge.from ?? '', edge.to ?? '9999'];
  return edge.occurredFrom ? [edge.occurredFrom, edge.occurredTo ?? edge.occurredFrom] : undefined;
};

/**
 * Whether an edge is shown under a filter: the one meaning that graph, table, counts, timeline and exports share.
 * Kinds hold for both ends. In a time window stand edges any day of which falls in it; belonging without dates always
 * does, anything else without dates never. Without outlets an edge passes no choice of outlets but belonging's.
 */
export const matches = (
  edge: Filtered,
  filter: Filter = {},
  kinds?: { readonly source: EntityKind; readonly target: EntityKind },
): boolean => {
  const belonging = edge.quad === 'belonging';
  if (kinds && filter.kinds && !(filter.kinds.includes(kinds.source) && filter.kinds.includes(kinds.target)))
    return false;
  if (!holds(filter.types, edge.type)) return false;
  if (!holds(filter.signs, signOfQuad(edge.quad))) return false;
  if (!holds(filter.polarities ?? DEFAULT_POLARITIES, edge.polarity)) return false;
  if (!holds(filter.modalities ?? DEFAULT_MODALITIES, edge.modality)) return false;
  if (filter.confidence !== undefined && edge.confidence < filter.confidence) return false;
  if (filter.outlets && !(belonging && edge.outlets.length === 0)) {
    if (!edge.outlets.some((outlet) => filter.outlets!.includes(outlet))) return false;
  }
  if (!filter.since && !filter.until) return true;
  const span = spanOf(edge, filter.clock);
  if (!span) return belonging;
  return (!filter.until || span[0] <= filter.until) && (!filter.since || span[1] >= filter.since);
};
