import { FailureError, MisuseError } from './errors.ts';

export interface PrintOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly quiet?: boolean;
}

export type Cell = string | number | boolean | null | undefined;

/** Widest column of a table on a terminal. */
const WIDEST = 60;

const shown = (cell: Cell): string => (cell === null || cell === undefined ? '' : String(cell).replace(/\s+/g, ' '));

const fitted = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);

/** A table as a person reads it: aligned columns, a line under the head. */
export const tableText = (columns: readonly string[], rows: readonly (readonly Cell[])[]): string => {
  const widths = columns.map((column, index) =>
    Math.min(WIDEST, Math.max(column.length, ...rows.map((row) => shown(row[index]).length))),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => fitted(cell, widths[index]!))
      .join('  ')
      .trimEnd();
  return [
    line(columns),
    widths.map((width) => '─'.repeat(width)).join('  '),
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
  else await write(`${tableText(columns, rows)}\n`);
};
