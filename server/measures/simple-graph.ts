import { UndirectedGraph } from 'graphology';
import type { Drawing } from '../../graph-schema/graph.ts';
import { signOfQuad } from '../../graph-schema/relation.ts';

/** What one pair of nodes has between them. */
export interface PairAttributes {
  /** Number of typed edges. */
  weight: number;
  /** Sum of Goldstein weights of the edges that are no belonging. */
  goldstein: number;
  cooperation: number;
  conflict: number;
}

export type SimpleGraph = UndirectedGraph<object, PairAttributes>;

/** The drawing with one undirected edge a pair, as measures of networks want it. Loops are left out. */
export const simpleGraph = ({ nodes, edges }: Drawing): SimpleGraph => {
  const graph = new UndirectedGraph<object, PairAttributes>();
  for (const { id } of nodes) graph.addNode(id);
  for (const edge of edges) {
    if (edge.source === edge.target || !graph.hasNode(edge.source) || !graph.hasNode(edge.target)) continue;
    const sign = signOfQuad(edge.quad);
    graph.updateEdge(edge.source, edge.target, (old) => ({
      weight: (old.weight ?? 0) + 1,
      goldstein: (old.goldstein ?? 0) + edge.goldstein,
      cooperation: (old.cooperation ?? 0) + (sign === 'cooperation' ? 1 : 0),
      conflict: (old.conflict ?? 0) + (sign === 'conflict' ? 1 : 0),
    }));
  }
  return graph;
};
