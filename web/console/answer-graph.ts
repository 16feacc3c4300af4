import type { CypherAnswer, CypherNode, CypherRelationship } from '../../graph-schema/api/cypher.ts';
import type { GraphNode, ShownEdge } from '../../graph-schema/graph.ts';
import { type EntityKind, LABEL_OF_KIND } from '../../graph-schema/kinds.ts';
import { isRelationType, relationOf } from '../../graph-schema/relations.ts';

const KIND_OF_LABEL = new Map(
  Object.entries(LABEL_OF_KIND).map(([kind, label]) => [label as string, kind as EntityKind]),
);

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const ownId = (node: CypherNode): string => text(node.properties.id) ?? node.id;

/** A node of an answer as the graph draws it; claims and articles as proposals' sheets with their words. */
const asNode = (node: CypherNode): GraphNode => {
  const kind = node.labels.map((label) => KIND_OF_LABEL.get(label)).find((one) => one !== undefined);
  const name = text(node.properties.name) ?? text(node.properties.title) ?? text(node.properties.quote) ?? node.id;
  const iso3 = text(node.properties.iso3);
  const number = (value: unknown) => (typeof value === 'number' ? value : 0);
  return {
    id: ownId(node),
    name,
    kind: kind ?? 'proposal',
    aliases: [],
    mentions: number(node.properties.mentions),
    articles: number(node.properties.articles),
    search: name.toLowerCase(),
    ...(iso3 ? { iso3 } : {}),
  };
};

const asEdge = (relationship: CypherRelationship, idOf: (id: string) => string): ShownEdge => {
  const { properties } = relationship;
  const type = isRelationType(relationship.type) ? relationship.type : 'PART_OF';
  const relation = relationOf(type as Parameters<typeof relationOf>[0]);
  return {
    claims: 1,
    sources: 1,
    outlets: [],
    precision: 'unknown',
    polarity: 'affirmed',
    modality: 'fact',
    confidence: 1,
    quad: relation.quad,
    goldstein: relation.goldstein,
    ...(properties as Partial<ShownEdge>),
    id: text(properties.id) ?? relationship.id,
    type: relation.name as ShownEdge['type'],
    source: idOf(relationship.source),
    target: idOf(relationship.target),
  };
};

/** The nodes and edges of an answer as a drawing. */
export const drawingOfAnswer = ({
  graph,
}: CypherAnswer): { readonly nodes: readonly GraphNode[]; readonly edges: readonly ShownEdge[] } => {
  const ids = new Map(graph.nodes.map((node) => [node.id, ownId(node)]));
  const idOf = (id: string) => ids.get(id) ?? id;
  return { nodes: graph.nodes.map(asNode), edges: graph.edges.map((edge) => asEdge(edge, idOf)) };
};

/** Ids in an answer that the graph view can show: entities only. */
export const entityIdsOfAnswer = ({ graph }: CypherAnswer): readonly string[] =>
  graph.nodes.filter((node) => node.labels.some((label) => KIND_OF_LABEL.has(label))).map(ownId);
