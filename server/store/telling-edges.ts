import type { GraphEdge } from '../../graph-schema/graph.ts';
import { evidenceWeight } from './facets.ts';

const byId = (a: GraphEdge, b: GraphEdge): number => (a.id < b.id ? -1 : 1);

const pairOf = ({ source, target }: GraphEdge): string =>
  source < target ? `${source}\u001f${target}` : `${target}\u001f${source}`;

/**
 * The most telling edges about a node, so that a picture with fewer edges still shows every neighbour: first the best
 * evidenced edge of each pair, then the second of each, and so on; at each turn the node's own pairs come before the
 * others. Sorted by id.
 */
export const tellingEdges = (edges: readonly GraphEdge[], nodeId: string, most: number): readonly GraphEdge[] => {
  if (edges.length <= most) return edges;
  const pairs = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const pair = pairs.get(pairOf(edge));
    if (pair) pair.push(edge);
    else pairs.set(pairOf(edge), [edge]);
  }
  const isOwn = (edge: GraphEdge): number => Number(edge.source === nodeId || edge.target === nodeId);
  return [...pairs.values()]
    .flatMap((pair) =>
      pair
        .sort((a, b) => evidenceWeight(b) - evidenceWeight(a) || byId(a, b))
        .map((edge, turn) => ({ edge, turn, own: isOwn(edge), weight: evidenceWeight(edge) })),
    )
    .sort((a, b) => a.turn - b.turn || b.own - a.own || b.weight - a.weight || byId(a.edge, b.edge))
    .slice(0, most)
    .map(({ edge }) => edge)
    .sort(byId);
};
