import { html, nothing, render } from 'lit/html.js';
import type { CypherAnswer, CypherPlan, SchemaAnswer } from '../../graph-schema/api/cypher.ts';
import type { App } from '../app.ts';
import { drawingOfAnswer, entityIdsOfAnswer } from '../console/answer-graph.ts';
import type { QueryEditor, QueryFault } from '../console/editor.ts';
import { EXAMPLES } from '../console/examples.ts';
import { type Fault, faultOf, readParameters, STOPPED } from '../console/faults.ts';
import { createKeptQueries } from '../console/kept-queries.ts';
import { runQuery } from '../console/run-query.ts';
import { ProblemError } from '../data/api.ts';
import { createGraphCanvas, type GraphCanvas } from '../graph/graph-canvas.ts';
import { startLayoutWorker } from '../graph/layout-client.ts';
import { createScene } from '../graph/scene.ts';
import { withGraph } from '../state/view.ts';
import { counted } from '../words.ts';
import { columnsOf, drawAnswer, RESULT_NAMES, RESULTS, type ResultFace } from './cypher-answer.ts';
import { drawShelf } from './cypher-shelf.ts';
import { csvOf, type TableState } from './data-table.ts';
import { planTree } from './plan-tree.ts';
import { download } from './popover.ts';
import { onTheme } from './theme.ts';

const START_QUERY = EXAMPLES[0]!.query;
const MOST_ROWS = 1000;
const ALL_ROWS = 10_000;
/** The Cypher console: editor, parameters, examples, saved queries, history; answers as table, graph, JSON, plan. */
export const mountCypher = (host: HTMLElement, app: App) => {
  const { session } = app;
  const kept = createKeptQueries();
  let editor: QueryEditor | undefined;
  let schema: SchemaAnswer | undefined;
  let parameters = '';
  let answer: CypherAnswer | undefined;
  let plan: CypherPlan | undefined;
  let fault: Fault | undefined;
  let running:
    | { readonly id: string; readonly from: number; readonly stop: AbortController; stopped: boolean }
    | undefined;
  let shown: ResultFace = 'table';
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

  const request = (query: string) => {
    const given = readParameters(parameters);
    return {
      query,
      ...(given ? { parameters: given as NonNullable<Parameters<App['api']['cypher']>[0]['parameters']> } : {}),
    };
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

  const onTable = (change: Partial<TableState>): void => {
    table = { ...table, ...change };
    paint();
  };

  const paint = (): void => {
    paintTools();
    render(drawShelf(app, kept, put, paint), shelf);
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
      ${answer ? drawAnswer(app, answer, running ? 'table' : shown, plan, table, onTable) : plan && shown === 'plan' ? planTree(plan) : running || fault ? nothing : html`<p class="soft nothing-yet">The answer appears here, as graph, table or JSON. Ctrl+Enter runs the query; the questions beside it can be changed to your own.</p>`}`,
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
