import { scaleLinear } from 'd3-scale';
import { html, nothing, render, svg, type TemplateResult } from 'lit/html.js';
import type { ShownEdge } from '../../graph-schema/graph.ts';
import { signOfQuad } from '../../graph-schema/relation.ts';
import type { App } from '../app.ts';
import { spanOfEdge } from '../data/edge-passes.ts';
import { monthNumber, monthOf } from '../data/months.ts';
import type { Bundle } from '../graph/bundle.ts';
import { createScene } from '../graph/scene.ts';
import { counted, dayName, verbOf, whenName } from '../words.ts';
import { type Column, dataTable, type TableState } from './data-table.ts';
import { choose } from './graph-actions.ts';
import { signedVerb } from './sign-text.ts';

const ROW = 30;
const MOST_ROWS = 16;
const NAMES = 240;
const LONGEST_NAME = 16;

const short = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name;

const dayNumber = (day: string): number => monthNumber(day) + (Number(day.slice(8, 10)) - 1) / 31;

/** Happenings of each pair on one time axis: a day is a mark, a week, month or year a span of its length. */
export const mountTimelinePage = (host: HTMLElement, app: App) => {
  const { session } = app;
  let table: TableState = { sort: 'when', descending: false, find: '', most: 100 };
  let rows = MOST_ROWS;

  const chart = (bundles: readonly Bundle[], nameOf: (index: number) => string): TemplateResult => {
    const { filter } = session.view();
    const { clock } = filter;
    const spans = bundles.flatMap((bundle) =>
      bundle.edges.flatMap((edge) => {
        const span = spanOfEdge(edge, clock);
        return span ? [span] : [];
      }),
    );
    if (spans.length === 0) return html`<p class="soft">Nothing dated in the graph under these filters.</p>`;
    const sorted = spans.map(([from]) => from).sort();
    const early = filter.since ?? sorted[Math.floor(sorted.length * 0.02)]!;
    const late =
      filter.until ??
      spans
        .map(([, to]) => to)
        .sort()
        .at(-1)!;
    const narrow = host.clientWidth < 620;
    const names = narrow ? 12 : NAMES;
    const width = Math.max(300, Math.min(1500, host.clientWidth - 52));
    const x = scaleLinear([dayNumber(early), dayNumber(late) + 0.5], [names, width - 14]).clamp(true);
    const height = bundles.length * ROW + 30;
    const from = Math.floor(dayNumber(early) / 12);
    const to = Math.ceil(dayNumber(late) / 12);
    const every = Math.max(1, Math.ceil((to - from) / ((width - names) / 56)));
    const years = Array.from({ length: to - from + 1 }, (_, i) => from + i).filter(
      (year) => (year - from) % every === 0 && year * 12 >= dayNumber(early) && year * 12 <= dayNumber(late),
    );
    return html`<figure class="chart lanes">${svg`<svg width=${width} height=${height} role="img" aria-label="Happenings of ${bundles.length} pairs over time; the table below holds the same">
      ${years.map((year) => svg`<line class="grid" x1=${x(year * 12)} x2=${x(year * 12)} y1="18" y2=${height}/><text class="axis" x=${x(year * 12) + 3} y="12">${monthOf(year * 12).slice(0, 4)}</text>`)}
      ${bundles.map((bundle, row) => {
        const y = 30 + row * ROW + ROW / 2;
        return svg`<g><line class="lane" x1=${names} x2=${width - 14} y1=${y} y2=${y}/>
          <text class="lane-name" x=${narrow ? 0 : names - 12} y=${narrow ? y - 9 : y + 4} text-anchor=${narrow ? 'start' : 'end'}>${short(nameOf(bundle.a))} – ${short(nameOf(bundle.b))}</text>
          ${bundle.edges.map((edge) => markOf(edge, x, y, clock))}</g>`;
      })}
    </svg>`}</figure>`;
  };

  const markOf = (
    edge: ShownEdge,
    x: (value: number) => number,
    y: number,
    clock: 'happened' | 'reported' | undefined,
  ) => {
    const span = spanOfEdge(edge, clock);
    if (!span) return nothing;
    const sign = signOfQuad(edge.quad);
    const offset = sign === 'cooperation' ? -5 : sign === 'conflict' ? 5 : 0;
    const [from, to] = [x(dayNumber(span[0])), x(dayNumber(span[1]) + 1 / 31)];
    const isDay = clock === 'reported' ? to - from < 4 : edge.precision === 'day';
    const open = () => choose(app, { kind: 'edge', id: edge.id, a: edge.source, b: edge.target });
    const title = `${verbOf(edge.type)}, ${whenName(edge)}`;
    return isDay
      ? svg`<path class="happening ${sign}" d="M${from} ${y + offset - 5}l5 5-5 5-5-5z" @click=${open}><title>${title}</title></path>`
      : svg`<rect class="happening span ${sign} ${edge.precision}" x=${from} y=${y + offset - 2.5} width=${Math.max(5, to - from)} height="5" rx="2.5" @click=${open}><title>${title}</title></rect>`;
  };

  const paint = (): void => {
    const { nodes, edges } = app.graph();
    const { clock } = session.view().filter;
    const names = new Map(nodes.map((node) => [node.id, node.name]));
    const nameOf = (id: string) => names.get(id) ?? id;
    const scene = createScene(nodes, edges);
    const dated = scene.bundles
      .filter((bundle) => bundle.sign !== 'none' && bundle.edges.some((edge) => spanOfEdge(edge, clock)))
      .sort((a, b) => b.evidence - a.evidence || a.key.localeCompare(b.key));
    const happenings = edges.filter((edge) => edge.quad !== 'belonging' && spanOfEdge(edge, clock));
    const columns: Column<ShownEdge>[] = [
      {
        key: 'when',
        title: clock === 'reported' ? 'First reported' : 'Happened',
        value: (edge) => spanOfEdge(edge, clock)?.[0] ?? '',
        cell: (edge) => (clock === 'reported' ? dayName(edge.firstReported ?? '') : whenName(edge)),
      },
      { key: 'precision', title: 'Known to the', value: (edge) => edge.precision },
      { key: 'from', title: 'From', value: (edge) => nameOf(edge.source) },
      {
        key: 'type',
        title: 'Relation',
        value: (edge) => verbOf(edge.type),
        cell: (edge) => signedVerb(edge.type, edge.quad),
      },
      { key: 'to', title: 'To', value: (edge) => nameOf(edge.target) },
      { key: 'sources', title: 'Outlets', value: (edge) => edge.sources, numeric: true },
    ];
    render(
      html`<div class="wide-page"><h1>Timeline</h1>
        <p class="soft">${counted(happenings.length, 'happening')} of ${counted(dated.length, 'pair')}, by when they ${clock === 'reported' ? 'were reported' : 'happened'}. A day is a diamond, a week, month or year a span of its length; cooperation above the line, conflict below it. The window below sets what is shown.</p>
        ${chart(dated.slice(0, rows), (index) => scene.nodes[index]!.name)}
        ${
          dated.length > rows
            ? html`<button type="button" @click=${() => {
                rows += MOST_ROWS;
                paint();
              }}>Show ${Math.min(MOST_ROWS, dated.length - rows)} more pairs</button>`
            : nothing
        }
        <h2>As a table</h2>
        ${dataTable({
          app,
          caption: 'Happenings over time',
          rows: happenings,
          columns,
          state: table,
          onState: (change) => {
            table = { ...table, ...change };
            paint();
          },
          onRow: (edge) => choose(app, { kind: 'edge', id: edge.id, a: edge.source, b: edge.target }),
          rowName: (edge) =>
            `${whenName(edge)}: evidence of ${nameOf(edge.source)} ${verbOf(edge.type)} ${nameOf(edge.target)}`,
          fileName: 'entente-timeline',
        })}</div>`,
      host,
    );
  };
  app.onGraph(() => {
    if (!host.hidden) paint();
  });
  session.follow((view) => {
    if (view.page === 'timeline') paint();
  });
  new ResizeObserver(() => {
    if (!host.hidden) paint();
  }).observe(host);
  paint();
  return { refresh: paint };
};
