import { type Watched, watchLoop } from '../../../scripts/bench/cypher-limits/watch-loop.ts';
import { CypherError, createEngine, exactView } from '../../../server/cypher/index.ts';
import { EVERY_PART } from './every-part.ts';
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
  /** How long the event loop was held, and by which query; `noise` is the same of an idle loop. */
  readonly held: Watched;
  readonly noise: Watched;
}

const DEADLINE = 30;

/** Has it a code and a message, and a place where it was found before running? */
const isProper = ({ code, message, phase, line }: CypherError): boolean =>
  code.startsWith('Neo.ClientError.') && message.length > 0 && (phase === 'runtime' || (line ?? 0) >= 1);

const idleNoise = async (): Promise<Watched> => {
  const end = watchLoop();
  await new Promise((resolve) => setTimeout(resolve, 500));
  return end();
};

/** Runs mutated queries; each mutation depends on the seed and its number alone. */
export const fuzz = async (seed: string, queries: number): Promise<Fuzzed> => {
  const engine = createEngine(asGraphology(sampleGraph(seeded(`${seed} graph`))), { view: exactView });
  const refused = new Map<string, number>();
  const broken: string[] = [];
  let [withRows, current] = [0, ''];
  const noise = await idleNoise();
  await engine.run("RETURN 'a' =~ 'a', date()");
  const end = watchLoop(() => current);
  for (let i = 0; i < queries; i++) {
    const random = seeded(`${seed} ${i}`);
    const whole = random.chance(0.7) ? generateQuery(random).text : random.pick(EVERY_PART);
    const query = mutate(random, whole);
    await new Promise(setImmediate);
    current = query;
    try {
      const { columns, rows } = await engine.run(query, PARAMETERS, {
        deadline: DEADLINE,
        maxRows: 20_000,
        maxMemory: 64e6,
      });
      if (!rows.every((row) => row.length === columns.length)) broken.push(`rows of another width: ${query}`);
      withRows++;
    } catch (error) {
      if (error instanceof CypherError && isProper(error)) {
        refused.set(error.type, (refused.get(error.type) ?? 0) + 1);
      } else broken.push(`${error instanceof Error ? error.stack : String(error)}\n${query}`);
    }
    await new Promise(setImmediate);
  }
  const held = await end();
  engine.close();
  return { tried: queries, withRows, refused, broken, held, noise };
};

/** One line of figures. */
export const toldFuzz = ({ tried, withRows, refused, held, noise }: Fuzzed, seed: string): string =>
  `seed ${seed}: ${tried} queries, ${withRows} ran, ${[...refused].map(([type, count]) => `${count} ${type}`).join(', ')}; ` +
  `longest own turn ${held.own.toFixed(1)} ms, pause of the collector ${held.collecting.toFixed(1)}, by the clock ` +
  `${held.clock.toFixed(1)} (idle: ${noise.clock.toFixed(1)})\n      held longest by: ${held.during}`;
