import { FailureError, MisuseError } from './errors.ts';

export interface PrintOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly quiet?: boolean;
}

export type Cell = string | number | boolean | null | undefined;

/** Columns are not squeezed below this, even where a terminal is too narrow. */
const NARROWEST = 8;
const GAP = '  ';

const shown = (cell: Cell): string => (cell === null || cell === undefined ? '' : String(cell).replace(/\s+/g, ' '));

const fitted = (text: string, width: number, right: boolean): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : right ? text.padStart(width) : text.padEnd(width);

/** The widths that columns get in a line of `room` characters: the widest give way first, until all fit. */
const widthsWithin = (wanted: readonly number[], room: number): readonly number[] => {
  const widths = [...wanted];
  let over = widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1)) - room;
  while (over > 0) {
    const most = Math.max(...widths);
    if (most <= NARROWEST) break;
    widths[widths.indexOf(most)] = most - 1;
    over--;
  }
  return widths;
};

/** A table as a person reads it: aligned columns, numbers to the right, a line under the head, no line wider than `room`. */
export const tableText = (
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  room = Number.POSITIVE_INFINITY,
): string => {
  const wanted = columns.map((column, at) => Math.max(column.length, ...rows.map((row) => shown(row[at]).length)));
  const widths = widthsWithin(wanted, room);
  const numeric = columns.map(
    (_, at) => rows.some((row) => typeof row[at] === 'number') && rows.every((row) => typeof row[at] !== 'string'),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => fitted(cell, widths[at]!, numeric[at]!))
      .join(GAP)
      .trimEnd();
  return [
    line(columns),
    widths.map((width) => '─'.repeat(width)).join(GAP),
    ...rows.map((row) => line(row.map(shown))),
  ].join('\n');
};

/** A cell that a spreadsheet would take for a formula is quoted (OWASP, CSV injection). */
const safe = (cell: Cell): string => {
  const text = cell === null || cell === undefined ? '' : String(cell);
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
};

/** Writes to stdout and waits until it is taken. */
export const write = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(new FailureError(error.message)) : resolve()));
  });

/** Rows on stdout: a table on a terminal, JSON in a pipe or where asked for, CSV where asked for. */
export const printRows = async (
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  options: PrintOptions,
  json: unknown = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))),
): Promise<void> => {
  if (options.json && options.csv) throw new MisuseError('--json and --csv exclude each other.');
  if (options.csv) {
    const { stringify } = await import('csv-stringify/sync');
    await write(stringify([columns, ...rows.map((row) => row.map(safe))] as string[][]));
  } else if (options.json || !process.stdout.isTTY)
    await write(`${JSON.stringify(json, null, options.json ? 2 : 0)}\n`);
  else if (rows.length === 0) process.stderr.write('No rows.\n');
  else await write(`${tableText(columns, rows, process.stdout.columns || 120)}\n`);
};
