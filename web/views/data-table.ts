import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { App } from '../app.ts';
import { download } from './popover.ts';

/** One column: how a row is shown, sorted and written to a file. */
export interface Column<R> {
  readonly key: string;
  readonly title: string;
  /** For sorting, finding, copying and CSV. */
  readonly value: (row: R) => string | number;
  readonly cell?: (row: R) => unknown;
  readonly numeric?: boolean;
}

export interface TableState {
  readonly sort?: string;
  readonly descending: boolean;
  readonly find: string;
  /** How many rows are drawn. */
  readonly most: number;
}

/** Rows that hold every word of the search, sorted by a column; equal rows keep their order. */
export const arrange = <R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  state: Omit<TableState, 'most'>,
): readonly R[] => {
  const words = state.find.toLowerCase().split(/\s+/).filter(Boolean);
  const found =
    words.length === 0
      ? rows
      : rows.filter((row) => {
          const text = columns
            .map((column) => column.value(row))
            .join(' ')
            .toLowerCase();
          return words.every((word) => text.includes(word));
        });
  const column = columns.find(({ key }) => key === state.sort);
  if (!column) return found;
  const way = state.descending ? -1 : 1;
  return [...found].sort((a, b) => {
    const [x, y] = [column.value(a), column.value(b)];
    return way * (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'en'));
  });
};

/** A value for a spreadsheet: quoted where needed, formulas made plain text. */
const csvCell = (value: string | number): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const csvOf = <R>(rows: readonly R[], columns: readonly Column<R>[]): string =>
  [
    columns.map(({ title }) => csvCell(title)),
    ...rows.map((row) => columns.map((column) => csvCell(column.value(row)))),
  ]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');

const tabsOf = <R>(rows: readonly R[], columns: readonly Column<R>[]): string =>
  [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map((column) => String(column.value(row)).replace(/[\t\n]/g, ' '))),
  ]
    .map((cells) => cells.join('\t'))
    .join('\n');

export interface DataTableOptions<R> {
  readonly app: App;
  readonly caption: string;
  readonly rows: readonly R[];
  readonly columns: readonly Column<R>[];
  readonly state: TableState;
  readonly onState: (change: Partial<TableState>) => void;
  readonly onRow?: (row: R) => void;
  readonly rowName?: (row: R) => string;
  readonly fileName: string;
}

/** A table that can be sorted, searched, copied and saved as CSV. */
export const dataTable = <R>({
  app,
  caption,
  rows,
  columns,
  state,
  onState,
  onRow,
  rowName,
  fileName,
}: DataTableOptions<R>): TemplateResult => {
  const arranged = arrange(rows, columns, state);
  const drawn = arranged.slice(0, state.most);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(tabsOf(arranged, columns));
      app.toast(`${arranged.length} rows copied`);
    } catch {
      app.toast('The browser does not let the page copy; save the CSV instead');
    }
  };
  return html`<div class="table-tools">
      <input type="search" aria-label="Find in the table" placeholder="Find in the table" .value=${state.find} @input=${(event: Event) => onState({ find: (event.target as HTMLInputElement).value })} />
      <span class="soft" role="status" data-rows=${arranged.length}>${arranged.length === rows.length ? `${rows.length} rows` : `${arranged.length} of ${rows.length} rows`}</span>
      <button type="button" @click=${copy}>Copy</button>
      <button type="button" @click=${() => download(`${fileName}.csv`, csvOf(arranged, columns), 'text/csv')}>CSV</button>
    </div>
    <div class="table-box" tabindex="0" role="region" aria-label=${caption}><table class="data"><caption class="for-ears">${caption}</caption>
      <thead><tr>${columns.map((column) => {
        const on = state.sort === column.key;
        return html`<th scope="col" class=${column.numeric ? 'numeric' : ''} aria-sort=${on ? (state.descending ? 'descending' : 'ascending') : 'none'}>
          <button type="button" class="plain" @click=${() => onState({ sort: column.key, descending: on ? !state.descending : (column.numeric ?? false) })}>${column.title}<span class="arrow" aria-hidden="true">${on ? (state.descending ? '↓' : '↑') : ''}</span></button></th>`;
      })}</tr></thead>
      <tbody>${drawn.map(
        (row) =>
          html`<tr>${columns.map(
            (column, i) =>
              html`<td class=${column.numeric ? 'numeric' : ''}>${
                i === 0 && onRow
                  ? html`<button type="button" class="link" aria-label=${rowName?.(row) ?? nothing} @click=${() => onRow(row)}>${column.cell?.(row) ?? column.value(row)}</button>`
                  : (column.cell?.(row) ?? column.value(row))
              }</td>`,
          )}</tr>`,
      )}</tbody></table>
      ${drawn.length < arranged.length ? html`<p class="more"><button type="button" @click=${() => onState({ most: state.most + 200 })}>Show 200 more of ${arranged.length - drawn.length}</button></p>` : nothing}
    </div>`;
};
