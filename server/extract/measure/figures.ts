/** Counts from which precision, recall and F1 follow. */
export interface Count {
  readonly right: number;
  readonly found: number;
  readonly expected: number;
}

export const NONE: Count = { right: 0, found: 0, expected: 0 };

export const add = (a: Count, b: Count): Count => ({
  right: a.right + b.right,
  found: a.found + b.found,
  expected: a.expected + b.expected,
});

export const precision = ({ right, found }: Count): number => (found === 0 ? 0 : right / found);
export const recall = ({ right, expected }: Count): number => (expected === 0 ? 0 : right / expected);
export const f1 = (count: Count): number => {
  const [p, r] = [precision(count), recall(count)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
};

/** A Markdown table of counts by name, the largest first. */
export const table = (title: string, rows: ReadonlyMap<string, Count>): string =>
  [
    `| ${title} | P | R | F1 | right | found | expected |`,
    '|---|---|---|---|---|---|---|',
    ...[...rows]
      .sort(([, a], [, b]) => b.expected - a.expected || b.found - a.found)
      .map(
        ([name, count]) =>
          `| ${name} | ${precision(count).toFixed(3)} | ${recall(count).toFixed(3)} | ${f1(count).toFixed(3)} | ${count.right} | ${count.found} | ${count.expected} |`,
      ),
  ].join('\n');

/** Lower bounds of the bins of a calibration table. */
const BINS = [0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.3, 0] as const;

/** How often claims of each confidence are right, as a Markdown table. */
export const calibrationTable = (
  judged: readonly { readonly confidence: number; readonly right: boolean }[],
): string => {
  const rows = BINS.map((from, index) => {
    const to = index === 0 ? 1.01 : BINS[index - 1]!;
    const bin = judged.filter(({ confidence }) => confidence >= from && confidence < to);
    const right = bin.filter((one) => one.right).length;
    const mean = bin.reduce((sum, { confidence }) => sum + confidence, 0) / (bin.length || 1);
    return `| ${from.toFixed(2)}–${Math.min(1, to).toFixed(2)} | ${bin.length} | ${bin.length ? mean.toFixed(3) : '–'} | ${bin.length ? (right / bin.length).toFixed(3) : '–'} |`;
  });
  return ['| confidence | claims | mean | right |', '|---|---|---|---|', ...rows].join('\n');
};
