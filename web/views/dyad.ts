import { scaleLinear } from 'd3-scale';
import { ref } from 'lit/directives/ref.js';
import { html, nothing, render, svg, type TemplateResult } from 'lit/html.js';
import type { Dyad } from '../../graph-schema/api/graph.ts';
import type { GraphEdge } from '../../graph-schema/graph.ts';
import { signOfQuad } from '../../graph-schema/relation.ts';
import type { App } from '../app.ts';
import { monthNumber, monthsToDraw } from '../data/months.ts';
import { createScene } from '../graph/scene.ts';
import { mannerOf } from '../graph/typed-arcs.ts';
import { queryOfFilter, toAddress } from '../state/address.ts';
import { counted, dayName, monthName, signed, verbOf, whenName } from '../words.ts';
import { type Column, csvOf, dataTable, type TableState } from './data-table.ts';
import { createEvidenceList, type EvidenceList } from './evidence-list.ts';
import { choose } from './graph-actions.ts';
import { placeMarks } from './place-marks.ts';
import { download } from './popover.ts';
import { searchBox } from './search.ts';
import { signedVerb } from './sign-text.ts';

const HEIGHT = 190;
const LANES = 5;
const LANE = 20;
const MOST_MARKS = 14;

/** The score of a month and what it stands on, as the page defines it. */
export const SCORE_DEFINITION =
  'The score of a month is the mean Goldstein value (−10 conflict … +10 cooperation) of that month’s relations between the two, each counted once, acts of those who represent a country at the date included. Months without any are left empty.';

/** The score of a month: its summed Goldstein values by the number of its relations. */
const scoreOf = ({ cooperation, conflict, goldstein }: Dyad['months'][number]): number =>
  cooperation + conflict === 0 ? 0 : goldstein / (cooperation + conflict);

