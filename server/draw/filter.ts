import { MODALITIES, POLARITIES } from '../../graph-schema/claim.ts';
import type { Filter } from '../../graph-schema/filter.ts';
import type { GraphEdge } from '../../graph-schema/graph.ts';
import type { EntityKind } from '../../graph-schema/kinds.ts';
import { signOfQuad } from '../../graph-schema/relation.ts';

/** What a view shows unless it is asked for more: what is said to be so. */
export const DEFAULT_POLARITIES: Filter['polarities'] = ['affirmed'];
export const DEFAULT_MODALITIES: Filter['modalities'] = ['fact', 'past'];

/** The filter that leaves all, whatever is said of it. */
export const EVERYTHING = { polarities: POLARITIES, modalities: MODALITIES } as const satisfies Filter;

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

/** The parts of a filter, as bits. */
export const PART = {
  kinds: 1,
  types: 2,
  signs: 4,
  polarities: 8,
  modalities: 16,
  confidence: 32,
  outlets: 64,
  window: 128,
} as const;

type Kinds = { readonly source: EntityKind; readonly target: EntityKind };

/** The parts of a filter that an edge does not pass, as bits; 0 where it is shown. */
export const failing = (edge: Filtered, filter: Filter, kinds?: Kinds): number => {
  let failed = 0;
  if (kinds && !(holds(filter.kinds, kinds.source) && holds(filter.kinds, kinds.target))) failed |= PART.kinds;
  if (!holds(filter.types, edge.type)) failed |= PART.types;
  if (!holds(filter.signs, signOfQuad(edge.quad))) failed |= PART.signs;
  if (!holds(filter.polarities ?? DEFAULT_POLARITIES, edge.polarity)) failed |= PART.polarities;
  if (!holds(filter.modalities ?? DEFAULT_MODALITIES, edge.modality)) failed |= PART.modalities;
  if (filter.confidence !== undefined && edge.confidence < filter.confidence) failed |= PART.confidence;
  if (!passesOutlets(edge, filter.outlets)) failed |= PART.outlets;
  if (!passesWindow(edge, filter)) failed |= PART.window;
  return failed;
};

const passesOutlets = (edge: Filtered, outlets: Filter['outlets']): boolean =>
  !outlets ||
  (edge.quad === 'belonging' && edge.outlets.length === 0) ||
  edge.outlets.some((outlet) => outlets.includes(outlet));

const passesWindow = (edge: Filtered, { since, until, clock }: Filter): boolean => {
  if (!since && !until) return true;
  const span = spanOf(edge, clock);
  if (!span) return edge.quad === 'belonging';
  return (!until || span[0] <= until) && (!since || span[1] >= since);
};

/**
 * Whether an edge is shown under a filter: the one meaning that graph, table, counts, timeline and exports share.
 * Kinds hold for both ends. In a time window stand edges any day of which falls in it; belonging without dates always
 * does, anything else without dates never. An edge that no outlet reports passes a choice of outlets only where it is
 * belonging.
 */
export const matches = (edge: Filtered, filter: Filter = {}, kinds?: Kinds): boolean =>
  failing(edge, filter, kinds) === 0;
