import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import type { CypherAnswer, CypherPlan, SchemaAnswer } from '../../graph-schema/api/cypher.ts';
import type { App } from '../app.ts';
import { drawingOfAnswer, entityIdsOfAnswer } from '../console/answer-graph.ts';
import type { QueryEditor, QueryFault } from '../console/editor.ts';
import { EXAMPLES } from '../console/examples.ts';
import { createKeptQueries } from '../console/kept-queries.ts';
import { runQuery } from '../console/run-query.ts';
import { textOfValue } from '../console/values.ts';
import { ProblemError } from '../data/api.ts';
import { createGraphCanvas, type GraphCanvas } from '../graph/graph-canvas.ts';
import { startLayoutWorker } from '../graph/layout-client.ts';
import { createScene } from '../graph/scene.ts';
import { withGraph } from '../state/view.ts';
import { counted } from '../words.ts';
import { type Column, csvOf, dataTable, type TableState } from './data-table.ts';
import { planTree } from './plan-tree.ts';
import { download } from './popover.ts';
import { onTheme } from './theme.ts';

const RESULTS = ['table', 'graph', 'json', 'plan'] as const;
type Result = (typeof RESULTS)[number];
const RESULT_NAMES: Readonly<Record<Result, string>> = { table: 'Table', graph: 'Graph', json: 'JSON', plan: 'Plan' };
const START_QUERY = EXAMPLES[0]!.query;
const MOST_ROWS = 1000;
const ALL_ROWS = 10_000;
/** Rows shown as text at once; more would hold the page. */
const MOST_AS_TEXT = 500;

const STOPPED = { title: 'Stopped', detail: 'The query was stopped; the server has ended its work.', where: '' };

type Row = readonly unknown[];

