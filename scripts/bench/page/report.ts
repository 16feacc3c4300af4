import { judge, LARGE, LAYOUTS, MIDDLE } from './goals.ts';
import { medianOf, type Results, readableAfter } from './results.ts';
import { CONTESTANTS, type ContestantName } from './serve-contest.ts';

/** Who takes part where the others would need minutes. */
export const FAST: readonly ContestantName[] = ['entente', 'force-graph'];

const table = (head: readonly string[], body: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const fixed = (value: number, digits = 0): string => (Number.isFinite(value) ? value.toFixed(digits) : '–');

/** The results as tables in Markdown. */
export const reportOf = (results: Results): string => {
  const rows = [MIDDLE, LARGE].flatMap((size) =>
    (size === LARGE ? FAST : CONTESTANTS).map((name) => [
      `${size}`,
      name,
      fixed(
        medianOf(results, name, size, (one) => one.panCpu),
        1,
      ),
      fixed(medianOf(results, name, size, (one) => one.pan.p95)),
      fixed(medianOf(results, name, size, (one) => one.zoom.p95)),
      fixed(medianOf(results, name, size, (one) => one.drag.p95)),
      fixed(
        medianOf(results, name, size, (one) => one.hover),
        2,
      ),
      fixed(medianOf(results, name, size, (one) => one.firstFrame)),
    ]),
  );
  const layouts = LAYOUTS.map((size) => [
    `${size}`,
    fixed(readableAfter(results, 'entente', size)),
    fixed(readableAfter(results, 'force-graph', size)),
  ]);
  const goals = judge(results).map(({ asked, value, met }) => [asked, fixed(value, 2), met ? 'yes' : 'no']);
  return [
    table(
      ['nodes', 'library', 'pan: CPU ms a move', 'pan p95', 'zoom p95', 'drag p95', 'hover ms', 'first frame ms'],
      rows,
    ),
    table(['nodes', 'readable: ours, ms', 'force-graph, ms'], layouts),
    table(['asked', 'measured', 'met'], goals),
  ].join('\n\n');
};
