import { scaleLinear } from 'd3-scale';
import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import type { Dyad } from '../../graph-schema/api/graph.ts';
import type { ShownEdge } from '../../graph-schema/graph.ts';
import { signOfQuad } from '../../graph-schema/relation.ts';
import { monthNumber, monthsToDraw } from '../data/months.ts';
import { monthName, signed, verbOf } from '../words.ts';
import { scoreOf } from './dyad-score.ts';
import { placeMarks } from './place-marks.ts';

const HEIGHT = 190;
const LANES = 5;
const LANE = 20;
const MOST_MARKS = 14;

type NameOf = (id: string) => string;

interface Mark {
  readonly at: number;
  readonly label: string;
  readonly edge: ShownEdge;
  readonly weight: number;
}

const marksOf = (edges: readonly ShownEdge[], nameOf: NameOf): Mark[] => {
  const dated = edges.filter((edge) => edge.occurredFrom && edge.quad !== 'belonging');
  return dated
    .map((edge) => ({
      at: monthNumber(edge.occurredFrom!) + (Number(edge.occurredFrom!.slice(8, 10)) - 1) / 31,
      label: `${nameOf(edge.source)} ${verbOf(edge.type)} ${nameOf(edge.target)}`,
      edge,
      weight: edge.sources * 2 + edge.claims + Math.abs(edge.goldstein) / 2,
    }))
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .slice(0, MOST_MARKS);
};

/** Score by month and the weightiest happenings as marks, on one axis of time. */
export const drawDyadChart = (shown: Dyad, width: number, nameOf: NameOf): TemplateResult => {
  const { months, earlier } = monthsToDraw(shown.months);
  if (months.length === 0) return html`<p class="soft">No dated relations between the two under these filters.</p>`;
  const middle = HEIGHT / 2;
  const first = monthNumber(months[0]!.month);
  const x = scaleLinear([first, first + months.length], [34, width - 12]);
  const y = scaleLinear([-10, 10], [HEIGHT - 6, 6]);
  const bar = Math.min(26, Math.max(1.5, (width - 46) / months.length - 1.5));
  const marks = placeMarks(
    marksOf(shown.edges, nameOf).map((mark) => ({ ...mark, x: x(mark.at), width: mark.label.length * 6.1 + 22 })),
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
          ? Math.max(0, x(monthNumber(mark.edge.occurredTo) + Number(mark.edge.occurredTo.slice(8, 10)) / 31) - mark.x)
          : 0;
      return svg`${span > 8 ? svg`<rect class="span" x=${mark.x} y=${ty + 6} width=${span} height="3" rx="1.5"/>` : nothing}
        <path class="mark" d="M${mark.x} ${ty - 7}l6 6-6 6-6-6z"/>
        <text class="mark-name ${sign}" x=${anchor === 'start' ? mark.x + 10 : mark.x - 10} y=${ty + 3} text-anchor=${anchor}>${mark.label}</text>`;
    })}
  </svg>`}</figure>${earlier > 0 ? html`<p class="soft">${earlier} earlier, not drawn.</p>` : nothing}`;
};
