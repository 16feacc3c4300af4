import { MultiDirectedGraph } from 'graphology';
import seedrandom from 'seedrandom';
import { CypherError, createEngine, type Engine } from '../../../server/cypher/index.ts';
import { type Watched, watchLoop } from './watch-loop.ts';

export interface Patience {
  readonly name: string;
  /** How it ended: the error's title, or the number of rows. */
  readonly ended: string;
  /** Milliseconds past the deadline; negative where it ended before. */
  readonly late: number;
  readonly held: Watched;
  readonly proper: boolean;
}

/** A graph dense enough that walks through it never end. */
export const denseEngine = (): Engine => {
  const random = seedrandom('dense');
  const node = () => `n${Math.floor(random() * 300)}`;
  const graph = new MultiDirectedGraph();
  for (let i = 0; i < 300; i++) graph.addNode(`n${i}`, { labels: ['Entity'], properties: { id: `n${i}`, rank: i } });
  for (let i = 0; i < 3000; i++) {
    graph.addEdgeWithKey(`r${i}`, node(), node(), {
      type: 'KNOWS',
      properties: {},
    });
  }
  return createEngine(graph);
};

/** Runs a query that would not end, and tells how well it was stopped. */
export const tryPatience = async (engine: Engine, name: string, query: string, deadline: number): Promise<Patience> => {
  const end = watchLoop();
  const began = performance.now();
  let ended: string;
  let proper = true;
  try {
    ended = `${(await engine.run(query, {}, { deadline, maxMemory: 256e6 })).rows.length} rows`;
  } catch (error) {
    proper = error instanceof CypherError;
    ended = error instanceof CypherError ? error.title : String(error);
  }
  const late = performance.now() - began - deadline;
  await new Promise(setImmediate);
  return { name, ended, late, held: await end(), proper };
};
