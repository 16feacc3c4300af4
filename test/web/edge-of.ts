import type { GraphEdge } from '../../graph-schema/graph.ts';
import { type RelationType, relationOf } from '../../graph-schema/relations.ts';

/** An edge of a relation between two nodes, with what a test says of it. */
export const edgeOf = (
  source: string,
  type: RelationType,
  target: string,
  more: Partial<GraphEdge> = {},
): GraphEdge => ({
  id: `${source}${type}${target}`,
  type,
  source,
  target,
  claimIds: [],
  claims: 1,
  sources: 1,
  outlets: [],
  precision: 'day',
  polarity: 'affirmed',
  modality: 'fact',
  confidence: 0.9,
  quad: relationOf(type).quad,
  goldstein: relationOf(type).goldstein,
  ...more,
});
