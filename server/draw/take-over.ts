import type { When } from '../../graph-schema/claim.ts';
import type { Drawing, GraphEdge } from '../../graph-schema/graph.ts';
import type { TakeOver } from './bucket.ts';
import type { PlacedClaim } from './ledger.ts';

/**
 * Takes over edges of a bucket's last drawing where only claims were changed since: an edge that stands on the same
 * claims, none of them changed, under the same dates. Those with an event of their own are always drawn again, and so
 * is all beside our back-up tables' claims, which leave no trace in an edge.
 */
export const takingOver = (last: Drawing, changed: readonly PlacedClaim[]): TakeOver => {
  if (changed.some(({ claim }) => claim.background)) return () => undefined;
  const edges = new Map(last.edges.map((edge) => [edge.id, edge]));
  const ids = new Set(changed.map(({ claim }) => claim.id));
  return (edgeId, placed, when) => {
    const edge = edges.get(edgeId);
    if (!edge || edge.eventId || edge.claims !== placed.length || !isAt(edge, when)) return undefined;
    const own = new Set(edge.claimIds);
    return placed.every(({ claim }) => own.has(claim.id) && !ids.has(claim.id)) ? edge : undefined;
  };
};

const isAt = (edge: GraphEdge, when: When): boolean =>
  edge.precision === when.precision && edge.occurredFrom === when.occurredFrom && edge.occurredTo === when.occurredTo;
