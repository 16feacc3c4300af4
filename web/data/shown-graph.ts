import type { CypherRelationship } from '../../graph-schema/api/cypher.ts';
import type { Filter } from '../../graph-schema/filter.ts';
import type { ShownEdge, GraphNode } from '../../graph-schema/graph.ts';
import { isRelationType } from '../../graph-schema/relations.ts';
import { queryOfFilter } from '../state/address.ts';
import type { GraphView, View } from '../state/view.ts';
import type { Api } from './api.ts';
import { edgePasses } from './edge-passes.ts';
import { withTellingNames } from './telling-names.ts';

/** What the graph view shows, and how much it leaves out. */
export interface ShownGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly ShownEdge[];
  /** Nodes under the filter that are not shown, where the server told. */
  readonly left: number;
  /** Node size measure by id; absent where sizes show the mentions. */
  readonly sizes?: ReadonlyMap<string, number>;
  /** How many neighbours each node has in the whole graph under this filter, by id. */
  readonly neighbours: ReadonlyMap<string, number>;
}

export const EMPTY_GRAPH: ShownGraph = { nodes: [], edges: [], left: 0, neighbours: new Map() };

/** Edges between so many nodes are asked for at once, at the most. */
const MOST_COMPLETED = 600;
const EDGES_BETWEEN = 'MATCH (a:Entity)-[r]->(b:Entity) WHERE a.id IN $ids AND b.id IN $ids RETURN r';

const asEdge = (relationship: CypherRelationship): ShownEdge | undefined => {
  const properties = relationship.properties as unknown as ShownEdge;
  if (!isRelationType(relationship.type) || typeof properties.id !== 'string') return undefined;
  return { ...properties, type: relationship.type };
};

/**
 * Pieces that were fetched one by one know only the relations within each; this asks for those between them.
 */
const edgesBetween = async (
  api: Api,
  nodes: ReadonlyMap<string, GraphNode>,
  known: readonly ShownEdge[],
  filter: Filter,
): Promise<readonly ShownEdge[]> => {
  if (nodes.size > MOST_COMPLETED || nodes.size < 2) return [];
  try {
    const answer = await api.cypher({ query: EDGES_BETWEEN, parameters: { ids: [...nodes.keys()] }, limit: 10_000 });
    // relationships carry their ends by the ids of the answer, which are ours or are looked up among its nodes
    const ours = new Map(answer.graph.nodes.map((node) => [node.id, String(node.properties.id ?? node.id)]));
    const idOf = (end: string) => (nodes.has(end) ? end : (ours.get(end) ?? end));
    const have = new Set(known.map((edge) => edge.id));
    return answer.graph.edges.flatMap((relationship) => {
      const edge = asEdge(relationship);
      if (!edge || have.has(edge.id)) return [];
      const whole = { ...edge, source: idOf(relationship.source), target: idOf(relationship.target) };
      return nodes.has(whole.source) && nodes.has(whole.target) && edgePasses(whole, filter) ? [whole] : [];
    });
  } catch {
    return [];
  }
};

const piecesOf = async (api: Api, graph: GraphView, filter: Filter) => {
  const { paths } = graph;
  const [overview, opened, added, found] = await Promise.all([
    graph.overview > 0 ? api.overview(graph.overview, filter) : undefined,
    Promise.all(graph.opened.map(({ id, limit, types }) => api.neighbourhood(id, limit, types, filter).catch(() => undefined))),
    Promise.all(graph.added.map((id) => api.node(id).catch(() => undefined))),
    paths ? api.paths(paths.from, paths.to, paths.all, filter).catch(() => undefined) : undefined,
  ]);
  return { overview, opened, added, found };
};

const sizesOf = async (api: Api, graph: GraphView, filter: Filter): Promise<ReadonlyMap<string, number> | undefined> => {
  if (graph.size === 'mentions') return undefined;
  const { items } = await api.measure(graph.size, filter);
  return new Map(items.map(({ id, value }) => [id, value]));
};

/** Nodes that nobody asked for by name and that have no relation with any other shown say nothing. */
const dropLoners = (nodes: Map<string, GraphNode>, edges: readonly ShownEdge[], asked: readonly string[]): void => {
  const kept = new Set(asked);
  for (const { source, target } of edges) kept.add(source).add(target);
  for (const id of nodes.keys()) if (!kept.has(id)) nodes.delete(id);
};

/** Fetch what a view shows. Throws a `ProblemError` where the overview cannot be had. */
export const loadShownGraph = async (api: Api, { graph, filter }: View): Promise<ShownGraph> => {
  const [{ overview, opened, added, found }, sizes, neighbours] = await Promise.all([
    piecesOf(api, graph, filter),
    sizesOf(api, graph, filter),
    api.measure('degree', filter).then(
      // degree centrality is the share of all others that are neighbours
      ({ items }) => new Map(items.map(({ id, value }) => [id, Math.round(value * (items.length - 1))])),
      () => new Map<string, number>(),
    ),
  ]);
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, ShownEdge>();
  const take = (piece: { nodes: readonly GraphNode[]; edges: readonly ShownEdge[] } | undefined): void => {
    for (const node of piece?.nodes ?? []) nodes.set(node.id, node);
    for (const edge of piece?.edges ?? []) edges.set(edge.id, edge);
  };
  take(overview);
  for (const piece of opened) take(piece);
  for (const node of added) if (node) nodes.set(node.id, node);
  for (const path of found?.paths ?? []) take(path);
  for (const id of graph.hidden) nodes.delete(id);
  const pieces = (overview ? 1 : 0) + opened.length + added.length + (found ? 1 : 0);
  if (pieces > 1) for (const edge of await edgesBetween(api, nodes, [...edges.values()], filter)) edges.set(edge.id, edge);
  const shown = [...edges.values()].filter((edge) => nodes.has(edge.source) && nodes.has(edge.target));
  const before = nodes.size;
  if (overview && shown.length > 0) dropLoners(nodes, shown, [...graph.added, ...graph.opened.map(({ id }) => id)]);
  return {
    nodes: withTellingNames([...nodes.values()], shown),
    edges: shown,
    left: overview ? Math.max(0, overview.hidden.nodes - (before - overview.nodes.length)) + before - nodes.size : 0,
    neighbours,
    ...(sizes ? { sizes } : {}),
  };
};

/** What of a view decides which graph is shown: equal keys, equal graphs. */
export const keyOfGraph = ({ graph, filter }: View): string =>
  JSON.stringify([graph.overview, graph.opened, graph.added, graph.paths, graph.hidden, graph.size, queryOfFilter(filter)]);
