import { randomUUID } from 'node:crypto';
import { gatherGraph } from '../../graph-schema/gather-graph.ts';
import type { Drawing, GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import type { Store } from '../store/store.ts';
import type { Console } from './console.ts';

/**
 * The entities and relations that a query returns, as the store draws them; ends of relations that the query leaves out
 * are added. Claims and articles are the drawing's evidence, not its nodes.
 */
export const drawingOfAnswer = async (store: Store, console: Console, query: string): Promise<Drawing> => {
  const rows: unknown[] = [];
  for await (const event of console.stream({ query, runId: randomUUID() }))
    if ('rows' in event) rows.push(...event.rows);
  const found = gatherGraph(rows);
  const edges = (await Promise.all(found.relationships.map(({ id }) => store.edge(id)))).filter(
    (edge): edge is GraphEdge => edge !== undefined,
  );
  const ids = new Set([
    ...found.nodes.filter(({ labels }) => labels.includes('Entity')).map(({ id }) => id),
    ...edges.flatMap(({ source, target }) => [source, target]),
  ]);
  const nodes = (await Promise.all([...ids].map((id) => store.node(id)))).filter(
    (node): node is GraphNode => node !== undefined,
  );
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return { nodes: nodes.sort(byId), edges: edges.sort(byId) };
};
