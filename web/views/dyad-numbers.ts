import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Dyad } from '../../graph-schema/api/graph.ts';
import { signOfQuad } from '../../graph-schema/relation.ts';
import { monthName, signed } from '../words.ts';
import { scoreOf } from './dyad-score.ts';

/** A dyad in five numbers. */
export const drawDyadNumbers = (shown: Dyad): TemplateResult => {
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
