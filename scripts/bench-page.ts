import { mkdir, writeFile } from 'node:fs/promises';
import { findChromium } from './bench/page/find-chromium.ts';
import { type Measured, measureDrawing, measureLayout, median } from './bench/page/measure-contestant.ts';
import { CONTESTANTS, type ContestantName, serveContest } from './bench/page/serve-contest.ts';

/** The graph view beside other libraries, with the same data and places, one after the other in turns. Medians of three. */
const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 1 : 3;
const LARGE = 20_000;
const MIDDLE = 5_000;
const LAYOUTS = [300, 1_000, MIDDLE] as const;
const PATIENCE = 15_000;
const RIVALS_LARGE: readonly ContestantName[] = ['entente', 'force-graph'];

const executable = findChromium();
if (!executable) {
  process.stderr.write('No Chromium found: set CHROMIUM to its path.\n');
  process.exit(2);
}
const { server, address } = await serveContest([...LAYOUTS, LARGE]);
const note = (text: string) => process.stderr.write(`${text}\n`);

const drawn = new Map<string, Measured[]>();
const laidOut = new Map<string, (number | undefined)[]>();
for (let round = 0; round < ROUNDS; round++) {
  for (const [size, names] of [
    [MIDDLE, CONTESTANTS],
    [LARGE, RIVALS_LARGE],
  ] as const) {
    for (const name of names) {
      const measured = await measureDrawing(executable, address, name, size);
      drawn.set(`${name} ${size}`, [...(drawn.get(`${name} ${size}`) ?? []), measured]);
      note(
        `${round + 1}/${ROUNDS} ${name} ${size}: pan ${measured.panCpu.toFixed(1)} ms a move, p95 ${measured.pan.p95.toFixed(0)}, drag p95 ${measured.drag.p95.toFixed(0)}, hover ${measured.hover.toFixed(2)}`,
      );
    }
  }
  for (const size of LAYOUTS) {
    for (const name of RIVALS_LARGE) {
      const time = await measureLayout(executable, address, name, size, PATIENCE);
      laidOut.set(`${name} ${size}`, [...(laidOut.get(`${name} ${size}`) ?? []), time]);
      note(
        `${round + 1}/${ROUNDS} ${name} ${size}: readable after ${time === undefined ? `more than ${PATIENCE}` : time.toFixed(0)} ms`,
      );
    }
  }
}
server.close();

const of = (name: ContestantName, size: number, value: (measured: Measured) => number): number =>
  median((drawn.get(`${name} ${size}`) ?? []).map(value));
const readable = (name: ContestantName, size: number): number =>
  median((laidOut.get(`${name} ${size}`) ?? []).map((time) => time ?? PATIENCE));
const fixed = (value: number, digits = 0): string => (Number.isNaN(value) ? '–' : value.toFixed(digits));

const rows = [MIDDLE, LARGE].flatMap((size) =>
  (size === LARGE ? RIVALS_LARGE : CONTESTANTS).map((name) => [
    `${size}`,
    name,
    fixed(
      of(name, size, (m) => m.panCpu),
      1,
    ),
    fixed(of(name, size, (m) => m.pan.p95)),
    fixed(of(name, size, (m) => m.zoom.p95)),
    fixed(of(name, size, (m) => m.drag.p95)),
    fixed(
      of(name, size, (m) => m.hover),
      2,
    ),
    fixed(of(name, size, (m) => m.firstFrame)),
  ]),
);
const table = (head: readonly string[], body: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const ours = drawn.get(`entente ${MIDDLE}`)!;
const ratio = (a: number, b: number): number => a / b;
const most = Math.max;
/** What is asked of the graph view, and what came out. */
const goals: readonly (readonly [goal: string, value: number, good: boolean])[] = (() => {
  const pan = (name: ContestantName) => of(name, MIDDLE, (m) => m.panCpu);
  const hoverOf = (name: ContestantName) => of(name, MIDDLE, (m) => m.hover);
  const moving = (name: ContestantName) =>
    most(
      of(name, MIDDLE, (m) => m.pan.p95),
      of(name, MIDDLE, (m) => m.zoom.p95),
    );
  const sooner = (size: number) => ratio(readable('force-graph', size), readable('entente', size));
  const hovers = Math.min(
    ...CONTESTANTS.slice(1)
      .map(hoverOf)
      .filter((value) => !Number.isNaN(value)),
  );
  const values: [string, number, (value: number) => boolean][] = [
    ['5,000: readable sooner than force-graph, times (≥ 5)', sooner(MIDDLE), (v) => v >= 5],
    ['5,000: pan CPU over force-graph’s (≤ 0.8)', ratio(pan('entente'), pan('force-graph')), (v) => v <= 0.8],
    ['5,000: pan CPU over sigma’s (≤ 0.25)', ratio(pan('entente'), pan('sigma')), (v) => v <= 0.25],
    [
      '5,000: pan and zoom p95 over force-graph’s (≤ 1)',
      ratio(moving('entente'), moving('force-graph')),
      (v) => v <= 1.001,
    ],
    [
      '5,000: drag p95 better than force-graph, times (≥ 2.5)',
      ratio(
        of('force-graph', MIDDLE, (m) => m.drag.p95),
        of('entente', MIDDLE, (m) => m.drag.p95),
      ),
      (v) => v >= 2.5,
    ],
    ['5,000: hover better than the best peer, times (≥ 3)', ratio(hovers, hoverOf('entente')), (v) => v >= 3],
    ['1,000: readable sooner than force-graph, times (≥ 2)', sooner(1_000), (v) => v >= 2],
    ['300: first readable picture, ms (≤ 300)', readable('entente', 300), (v) => v <= 300],
    [
      '20,000: pan p95 better than force-graph, times (≥ 3)',
      ratio(
        of('force-graph', LARGE, (m) => m.pan.p95),
        of('entente', LARGE, (m) => m.pan.p95),
      ),
      (v) => v >= 3,
    ],
    ['5,000: names in full view (≥ 40)', median(ours.map((m) => m.labels?.count ?? 0)), (v) => v >= 40],
    ['5,000: names that overlap (0)', most(...ours.map((m) => m.labels?.overlapping ?? 1)), (v) => v === 0],
    ['5,000: neighbours’ names in focus (≥ 20)', median(ours.map((m) => m.focusLabels ?? 0)), (v) => v >= 20],
  ];
  return values.map(([goal, value, good]) => [goal, value, good(value)] as const);
})();

process.stdout.write(
  `${table(['nodes', 'library', 'pan: CPU ms a move', 'pan p95', 'zoom p95', 'drag p95', 'hover ms', 'first frame ms'], rows)}\n\n` +
    `${table(
      ['nodes', 'readable: ours, ms', 'force-graph, ms'],
      LAYOUTS.map((size) => [`${size}`, fixed(readable('entente', size)), fixed(readable('force-graph', size))]),
    )}\n\n` +
    `${table(
      ['asked', 'measured', 'met'],
      goals.map(([goal, value, good]) => [goal, fixed(value, 2), good ? 'yes' : 'no']),
    )}\n`,
);
await mkdir('artefacts', { recursive: true });
await writeFile(
  'artefacts/bench-page.json',
  JSON.stringify({ drawn: [...drawn], laidOut: [...laidOut], goals }, null, 2),
);
process.exit(0);
