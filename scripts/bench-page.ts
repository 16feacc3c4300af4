import { parseArgs } from 'node:util';
import { findChromium } from './bench/page/find-chromium.ts';
import { LARGE, LAYOUTS, MIDDLE } from './bench/page/goals.ts';
import { measureDrawing, measureLayout } from './bench/page/measure-contestant.ts';
import { FAST, reportOf } from './bench/page/report.ts';
import { note, PATIENCE, readResults, writeResults } from './bench/page/results.ts';
import { CONTESTANTS, serveContest } from './bench/page/serve-contest.ts';

/**
 * The graph view beside other libraries, with the same data and places, one after the other in turns; medians over
 * the rounds. A long run can be made in pieces: `--rounds 1 --keep` adds a round to what was measured before.
 */
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    quick: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const rounds = options.quick ? 1 : Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1 || ![undefined, 'drawing', 'layout'].includes(options.only)) {
  process.stderr.write('npm run bench:page -- [--quick | --rounds N] [--keep] [--only drawing|layout]\n');
  process.exit(2);
}
const executable = findChromium();
if (!executable) {
  process.stderr.write('No Chromium found: set CHROMIUM to its path.\n');
  process.exit(2);
}
const tell = (text: string) => process.stderr.write(`${text}\n`);
const results = await readResults(options.keep);
const { server, address } = await serveContest([...LAYOUTS, LARGE]);

const drawAll = async (round: string): Promise<void> => {
  for (const [size, names] of [
    [MIDDLE, CONTESTANTS],
    [LARGE, FAST],
  ] as const) {
    for (const name of names) {
      const one = await measureDrawing(executable, address, name, size);
      note(results.drawn, name, size, one);
      tell(
        `${round} ${name} ${size}: pan ${one.panCpu.toFixed(1)} ms a move, p95 ${one.pan.p95.toFixed(0)}, zoom p95 ${one.zoom.p95.toFixed(0)}, drag p95 ${one.drag.p95.toFixed(0)}, hover ${one.hover.toFixed(2)}`,
      );
    }
  }
};

const layOutAll = async (round: string): Promise<void> => {
  for (const size of LAYOUTS) {
    for (const name of FAST) {
      const time = await measureLayout(executable, address, name, size, PATIENCE);
      note(results.laidOut, name, size, time ?? null);
      tell(
        `${round} ${name} ${size}: readable after ${time === undefined ? `more than ${PATIENCE}` : time.toFixed(0)} ms`,
      );
    }
  }
};

for (let round = 1; round <= rounds; round++) {
  if (options.only !== 'layout') await drawAll(`${round}/${rounds}`);
  if (options.only !== 'drawing') await layOutAll(`${round}/${rounds}`);
  await writeResults(results);
}
server.close();
process.stdout.write(`${reportOf(results)}\n`);
process.exit(0);
