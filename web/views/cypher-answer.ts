import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { CypherAnswer, CypherPlan } from '../../graph-schema/api/cypher.ts';
import type { App } from '../app.ts';
import { textOfValue } from '../console/values.ts';
import { counted } from '../words.ts';
import { type Column, dataTable, type TableState } from './data-table.ts';
import { planTree } from './plan-tree.ts';

/** What an answer can be looked at as. */
export const RESULTS = ['table', 'graph', 'json', 'plan'] as const;
export type ResultFace = (typeof RESULTS)[number];
export const RESULT_NAMES: Readonly<Record<ResultFace, string>> = {
  table: 'Table',
  graph: 'Graph',
  json: 'JSON',
  plan: 'Plan',
};
/** Rows shown as text at once; more would hold the page. */
const MOST_AS_TEXT = 500;

type Row = readonly unknown[];

/** The columns of an answer; numbers where every value is one. */
export const columnsOf = (given: CypherAnswer): Column<Row>[] =>
  given.columns.map((title, i) => ({
    key: String(i),
    title,
    value: (row) => (typeof row[i] === 'number' ? (row[i] as number) : textOfValue(row[i])),
    cell: (row) =>
      typeof row[i] === 'object' && row[i] !== null ? html`<code>${textOfValue(row[i])}</code>` : textOfValue(row[i]),
    numeric: given.rows.length > 0 && given.rows.every((row) => typeof row[i] === 'number' || row[i] === null),
  }));

/** An answer as table or JSON; its graph is painted on a canvas of its own. */
export const drawAnswer = (
  app: App,
  given: CypherAnswer,
  face: ResultFace,
  plan: CypherPlan | undefined,
  table: TableState,
  onTable: (change: Partial<TableState>) => void,
): TemplateResult | typeof nothing => {
  if (face === 'json') {
    const left = given.rows.length - MOST_AS_TEXT;
    return html`<pre class="json" tabindex="0" aria-label="Answer as JSON">${JSON.stringify({ columns: given.columns, rows: given.rows.slice(0, MOST_AS_TEXT) }, null, 2)}</pre>
      ${left > 0 ? html`<p class="soft">${counted(left, 'more row')}: the button JSON saves them all.</p>` : nothing}`;
  }
  if (face === 'graph') return nothing;
  if (face === 'plan')
    return plan ? planTree(plan) : html`<p class="soft">Explain or Profile shows how the store goes about it.</p>`;
  return dataTable<Row>({
    app,
    caption: 'Answer',
    rows: given.rows,
    columns: columnsOf(given),
    state: table,
    onState: onTable,
    fileName: 'entente-answer',
  });
};
