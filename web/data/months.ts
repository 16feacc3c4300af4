import type { TimelineAnswer } from '../../graph-schema/api/graph.ts';

export type MonthCount = TimelineAnswer['months'][number];

/** Share of all counts that may lie before the drawn range: one war of long ago should not flatten the rest. */
const EARLY_SHARE = 0.015;
const LONG = 15 * 12;

/** `2017-04` as a count of months since the year 0. */
export const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

export const monthOf = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;

export const firstDay = (month: string): string => `${month}-01`;

export const lastDay = (month: string): string => {
  const date = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0));
  return `${month}-${String(date.getUTCDate()).padStart(2, '0')}`;
};

/** The months that are drawn, gaps filled with zeros, and how much lies before them. */
export const monthsToDraw = (months: readonly MonthCount[]): { readonly months: readonly MonthCount[]; readonly earlier: number } => {
  const dated = months.filter(({ month }) => /^\d{4}-\d{2}$/.test(month)).sort((a, b) => a.month.localeCompare(b.month));
  if (dated.length === 0) return { months: [], earlier: 0 };
  const size = (one: MonthCount) => one.cooperation + one.conflict;
  const total = dated.reduce((sum, one) => sum + size(one), 0);
  let from = 0;
  let earlier = 0;
  const last = monthNumber(dated.at(-1)!.month);
  while (
    from < dated.length - 1 &&
    last - monthNumber(dated[from]!.month) > LONG &&
    earlier + size(dated[from]!) <= total * EARLY_SHARE
  ) {
    earlier += size(dated[from]!);
    from++;
  }
  const known = new Map(dated.map((one) => [one.month, one]));
  const filled: MonthCount[] = [];
  for (let at = monthNumber(dated[from]!.month); at <= last; at++) {
    const month = monthOf(at);
    filled.push(known.get(month) ?? { month, cooperation: 0, conflict: 0, goldstein: 0 });
  }
  return { months: filled, earlier };
};
