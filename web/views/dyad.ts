import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import type { Dyad } from '../../graph-schema/api/graph.ts';
import type { ShownEdge } from '../../graph-schema/graph.ts';
import type { App } from '../app.ts';
import { mannerOf } from '../graph/typed-arcs.ts';
import { queryOfFilter, toAddress } from '../state/address.ts';
import { counted, dayName, signed, verbOf, whenName } from '../words.ts';
import { type Column, csvOf, dataTable, type TableState } from './data-table.ts';
import { drawDyadChart } from './dyad-chart.ts';
import { drawDyadChoice, drawDyadSuggestions } from './dyad-choice.ts';
import { drawDyadNumbers } from './dyad-numbers.ts';
import { monthColumns, SCORE_DEFINITION } from './dyad-score.ts';
import { createEvidenceList, type EvidenceList } from './evidence-list.ts';
import { choose } from './graph-actions.ts';
import { createLearnedNames } from './learned-names.ts';
import { download } from './popover.ts';
import { signedVerb } from './sign-text.ts';

/** Two actors over time: score by month, events as marks, relations, offices, sentences; its own address and export. */
export const mountDyad = (host: HTMLElement, app: App) => {
  const { session } = app;
  let dyad: Dyad | undefined;
  let wanted = '';
  let list: EvidenceList | undefined;
  let missing = false;
  let table: TableState = { sort: 'when', descending: true, find: '', most: 60 };
  let explained = false;
  let width = 900;

  const load = async (): Promise<void> => {
    const { dyad: pair, filter, page } = session.view();
    if (page !== 'dyad') return;
    const key = pair ? `${pair.a}|${pair.b}|${String(queryOfFilter(filter))}` : '';
    if (key === wanted) return paint();
    wanted = key;
    missing = false;
    if (!pair) {
      dyad = undefined;
      return paint();
    }
    try {
      const next = await app.api.dyad(pair.a, pair.b, filter);
      if (wanted !== key) return;
      dyad = next;
      list = createEvidenceList(app, { pair: [pair.a, pair.b] }, paint);
    } catch (error) {
      if (wanted !== key) return;
      dyad = undefined;
      missing = true;
      app.complain(error);
    }
    paint();
  };

  const learned = createLearnedNames(app, () => paint());
  const nameIn = (id: string): string => {
    const end = [dyad?.a, dyad?.b].find((one) => one?.id === id);
    return end?.name ?? learned.nameOf(id);
  };

  const columns: Column<ShownEdge>[] = [
    {
      key: 'when',
      title: 'When',
      value: (edge) => edge.occurredFrom ?? '',
      cell: (edge) => whenName(edge),
    },
    { key: 'from', title: 'From', value: (edge) => nameIn(edge.source) },
    {
      key: 'type',
      title: 'Relation',
      value: (edge) => verbOf(edge.type),
      cell: (edge) =>
        html`${signedVerb(edge.type, edge.quad)} ${mannerOf(edge) ? html`<i class="manner">${mannerOf(edge)}</i>` : nothing}`,
    },
    { key: 'to', title: 'To', value: (edge) => nameIn(edge.target) },
    {
      key: 'goldstein',
      title: 'Goldstein',
      value: (edge) => edge.goldstein,
      cell: (edge) => signed(edge.goldstein),
      numeric: true,
    },
    { key: 'sources', title: 'Outlets', value: (edge) => edge.sources, numeric: true },
  ];

  const whole = (shown: Dyad): TemplateResult => {
    const spans = shown.edges.flatMap((edge) => (edge.occurredFrom ? [edge.occurredFrom.slice(0, 4)] : [])).sort();
    const people = new Set(
      shown.edges.flatMap((edge) => [edge.source, edge.target]).filter((id) => id !== shown.a.id && id !== shown.b.id),
    );
    learned.learn([...people, ...shown.offices.flatMap((edge) => [edge.source, edge.target])].slice(0, 80));
    const slug = `${shown.a.name}-${shown.b.name}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    return html`<p class="soft lead-line">${counted(shown.edges.length, 'relation')}${spans.length > 0 ? `, ${spans[0]} – ${spans.at(-1)}` : ''}${people.size > 0 ? `, acted by ${counted(people.size, 'other')} for them` : ''} · score: mean Goldstein value of the month
        <button type="button" class="link" aria-expanded=${explained} @click=${() => {
          explained = !explained;
          paint();
        }}>how?</button></p>
      ${explained ? html`<p class="definition">${SCORE_DEFINITION}</p>` : nothing}
      ${drawDyadNumbers(shown)}
      ${drawDyadChart(shown, width, nameIn)}
      <div class="actions"><button type="button" @click=${() => download(`${slug}-by-month.csv`, csvOf(shown.months, monthColumns), 'text/csv')}>Months as CSV</button>
        <button type="button" @click=${() => download(`${slug}.json`, `${JSON.stringify({ from: location.href, definition: SCORE_DEFINITION, ...shown }, null, 2)}\n`, 'application/json')}>Dyad as JSON</button>
        <a class="button" data-step href=${toAddress({ ...session.view(), page: 'graph', chosen: { kind: 'pair', a: shown.a.id, b: shown.b.id }, graph: { ...session.view().graph, overview: 0, opened: [], added: [shown.a.id, shown.b.id], hidden: [], paths: { from: shown.a.id, to: shown.b.id, all: true } } })}>In the graph</a></div>
      <h2>Relations</h2>
      ${dataTable({
        app,
        caption: `Relations between ${shown.a.name} and ${shown.b.name}`,
        rows: shown.edges,
        columns,
        state: table,
        onState: (change) => {
          table = { ...table, ...change };
          paint();
        },
        onRow: (edge) => choose(app, { kind: 'edge', id: edge.id, a: edge.source, b: edge.target }),
        rowName: (edge) =>
          `${whenName(edge)}: evidence of ${nameIn(edge.source)} ${verbOf(edge.type)} ${nameIn(edge.target)}`,
        fileName: `${slug}-relations`,
      })}
      ${
        shown.offices.length > 0
          ? html`<h2>Offices at the time</h2><ul class="offices">${shown.offices.map(
              (edge) =>
                html`<li>${nameIn(edge.source)}, ${edge.title ?? 'office'} of ${nameIn(edge.target)} <span class="soft">${edge.from ? dayName(edge.from) : ''}${edge.from || edge.to ? ' – ' : ''}${edge.to ? dayName(edge.to) : ''}</span></li>`,
            )}</ul>`
          : nothing
      }
      <h2>Month by month</h2>
      <details><summary>The chart as a table</summary><table class="data"><thead><tr>${monthColumns.map((column) => html`<th scope="col" class=${column.numeric ? 'numeric' : ''}>${column.title}</th>`)}</tr></thead><tbody>${shown.months.map((one) => html`<tr>${monthColumns.map((column) => html`<td class=${column.numeric ? 'numeric' : ''}>${column.value(one)}</td>`)}</tr>`)}</tbody></table></details>
      <h2>What is said ${list?.loaded() ? html`<span class="soft">${counted(list.total(), 'claim')}</span>` : nothing}</h2>
      ${list?.draw({ named: true })}`;
  };

  const paint = (): void => {
    const measured = host.clientWidth - 52;
    if (measured > 200) width = Math.min(1100, measured);
    render(
      html`<div class="wide-page dyad-page"><p class="kicker">Dyad</p>
        <h1>${dyad ? html`${dyad.a.name} – ${dyad.b.name}` : 'Two actors'}</h1>
        ${drawDyadChoice(app, dyad, wanted)}
        ${dyad ? whole(dyad) : missing ? html`<p class="soft">These two are not both in the graph under these filters. Choose others.</p>` : drawDyadSuggestions(app)}</div>`,
      host,
    );
  };
  new ResizeObserver(() => {
    if (!host.hidden && dyad) paint();
  }).observe(host);
  session.follow(() => void load());
  app.onGraph(() => {
    if (!session.view().dyad) paint();
  });
  paint();
  void load();
  return {
    refresh: () => {
      wanted = '';
      void load();
    },
  };
};
