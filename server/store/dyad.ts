import type { GraphEdge, GraphNode } from '../../graph-schema/graph.ts';

/** Whether an end of an edge is the actor, or somebody who speaks for the country that it is. */
const stands = (actor: GraphNode, id: string, country: string | undefined): boolean =>
  actor.id === id || (actor.kind === 'country' && actor.iso3 !== undefined && actor.iso3 === country);

/** Whether an edge is of the dyad: between the two, in either direction, with those who represent them that day. */
export const isBetween = (edge: GraphEdge, a: GraphNode, b: GraphNode): boolean =>
  edge.quad !== 'belonging' &&
  ((stands(a, edge.source, edge.sourceCountry) && stands(b, edge.target, edge.targetCountry)) ||
    (stands(b, edge.source, edge.sourceCountry) && stands(a, edge.target, edge.targetCountry)));

/** In the order of time, undated last. */
export const sortedInTime = (edges: readonly GraphEdge[]): readonly GraphEdge[] =>
  [...edges].sort((a, b) => {
    const x = a.occurredFrom ?? '9999';
    const y = b.occurredFrom ?? '9999';
    return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1;
  });

/** Offices of those who act in the dyad, and of the two themselves where they are persons. */
export const officesOfDyad = (
  a: GraphNode,
  b: GraphNode,
  between: readonly GraphEdge[],
  edgesAt: (id: string) => readonly GraphEdge[],
): readonly GraphEdge[] => {
  const acting = new Set([a.id, b.id, ...between.flatMap((edge) => [edge.source, edge.target])]);
  const offices = [...acting].flatMap((id) =>
    edgesAt(id).filter((edge) => edge.type === 'HOLDS_OFFICE' && edge.source === id && edge.polarity === 'affirmed'),
  );
  return [...new Map(offices.map((edge) => [edge.id, edge])).values()].sort((x, y) => (x.id < y.id ? -1 : 1));
};

/** Ids of events in which both took part, from the parts taken in all events. */
export const dyadEventsOf = (a: GraphNode, b: GraphNode, parts: Iterable<GraphEdge>): readonly string[] => {
  const sides = new Map<string, number>();
  for (const part of parts) {
    const side =
      (stands(a, part.source, part.sourceCountry) ? 1 : 0) | (stands(b, part.source, part.sourceCountry) ? 2 : 0);
    if (side) sides.set(part.target, (sides.get(part.target) ?? 0) | side);
  }
  return [...sides]
    .filter(([, both]) => both === 3)
    .map(([id]) => id)
    .sort();
};
