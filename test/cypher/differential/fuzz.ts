import { monitorEventLoopDelay } from 'node:perf_hooks';
import { CypherError, createEngine, exactView } from '../../../server/cypher/index.ts';
import { PARAMETERS } from './expressions.ts';
import { mutate } from './mutate.ts';
import { generateQuery } from './queries.ts';
import { seeded } from './random.ts';
import { asGraphology, sampleGraph } from './sample-graph.ts';

export interface Fuzzed {
  readonly tried: number;
  readonly withRows: number;
  readonly refused: ReadonlyMap<string, number>;
  /** What should never be: anything but rows or a `CypherError`. */
  readonly broken: readonly string[];
  /** Longest time the event loop was held, in milliseconds; `noise` is the same of an idle loop. */
  readonly held: number;
  readonly noise: number;
  /** The query during which it was held longest. */
  readonly slowest: string;
}

const DEADLINE = 30;

const idleNoise = async (): Promise<number> => {
  const monitor = monitorEventLoopDelay({ resolution: 1 });
  monitor.enable();
  await new Promise((resolve) => setTimeout(resolve, 500));
  monitor.disable();
  return monitor.max / 1e6;
};

/** Runs mutated queries; each mutation depends on the seed and its number alone. */
export const fuzz = async (seed: string, queries: number): Promise<Fuzzed> => {
  const engine = createEngine(asGraphology(sampleGraph(seeded(`${seed} graph`))), { view: exactView });
  const refused = new Map<string, number>();
  const broken: string[] = [];
  let [withRows, held, slowest] = [0, 0, ''];
  const noise = await idleNoise();
  const monitor = monitorEventLoopDelay({ resolution: 1 });
  monitor.enable();
  for (let i = 0; i < queries; i++) {
    const random = seeded(`${seed} ${i}`);
    const query = mutate(random, generateQuery(random).text);
    try {
      const { columns, rows } = await engine.run(query, PARAMETERS, {
        deadline: DEADLINE,
        maxRows: 20_000,
        maxMemory: 64e6,
      });
      if (!rows.every((row) => row.length === columns.length)) broken.push(`rows of another width: ${query}`);
      withRows++;
    } catch (error) {
      if (error instanceof CypherError && error.code.startsWith('Neo.ClientError.') && error.message.length > 0) {
        refused.set(error.type, (refused.get(error.type) ?? 0) + 1);
      } else broken.push(`${error instanceof Error ? error.stack : String(error)}\n${query}`);
    }
    if (i % 16 === 0) await new Promise(setImmediate);
    const longest = monitor.max / 1e6;
    if (longest > held) [held, slowest] = [longest, query];
  }
  monitor.disable();
  engine.close();
  return { tried: queries, withRows, refused, broken, held, noise, slowest };
};

/** One line of figures. */
export const toldFuzz = ({ tried, withRows, refused, held, noise }: Fuzzed, seed: string): string =>
  `seed ${seed}: ${tried} queries, ${withRows} ran, ${[...refused].map(([type, count]) => `${count} ${type}`).join(', ')}; ` +
  `event loop held ${held.toFixed(1)} ms at most (idle: ${noise.toFixed(1)} ms)`;
