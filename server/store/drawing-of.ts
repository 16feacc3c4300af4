import type { Filter } from '../../graph-schema/filter.ts';
import type { Drawing, GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import { storeError } from './error.ts';
import type { Store } from './store.ts';

/** Edges that are taken into memory at once, at most: above, a measure would take minutes. */
const MOST_EDGES = 200_000;

/** Everything a filter leaves of a store, in memory. Throws a `StoreError` where that is more than measures can take on. */
export const drawingOf = async (store: Store, filter: Filter): Promise<Drawing> => {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for await (const item of store.stream(filter)) {
    if ('node' in item) nodes.push(item.node);
    else if (edges.push(item.edge) > MOST_EDGES) {
      throw storeError(
        'invalid',
        `Measures are computed for at most ${MOST_EDGES} relations`,
        'the part of the graph under this filter',
        'Narrow the filter.',
      );
    }
  }
  return { nodes, edges };
};
