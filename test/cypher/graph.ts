import { MultiDirectedGraph } from 'graphology';
import seedrandom from 'seedrandom';
import { written } from '../../server/cypher/index.ts';
import { createWritingEngine, type Engine } from '../../server/cypher/write/index.ts';

/** A graph built by a Cypher script. */
export async function graphOf(script: string): Promise<MultiDirectedGraph> {
  const graph = new MultiDirectedGraph();
  const engine = createWritingEngine(graph);
  await engine.run(script);
  engine.close();
  return graph;
}

/** A graph of some thousand nodes whose shape depends on the seed only. */
export function largeGraph(nodes: number, relationships: number, seed = 'large'): MultiDirectedGraph {
  const random = seedrandom(seed);
  const graph = new MultiDirectedGraph();
  for (let i = 0; i < nodes; i++) {
    graph.addNode(`n${i}`, { labels: [i % 7 === 0 ? 'Country' : 'Person'], properties: { id: i, name: `name ${i}` } });
  }
  const any = (): string => `n${Math.floor(random() * nodes)}`;
  for (let i = 0; i < relationships; i++) {
    const type = ['MET', 'BACKS', 'OPPOSES'][i % 3];
    graph.addDirectedEdgeWithKey(`r${i}`, any(), any(), { type, properties: { year: 2000 + (i % 20) } });
  }
  return graph;
}

/** Rows as text, in the order they came. */
export async function rowsOf(
  engine: Engine,
  query: string,
  parameters: Record<string, unknown> = {},
): Promise<string[]> {
  const { rows } = await engine.run(query, parameters);
  return rows.map((row) => row.map(written).join(' | '));
}
