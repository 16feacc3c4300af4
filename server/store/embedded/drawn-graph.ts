import { MultiDirectedGraph } from 'graphology';
import type { Article } from '../../../graph-schema/article.ts';
import type { GraphEdge, GraphNode } from '../../../graph-schema/graph.ts';
import type { PlacedClaim } from '../../draw/ledger.ts';
import type { Patch } from '../../draw/redraw.ts';
import {
  ARTICLE_LABELS,
  CLAIM_LABELS,
  INTEGER_PROPERTIES,
  labelsOfNode,
  type Properties,
  propertiesOfArticle,
  propertiesOfClaim,
  propertiesOfEdge,
  propertiesOfNode,
  STATED_IN,
} from '../properties.ts';

/**
 * Attributes in the graph: labels or a type, and properties as a property graph has them, whole numbers as bigint so
 * that integers and floats stay apart. Properties are made when they are first looked at.
 */
export interface NodeAttributes {
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}
export interface EdgeAttributes {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export type DrawnGraphology = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

const withIntegers = (properties: Properties): Record<string, unknown> => {
  const exact: Record<string, unknown> = { ...properties };
  for (const key of INTEGER_PROPERTIES) {
    const value = exact[key];
    if (typeof value === 'number') exact[key] = BigInt(value);
    else if (Array.isArray(value)) exact[key] = value.map((each) => BigInt(each as number));
  }
  return exact;
};

/** Properties that are made when they are first looked at. */
const onDemand = (make: () => Record<string, unknown>) => {
  let made: Record<string, unknown> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const vertex = (labels: readonly string[], make: () => Record<string, unknown>): NodeAttributes => {
  const properties = onDemand(make);
  return {
    labels,
    get properties() {
      return properties();
    },
  };
};

const relationship = (type: string, make: () => Record<string, unknown>): EdgeAttributes => {
  const properties = onDemand(make);
  return {
    type,
    get properties() {
      return properties();
    },
  };
};

/** The drawing in memory, and the record's claims and articles beside it, as one graph. */
export interface DrawnGraph {
  readonly graph: DrawnGraphology;
  /** What is drawn, apart from claims and articles. */
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
  /** Drawn edges at a node, and those that start there. */
  edgesAt(id: string): readonly GraphEdge[];
  edgesFrom(id: string): Iterable<GraphEdge>;
  putArticle(article: Omit<Article, 'text'>): void;
  dropArticle(id: string): void;
  apply(patch: Patch): void;
}

export const createDrawnGraph = (textOf: (articleId: string) => string): DrawnGraph => {
  const graph: DrawnGraphology = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();

  const from = new Map<string, Map<string, GraphEdge>>();
  const to = new Map<string, Map<string, GraphEdge>>();
  const enter = (index: typeof from, id: string, edge: GraphEdge): void => {
    const at = index.get(id);
    if (at) at.set(edge.id, edge);
    else index.set(id, new Map([[edge.id, edge]]));
  };
  const forget = (id: string): void => {
    const edge = edges.get(id);
    if (!edge) return;
    edges.delete(id);
    from.get(edge.source)?.delete(id);
    to.get(edge.target)?.delete(id);
  };

  const putVertex = (key: string, attributes: NodeAttributes): void => {
    if (graph.hasNode(key)) graph.replaceNodeAttributes(key, attributes);
    else graph.addNode(key, attributes);
  };
  const putNode = (node: GraphNode): void => {
    nodes.set(node.id, node);
    putVertex(
      node.id,
      vertex(labelsOfNode(node), () => withIntegers(propertiesOfNode(node))),
    );
  };
  const putEdge = (edge: GraphEdge): void => {
    forget(edge.id);
    edges.set(edge.id, edge);
    enter(from, edge.source, edge);
    enter(to, edge.target, edge);
    const attributes = relationship(edge.type, () => withIntegers(propertiesOfEdge(edge)));
    if (graph.hasEdge(edge.id)) {
      if (graph.source(edge.id) === edge.source && graph.target(edge.id) === edge.target) {
        graph.replaceEdgeAttributes(edge.id, attributes);
        return;
      }
      graph.dropEdge(edge.id);
    }
    graph.addDirectedEdgeWithKey(edge.id, edge.source, edge.target, attributes);
  };
  const statedIn = (claimId: string) => `stated ${claimId}`;
  const putClaim = (placed: PlacedClaim): void => {
    const { id, articleId } = placed.claim;
    putVertex(
      id,
      vertex(CLAIM_LABELS, () => withIntegers(propertiesOfClaim(placed))),
    );
    if (!graph.hasEdge(statedIn(id))) {
      graph.addDirectedEdgeWithKey(statedIn(id), id, articleId, { type: STATED_IN, properties: {} });
    }
  };
  return {
    graph,
    nodes,
    edges,
    edgesAt: (id) => [...(from.get(id)?.values() ?? []), ...(to.get(id)?.values() ?? [])],
    edgesFrom: (id) => from.get(id)?.values() ?? [],
    putArticle: (article) =>
      putVertex(
        article.id,
        vertex(ARTICLE_LABELS, () => {
          const properties = withIntegers(propertiesOfArticle({ ...article, text: '' }));
          return Object.defineProperty(properties, 'text', { enumerable: true, get: () => textOf(article.id) });
        }),
      ),
    dropArticle: (id) => {
      if (graph.hasNode(id)) graph.dropNode(id);
    },
    apply: (patch) => {
      for (const { id } of patch.edges.drop) {
        forget(id);
        if (graph.hasEdge(id)) graph.dropEdge(id);
      }
      for (const id of patch.claims.drop) if (graph.hasNode(id)) graph.dropNode(id);
      for (const node of patch.nodes.put) putNode(node);
      for (const edge of patch.edges.put) putEdge(edge);
      for (const id of patch.nodes.drop) {
        nodes.delete(id);
        from.delete(id);
        to.delete(id);
        if (graph.hasNode(id)) graph.dropNode(id);
      }
      for (const placed of patch.claims.put) putClaim(placed);
    },
  };
};
