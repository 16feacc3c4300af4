import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { CypherPlan } from '../../graph-schema/api/cypher.ts';

const whole = (value: number): string => (Number.isInteger(value) ? value.toLocaleString('en') : value.toPrecision(3));

/** How a store goes about a query, as a tree of steps with rows expected and met. */
export const planTree = (plan: CypherPlan): TemplateResult => {
  const step = (one: CypherPlan): TemplateResult => html`<li><span class="operator">${one.operator}</span>
    ${one.details ? html`<code>${one.details}</code>` : nothing}
    <span class="soft">${one.estimatedRows !== undefined ? `about ${whole(one.estimatedRows)} rows` : ''}${one.rows !== undefined ? ` · ${whole(one.rows)} rows` : ''}${one.dbHits !== undefined ? ` · ${whole(one.dbHits)} hits` : ''}${one.milliseconds !== undefined ? ` · ${whole(one.milliseconds)} ms` : ''}</span>
    ${one.children.length > 0 ? html`<ul>${one.children.map(step)}</ul>` : nothing}</li>`;
  return html`<ul class="plan" aria-label="Plan">${step(plan)}</ul>`;
};