/** The Cypher console: editor, parameters, examples, saved queries, history; answers as table, graph, JSON, plan. */
export const mountCypher = (host: HTMLElement, app: App) => {
  const { session } = app;
  const kept = createKeptQueries();
  let editor: QueryEditor | undefined;
  let schema: SchemaAnswer | undefined;
  let parameters = '';
  let answer: CypherAnswer | undefined;
  let plan: CypherPlan | undefined;
  let fault: { readonly title: string; readonly detail: string; readonly where: string } | undefined;
  let running:
    | { readonly id: string; readonly from: number; readonly stop: AbortController; stopped: boolean }
    | undefined;
  let shown: Result = 'table';
  let table: TableState = { descending: false, find: '', most: 100 };
  let took = 0;
  let canvas: GraphCanvas | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;

  render(
    html`<div class="wide-page cypher-page"><h1>Cypher</h1>
      <div class="console"><div class="writing"><div class="editor" data-editor></div><div class="console-tools"></div><section class="answer" aria-label="Answer"></section></div><aside class="shelf" aria-label="Queries"></aside></div>
      </div>`,
    host,
  );
  const tools = host.querySelector<HTMLElement>('.console-tools')!;
  const shelf = host.querySelector<HTMLElement>('.shelf')!;
  const result = host.querySelector<HTMLElement>('.answer')!;
  const editorHost = host.querySelector<HTMLElement>('[data-editor]')!;

  const readParameters = (): Record<string, unknown> | undefined => {
    if (parameters.trim() === '') return undefined;
    const value: unknown = JSON.parse(parameters);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Error('Parameters are a JSON object, like {"name": "Russia"}.');
    return value as Record<string, unknown>;
  };

  const request = (query: string) => {
    const given = readParameters();
    return {
      query,
      ...(given ? { parameters: given as NonNullable<Parameters<App['api']['cypher']>[0]['parameters']> } : {}),
    };
  };

  const faultOf = (error: unknown): typeof fault => {
    if (error instanceof ProblemError) {
      const { title, detail, line, column } = error.problem;
      return { title, detail, where: line ? `line ${line}, column ${column ?? 1}` : '' };
    }
    return { title: 'This cannot be run', detail: error instanceof Error ? error.message : String(error), where: '' };
  };

  const check = async (query: string): Promise<QueryFault | undefined> => {
    try {
      await app.api.explain(request(query));
      return undefined;
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.status >= 500 || error.problem.status === 429)
        return undefined;
      const { line, column, detail } = error.problem;
      return { line: line ?? 1, column: column ?? 1, message: detail };
    }
  };

  const run = async (limit = MOST_ROWS, profile = false): Promise<void> => {
    const query = editor?.text() ?? session.view().query;
    if (query.trim() === '' || running) return;
    session.go((view) => ({ ...view, query }));
    const stop = new AbortController();
    running = { id: crypto.randomUUID(), from: performance.now(), stop, stopped: false };
    fault = undefined;
    answer = undefined;
    plan = undefined;
    table = { descending: false, find: '', most: 100 };
    if (shown === 'plan' && !profile) shown = 'table';
    timer = setInterval(paintTools, 200);
    paint();
    try {
      answer = await runQuery(
        app.api,
        { ...request(query), limit, runId: running.id, ...(profile ? { profile: true } : {}) },
        stop.signal,
        (part) => {
          answer = part;
          paint();
        },
      );
      plan = answer.plan;
      took = performance.now() - running.from;
      kept.remember({
        query,
        parameters,
        at: new Date().toISOString(),
        rows: answer.rows.length,
        milliseconds: answer.milliseconds,
      });
      if (profile && plan) shown = 'plan';
      if (answer.graph.nodes.length === 0 && shown === 'graph') shown = 'table';
      app.say(`${counted(answer.rows.length, 'row')} in ${Math.round(answer.milliseconds)} milliseconds.`);
    } catch (error) {
      fault = running.stopped ? STOPPED : faultOf(error);
      took = performance.now() - running.from;
      // rows that came before stay, and are said not to be all
      answer = answer && answer.rows.length > 0 ? { ...answer, truncated: true } : undefined;
      editor?.lint();
    }
    running = undefined;
    clearInterval(timer);
    paint();
  };

  const stopRun = (): void => {
    if (!running) return;
    const { id, stop } = running;
    running.stopped = true;
    app.api
      .stopCypher(id)
      .catch(() => undefined)
      .finally(() => stop.abort());
  };

  const explain = async (): Promise<void> => {
    const query = editor?.text() ?? session.view().query;
    try {
      const explained = await app.api.explain(request(query));
      plan = explained.plan;
      fault = plan ? undefined : { title: 'No plan', detail: 'The store gives no plan for this query.', where: '' };
      shown = 'plan';
    } catch (error) {
      fault = faultOf(error);
    }
    paint();
  };

  const put = (query: string, given = ''): void => {
    parameters = given;
    editor?.setText(query);
    session.go((view) => ({ ...view, query }), 'same-step');
    paint();
    editor?.focus();
  };

  const columnsOf = (given: CypherAnswer): Column<Row>[] =>
    given.columns.map((title, i) => ({
      key: String(i),
      title,
      value: (row) => (typeof row[i] === 'number' ? (row[i] as number) : textOfValue(row[i])),
      cell: (row) =>
        typeof row[i] === 'object' && row[i] !== null ? html`<code>${textOfValue(row[i])}</code>` : textOfValue(row[i]),
      numeric: given.rows.length > 0 && given.rows.every((row) => typeof row[i] === 'number' || row[i] === null),
    }));

  const inGraph = (add: boolean): void => {
    if (!answer) return;
    const ids = [...new Set(entityIdsOfAnswer(answer))];
    session.go((view) => ({
      ...withGraph(
        view,
        add
          ? { added: [...new Set([...view.graph.added, ...ids])] }
          : { overview: 0, opened: [], added: ids, hidden: [] },
      ),
      page: 'graph',
      chosen: { kind: 'none' },
    }));
  };

  const paintTools = (): void => {
    render(
      html`<div class="actions"><button type="button" class="primary" data-do="run" title="Ctrl+Enter" ?disabled=${running !== undefined} @click=${() => run()}>Run</button>
          ${running ? html`<button type="button" data-do="stop" @click=${stopRun}>Stop</button><span class="soft" role="status">${((performance.now() - running.from) / 1000).toFixed(1)} s</span>` : nothing}
          <button type="button" @click=${explain}>Explain</button><button type="button" @click=${() => run(MOST_ROWS, true)}>Profile</button>
          <form class="inline" @submit=${(event: Event) => {
            event.preventDefault();
            const form = event.target as HTMLFormElement;
            const name = String(new FormData(form).get('name') ?? '').trim();
            if (name === '') return;
            kept.save({ name, query: editor?.text() ?? '', parameters });
            form.reset();
            app.toast(`Saved as ${name}`);
            paint();
          }}><input name="name" aria-label="Name to save the query under" placeholder="Save as …" /><button>Save</button></form></div>
        <details class="parameters" ?open=${parameters !== ''}><summary>Parameters</summary><textarea rows="2" spellcheck="false" aria-label="Parameters as JSON" placeholder='{"name": "Russia"}' .value=${parameters} @input=${(
          event: Event,
        ) => {
          parameters = (event.target as HTMLTextAreaElement).value;
        }}></textarea></details>`,
      tools,
    );
  };

  const queryButton = (title: string, query: string, given: string, note = ''): TemplateResult =>
    html`<button type="button" class="wide" title=${query} @click=${() => put(query, given)}><span class="name">${title}</span>${note ? html`<span class="count">${note}</span>` : nothing}</button>`;

  const paintShelf = (): void => {
    const saved = kept.saved();
    const history = kept.run();
    render(
      html`<h2>Questions to begin with</h2><ul>${EXAMPLES.map(
        (example) =>
          html`<li>${queryButton(example.title, example.query, example.parameters ? JSON.stringify(example.parameters) : '')}</li>`,
      )}</ul>
      <h2>Saved</h2>
      ${
        saved.length === 0
          ? html`<p class="soft">Queries that you save are listed here.</p>`
          : html`<ul>${saved.map(
              (one) =>
                html`<li class="with-end">${queryButton(one.name, one.query, one.parameters)}<button type="button" class="plain" aria-label="Forget ${one.name}" @click=${() => {
                  kept.forget(one.name);
                  paint();
                }}>✕</button></li>`,
            )}</ul>`
      }
      <p class="actions">${saved.length > 0 ? html`<button type="button" @click=${() => download('entente-queries.json', kept.write(), 'application/json')}>Export</button>` : nothing}
        <label class="button file-button">Import<input type="file" accept=".json,application/json" aria-label="Import saved queries" @change=${async (
          event: Event,
        ) => {
          const element = event.target as HTMLInputElement;
          const file = element.files?.[0];
          element.value = '';
          if (!file) return;
          try {
            app.toast(`${counted(kept.take(await file.text()), 'query', 'queries')} taken in`);
          } catch (error) {
            app.complain(error);
          }
          paint();
        }} /></label></p>
      ${history.length > 0 ? html`<details><summary>History</summary><ul class="history">${history.map((one) => html`<li>${queryButton(one.query.replace(/\s+/g, ' ').slice(0, 80), one.query, one.parameters, one.rows === undefined ? '' : `${one.rows} rows, ${Math.round(one.milliseconds ?? 0)} ms`)}</li>`)}</ul></details>` : nothing}`,
      shelf,
    );
  };

  const drawAnswer = (given: CypherAnswer): TemplateResult | typeof nothing => {
    const face = running ? 'table' : shown;
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
      onState: (change) => {
        table = { ...table, ...change };
        paint();
      },
      fileName: 'entente-answer',
    });
  };

  const paint = (): void => {
    paintTools();
    paintShelf();
    const nodes = answer?.graph.nodes.length ?? 0;
    const entities = answer ? entityIdsOfAnswer(answer).length : 0;
    const results = RESULTS.filter((one) =>
      one === 'graph' ? nodes > 0 : one === 'plan' ? plan !== undefined : answer !== undefined,
    );
    render(
      html`${fault ? html`<div class="fault" role="alert"><b>${fault.title}</b>${fault.where ? html` <span class="soft">${fault.where}</span>` : nothing}<p>${fault.detail}</p></div>` : nothing}
      ${
        running
          ? html`<p class="soft" data-coming>${answer ? `${counted(answer.rows.length, 'row')} so far …` : 'Running …'}</p>`
          : results.length > 0
            ? html`<div class="answer-head"><div class="segments" role="group" aria-label="Answer as">${results.map(
                (one) =>
                  html`<button type="button" aria-pressed=${shown === one} @click=${() => {
                    shown = one;
                    paint();
                  }}>${RESULT_NAMES[one]}</button>`,
              )}</div>
        ${
          answer
            ? html`<span class="soft" data-took>${counted(answer.rows.length, 'row')}${answer.truncated ? ' (there are more)' : ''} · ${answer.milliseconds.toFixed(answer.milliseconds < 10 ? 1 : 0)} ms in the store, ${Math.round(took)} ms in all</span>
        ${answer.truncated && answer.rows.length < ALL_ROWS ? html`<button type="button" @click=${() => run(ALL_ROWS)}>Fetch up to 10,000</button>` : nothing}
        <button type="button" @click=${() => download('entente-answer.json', `${JSON.stringify({ query: session.view().query, columns: answer!.columns, rows: answer!.rows }, null, 2)}\n`, 'application/json')}>JSON</button>
        <button type="button" @click=${() => download('entente-answer.csv', csvOf(answer!.rows, columnsOf(answer!)), 'text/csv')}>CSV</button>
        ${entities > 0 ? html`<button type="button" data-do="to-graph" @click=${() => inGraph(false)}>Show in the graph</button><button type="button" @click=${() => inGraph(true)}>Add to the graph</button>` : nothing}`
            : nothing
        }</div>`
            : nothing
      }
      ${(answer?.notices ?? []).map((notice) => html`<p class="soft">${notice}</p>`)}
      <div class="answer-graph" ?hidden=${running !== undefined || shown !== 'graph' || nodes === 0}></div>
      ${answer ? drawAnswer(answer) : plan && shown === 'plan' ? planTree(plan) : nothing}`,
      result,
    );
    if (shown === 'graph' && !running && answer && nodes > 0) paintGraph(answer);
  };

  let painted: CypherAnswer | undefined;
  const paintGraph = (given: CypherAnswer): void => {
    const place = result.querySelector<HTMLElement>('.answer-graph')!;
    if (!canvas) {
      canvas = createGraphCanvas(place, {
        worker: startLayoutWorker(new URL('./layout-worker.js', document.baseURI).href),
        onPick: (target) =>
          canvas!.select({
            nodes: new Set(target && 'node' in target ? [target.node] : []),
            bundle: target && 'bundle' in target ? target.bundle : -1,
          }),
      });
      onTheme(() => canvas?.refreshLook());
    }
    if (painted === given) return;
    painted = given;
    const { nodes, edges } = drawingOfAnswer(given);
    canvas.select({ nodes: new Set(), bundle: -1 });
    canvas.show(createScene(nodes, edges));
  };

  const open = async (): Promise<void> => {
    const [{ createQueryEditor }] = await Promise.all([
      import('../console/editor.ts'),
      app.api.schema().then((found) => {
        schema = found;
      }, app.complain),
    ]);
    editor = createQueryEditor({
      host: editorHost,
      text: session.view().query || START_QUERY,
      schema: () => schema,
      onChange: () => undefined,
      onRun: () => void run(),
      check,
    });
    host.dataset.ready = 'true';
    paint();
  };
  session.follow((view, before) => {
    if (view.query !== before.query && editor && view.query !== '' && view.query !== editor.text())
      editor.setText(view.query);
  });
  paint();
  open().catch(app.complain);
  return {
    refresh: () => {
      app.api.schema().then((found) => {
        schema = found;
      }, app.complain);
    },
  };
};
