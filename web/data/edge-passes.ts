import type { Filter } from '../../graph-schema/filter.ts';
import type { ShownEdge } from '../../graph-schema/graph.ts';
import { signOfQuad } from '../../graph-schema/relation.ts';

/** The first and last day of an edge on one of the two clocks; nothing where it is not known. */
export const spanOfEdge = (edge: ShownEdge, clock: Filter['clock']): readonly [from: string, to: string] | undefined => {
  const [from, to] =
    clock === 'reported' ? [edge.firstReported, edge.lastReported] : [edge.occurredFrom, edge.occurredTo ?? edge.occurredFrom];
  return from ? [from, to ?? from] : undefined;
};

/** Whether an edge lies in a time window, both days inclusive. What has no date is outside of any window. */
export const inWindow = (edge: ShownEdge, { since, until, clock }: Filter): boolean => {
  if (!since && !until) return true;
  const span = spanOfEdge(edge, clock);
  if (!span) return false;
  return (!since || span[1] >= since) && (!until || span[0] <= until);
};

/** Whether an edge passes a filter; the kinds of its ends, which it does not know, are left to the server. */
export const edgePasses = (edge: ShownEdge, filter: Filter): boolean =>
  (!filter.types || filter.types.includes(edge.type)) &&
  (!filter.signs || filter.signs.includes(signOfQuad(edge.quad))) &&
  (filter.polarities ?? ['affirmed']).includes(edge.polarity) &&
  (filter.modalities ?? ['fact', 'past']).includes(edge.modality) &&
  (!filter.outlets || edge.outlets.some((outlet) => filter.outlets!.includes(outlet))) &&
  (filter.confidence === undefined || edge.confidence >= filter.confidence) &&
  inWindow(edge, filter);
