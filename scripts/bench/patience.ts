import { ENDLESS } from './cypher-limits/endless.ts';
import { denseEngine, type Patience, tryPatience } from './cypher-limits/patience.ts';

const DEADLINE = 200;
const ROUNDS = 3;

const best = (rounds: readonly Patience[], of: (one: Patience) => number): number => Math.min(...rounds.map(of));

/**
 * Queries without end under a deadline of 200 ms: how far past it each is ended, and the longest turn of the event loop,
 * by the clock and by the processor time of this process (what others computed meanwhile is not the engine's). Of three
 * rounds the least, since what it holds it holds in each.
 */
export const run = async (): Promise<void> => {
  const engine = denseEngine();
  const rows: { name: string; ended: string; late: number; clock: number; computing: number }[] = [];
  for (const [name, query] of Object.entries(ENDLESS)) {
    const rounds: Patience[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await tryPatience(engine, name, query, DEADLINE));
    rows.push({
      name,
      ended: rounds[0]!.ended,
      late: best(rounds, ({ late }) => late),
      clock: best(rounds, ({ held }) => held.clock),
      computing: best(rounds, ({ held }) => held.computing),
    });
  }
  engine.close();
  console.log(
    '| query without end | ended by | ms past its deadline | longest turn, ms by the clock | by the processor |',
  );
  console.log('|---|---|---|---|---|');
  for (const { name, ended, late, clock, computing } of rows)
    console.log(`| ${name} | ${ended} | ${late.toFixed(0)} | ${clock.toFixed(1)} | ${computing.toFixed(1)} |`);
  const worst = (of: (row: (typeof rows)[number]) => number): string => Math.max(...rows.map(of)).toFixed(1);
  console.log(
    `\nOf ${rows.length}: latest ${worst(({ late }) => late)} ms past the deadline, longest turn ${worst(({ clock }) => clock)} ms by the clock, ${worst(({ computing }) => computing)} ms by the processor.`,
  );
};
