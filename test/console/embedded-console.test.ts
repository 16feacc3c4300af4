import { MultiDirectedGraph } from 'graphology';
import { embeddedConsole } from '../../server/console/embedded-console.ts';
import { createEngine } from '../../server/cypher/index.ts';
import { consoleContract } from './contract.ts';

describe('the console on the embedded store', () => {
  const graph = new MultiDirectedGraph();
  for (let index = 1; index <= 30; index++) {
    graph.addNode(`c${index}`, {
      labels: ['Entity', 'Country'],
      properties: { id: `c${index}`, name: `Country ${index}` },
    });
  }
  for (const a of graph.nodes()) {
    for (const b of graph.nodes()) {
      if (a < b) graph.addEdgeWithKey(a + b, a, b, { type: 'MET_WITH', properties: { id: a + b } });
    }
  }
  const engine = createEngine(graph);
  let turns = 0;

  consoleContract(() => ({
    open: (limits) => embeddedConsole(engine, limits),
    state: async () => graph.export(),
    // A run that goes on would take its turns of the event loop: a pause must use next to no processor time.
    running: async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const before = process.cpuUsage();
      await new Promise((resolve) => setTimeout(resolve, 200));
      const { user, system } = process.cpuUsage(before);
      turns++;
      return user + system > 150_000 ? turns : 0;
    },
  }));
});