interface Mark {
  readonly at: number;
  readonly label: string;
  readonly edge: GraphEdge;
  readonly weight: number;
}

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

  const nameIn = (id: string): string => {
    if (!dyad) return id;
    if (id === dyad.a.id) return dyad.a.name;
    if (id === dyad.b.id) return dyad.b.name;
    return (
      app.graph().nodes.find((node) => node.id === id)?.name ??
      names.get(id) ??
      id
        .replace(/^[a-z]+:/, '')
        .replace(/:[A-Z]{3}$/, '')
        .replaceAll('-', ' ')
    );
  };
  const names = new Map<string, string>();
  const asked = new Set<string>();
  const learnNames = (ids: readonly string[]): void => {
    for (const id of ids) {
      if (asked.has(id) || app.graph().nodes.some((node) => node.id === id)) continue;
      asked.add(id);
      app.api.node(id).then(
        (node) => {
          names.set(id, node.name);
          paint();
        },
        () => undefined,
      );
    }
  };

  const marksOf = (edges: readonly GraphEdge[]): Mark[] => {
    const dated = edges.filter((edge) => edge.occurredFrom && edge.quad !== 'belonging');
    return dated
      .map((edge) => ({
        at: monthNumber(edge.occurredFrom!) + (Number(edge.occurredFrom!.slice(8, 10)) - 1) / 31,
        label: `${nameIn(edge.source)} ${verbOf(edge.type)} ${nameIn(edge.target)}`,
        edge,
        weight: edge.sources * 2 + edge.claims + Math.abs(edge.goldstein) / 2,
      }))
      .sort((a, b) => b.weight - a.weight || a.at - b.at)
      .slice(0, MOST_MARKS);
  };

  const chart = (shown: Dyad): TemplateResult => {
    const { months, earlier } = monthsToDraw(shown.months);
    if (months.length === 0) return html`<p class="soft">No dated relations between the two under these filters.</p>`;
    const middle = HEIGHT / 2;
    const first = monthNumber(months[0]!.month);
    const x = scaleLinear([first, first + months.length], [34, width - 12]);
    const y = scaleLinear([-10, 10], [HEIGHT - 6, 6]);
    const bar = Math.min(26, Math.max(1.5, (width - 46) / months.length - 1.5));
    const marks = placeMarks(
      marksOf(shown.edges).map((mark) => ({ ...mark, x: x(mark.at), width: mark.label.length * 6.1 + 22 })),
      width - 12,
      LANES,
    );
    const high = HEIGHT + 26 + (1 + Math.max(-1, ...marks.map(({ lane }) => lane))) * LANE;
    const years = months.filter(({ month }) => month.endsWith('-01'));
    const every = Math.ceil(years.length / Math.max(1, Math.floor(width / 60)));
    return html`<figure class="chart">${svg`<svg width=${width} height=${high} role="img" aria-label="Score by month, from ${monthName(months[0]!.month)} to ${monthName(months.at(-1)!.month)}">
      ${[-10, -5, 5, 10].map((value) => svg`<line class="grid" x1="34" x2=${width - 12} y1=${y(value)} y2=${y(value)}/><text class="axis" x="28" y=${y(value) + 4} text-anchor="end">${signed(value)}</text>`)}
      ${months.map((one) => {
        const value = scoreOf(one);
        if (one.cooperation + one.conflict === 0) return nothing;
        const tall = Math.max(2, Math.abs(y(value) - middle));
        return svg`<rect class=${value < 0 ? 'conflict' : 'cooperation'} x=${x(monthNumber(one.month))} y=${value < 0 ? middle : middle - tall} width=${bar} height=${tall}><title>${monthName(one.month)}: ${signed(value)}, +${one.cooperation} −${one.conflict}</title></rect>`;
      })}
      <line class="base" x1="34" x2=${width - 12} y1=${middle} y2=${middle}/>
      ${years.filter((_, i) => i % every === 0).map(({ month }) => svg`<text class="axis" x=${x(monthNumber(month))} y=${HEIGHT + 10}>${month.slice(0, 4)}</text>`)}
      ${marks.map(({ mark, lane }) => svg`<line class="stem" x1=${mark.x} x2=${mark.x} y1=${middle} y2=${HEIGHT + 25 + lane * LANE}/>`)}
      ${marks.map(({ mark, lane, anchor }) => {
        const ty = HEIGHT + 32 + lane * LANE;
        const sign = signOfQuad(mark.edge.quad);
        const span =
          mark.edge.precision !== 'day' && mark.edge.occurredTo
            ? Math.max(
                0,
                x(monthNumber(mark.edge.occurredTo) + Number(mark.edge.occurredTo.slice(8, 10)) / 31) - mark.x,
              )
            : 0;
        return svg`${span > 8 ? svg`<rect class="span" x=${mark.x} y=${ty + 6} width=${span} height="3" rx="1.5"/>` : nothing}
          <path class="mark" d="M${mark.x} ${ty - 7}l6 6-6 6-6-6z"/>
          <text class="mark-name ${sign}" x=${anchor === 'start' ? mark.x + 10 : mark.x - 10} y=${ty + 3} text-anchor=${anchor}>${mark.label}</text>`;
      })}
    </svg>`}</figure>${earlier > 0 ? html`<p class="soft">${earlier} earlier, not drawn.</p>` : nothing}`;
  };

  const numbers = (shown: Dyad): TemplateResult => {
    const signs = shown.edges.map((edge) => signOfQuad(edge.quad));
    const plus = signs.filter((sign) => sign === 'cooperation').length;
    const minus = signs.filter((sign) => sign === 'conflict').length;
    const of = (types: readonly string[]) => shown.edges.filter((edge) => types.includes(edge.type)).length;
    const lowest = [...shown.months]
      .filter((one) => one.cooperation + one.conflict > 0)
      .sort((a, b) => scoreOf(a) - scoreOf(b))[0];
    const meetings = of(['MET_WITH', 'HOSTED', 'VISITED', 'NEGOTIATED_WITH', 'CALLED']);
    return html`<dl class="numbers">
      <div><dt>cooperative</dt><dd class="cooperation">${plus > 0 ? `+${plus}` : 0}</dd></div>
      <div><dt>conflictual</dt><dd class="conflict">${minus > 0 ? `−${minus}` : 0}</dd></div>
      <div><dt>meetings, visits, talks</dt><dd>${meetings}</dd></div>
      <div><dt>events</dt><dd>${shown.events.length}</dd></div>
      ${lowest ? html`<div><dt>lowest month (${signed(scoreOf(lowest))})</dt><dd>${monthName(lowest.month)}</dd></div>` : nothing}
    </dl>`;
  };

  const columns: Column<GraphEdge>[] = [
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

  const monthColumns: Column<Dyad['months'][number]>[] = [
    { key: 'month', title: 'Month', value: (one) => one.month },
    { key: 'score', title: 'Score', value: (one) => Number(scoreOf(one).toFixed(3)), numeric: true },
    { key: 'cooperation', title: 'Cooperation', value: (one) => one.cooperation, numeric: true },
    { key: 'conflict', title: 'Conflict', value: (one) => one.conflict, numeric: true },
  ];

  const chooser = (): TemplateResult => {
    const pair = session.view().dyad;
    let [a, b] = [pair?.a ?? '', pair?.b ?? ''];
    const box = (which: 'a' | 'b', name: string) => (element: Element | undefined) => {
      if (!(element instanceof HTMLElement) || element.dataset.ready === name + wanted) return;
      element.dataset.ready = name + wanted;
      element.replaceChildren();
      delete (element as { _$litPart$?: unknown })._$litPart$;
      searchBox(element, app, {
        label: which === 'a' ? 'First actor' : 'Second actor',
        placeholder: which === 'a' ? 'First actor' : 'Second actor',
        value: name,
        onPick: (node) => {
          if (which === 'a') a = node.id;
          else b = node.id;
          if (a && b && a !== b) session.go((view) => ({ ...view, dyad: { a, b } }));
          else app.say(`${node.name}; now the other actor`);
        },
      });
    };
    return html`<div class="dyad-choice"><div class="search" ${ref(box('a', dyad?.a.name ?? ''))}></div><span class="soft">and</span><div class="search" ${ref(box('b', dyad?.b.name ?? ''))}></div></div>`;
  };

  const suggestions = (): TemplateResult => {
    const { nodes, edges } = app.graph();
    const pairs = createScene(nodes, edges)
      .bundles.filter((bundle) => bundle.sign !== 'none')
      .sort((x, y) => y.evidence - x.evidence)
      .slice(0, 8);
    return html`<p class="lead">Two actors over time: how they stood, month by month, and which sentences say so.</p>
      <h2 class="minor">Most is said of</h2><ul class="pairs">${pairs.map(
        (bundle) =>
          html`<li><a data-step href=${toAddress({ ...session.view(), dyad: { a: nodes[bundle.a]!.id, b: nodes[bundle.b]!.id } })}>${nodes[bundle.a]!.name} – ${nodes[bundle.b]!.name}</a> <span class="soft">${counted(bundle.evidence, 'report')}</span></li>`,
      )}</ul>`;
  };

  const whole = (shown: Dyad): TemplateResult => {
    const spans = shown.edges.flatMap((edge) => (edge.occurredFrom ? [edge.occurredFrom.slice(0, 4)] : [])).sort();
    const people = new Set(
      shown.edges.flatMap((edge) => [edge.source, edge.target]).filter((id) => id !== shown.a.id && id !== shown.b.id),
    );
    learnNames([...people, ...shown.offices.flatMap((edge) => [edge.source, edge.target])].slice(0, 80));
    const slug = `${shown.a.name}-${shown.b.name}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    return html`<p class="soft lead-line">${counted(shown.edges.length, 'relation')}${spans.length > 0 ? `, ${spans[0]} – ${spans.at(-1)}` : ''}${people.size > 0 ? `, acted by ${counted(people.size, 'other')} for them` : ''} · score: mean Goldstein value of the month
        <button type="button" class="link" aria-expanded=${explained} @click=${() => {
          explained = !explained;
          paint();
        }}>how?</button></p>
      ${explained ? html`<p class="definition">${SCORE_DEFINITION}</p>` : nothing}
      ${numbers(shown)}
      ${chart(shown)}
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
        ${chooser()}
        ${dyad ? whole(dyad) : missing ? html`<p class="soft">These two are not both in the graph under these filters. Choose others.</p>` : suggestions()}</div>`,
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
