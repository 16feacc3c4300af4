import { ENDLESS } from './cypher-limits/endless.ts';
import { LARGE } from './cypher-limits/large.ts';
import { denseEngine, type Patience, tryPatience } from './cypher-limits/patience.ts';

const DEADLINE = 200;
const ROUNDS = 5;

/**
 * Queries without end, and operations on the largest of values, under a deadline of 200 ms: how far past it each is ended, and the longest turn of the event loop:
 * the engine's own, by the clock without the pauses of the garbage collector, and those pauses. Of five rounds the
 * least, since what it holds it holds in each. `PATIENCE=<part of a name>` runs only some.
 */
export const run = async (): Promise<void> => {
  const engine = denseEngine();
  const wanted = process.env.PATIENCE ?? '';
  const rows: (Pick<Patience, 'name' | 'ended' | 'late'> & Pick<Patience['held'], 'clock' | 'own' | 'collecting'>)[] =
    [];
  for (const [name, query] of Object.entries({ ...ENDLESS, ...LARGE }).filter(([name]) => name.includes(wanted))) {
    const rounds: Patience[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await tryPatience(engine, name, query, DEADLINE));
    const least = (of: (one: Patience) => number): number => Math.min(...rounds.map(of));
    rows.push({
      name,
      ended: rounds[0]!.ended,
      late: least(({ late }) => late),
      clock: least(({ held }) => held.clock),
      own: least(({ held }) => held.own),
      collecting: least(({ held }) => held.collecting),
    });
  }
  engine.close();
  console.log(
    '| query without end | ended by | ms past its deadline | longest own turn, ms | pause of the collector | by the clock |',
  );
  console.log('|---|---|---|---|---|---|');
  for (const { name, ended, late, clock, own, collecting } of rows) {
    const figures = [own, collecting, clock].map((one) => one.toFixed(1)).join(' | ');
    console.log(`| ${name} | ${ended} | ${late.toFixed(0)} | ${figures} |`);
  }
  const worst = (of: (row: (typeof rows)[number]) => number): string => Math.max(...rows.map(of)).toFixed(1);
  console.log(
    `\nOf ${rows.length}: latest ${worst(({ late }) => late)} ms past the deadline; longest own turn ${worst(({ own }) => own)} ms (${rows.filter(({ own }) => own > 10).length} over 10), longest pause of the collector ${worst(({ collecting }) => collecting)} ms, by the clock ${worst(({ clock }) => clock)} ms.`,
  );
};
