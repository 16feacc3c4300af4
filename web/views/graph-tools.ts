import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { App } from '../app.ts';
import type { ShownGraph } from '../data/shown-graph.ts';
import type { GraphCanvas } from '../graph/graph-canvas.ts';
import { SIZES, type SizeBy, START, type View, withGraph } from '../state/view.ts';
import { counted } from '../words.ts';
import { unhideAll } from './graph-actions.ts';

const SIZE_NAMES: Readonly<Record<SizeBy, string>> = {
  mentions: 'mentions',
  degree: 'relations',
  betweenness: 'betweenness',
  pagerank: 'PageRank',
};
/** So many more nodes are shown when asked. */
const SHOW_BY = 20;

/** What nodes show by their size, tints, and the lasso. */
export const drawTools = (
  { session }: App,
  { graph }: View,
  lassoing: boolean,
  setLassoing: (on: boolean) => void,
): TemplateResult =>
  html`<label>Size <select aria-label="Node size shows" @change=${(event: Event) => {
    const size = (event.target as HTMLSelectElement).value as SizeBy;
    session.go((view) => withGraph(view, { size }));
  }}>${SIZES.map((size) => html`<option value=${size} ?selected=${graph.size === size}>${SIZE_NAMES[size]}</option>`)}</select></label>
  <button type="button" aria-pressed=${graph.tinted} @click=${() => session.go((view) => withGraph(view, { tinted: !view.graph.tinted }))}>Groups</button>
  <button type="button" aria-pressed=${lassoing} title="Draw around nodes (or hold Shift)" @click=${() => setLassoing(!lassoing)}>Lasso</button>`;

export const drawZoom = (canvas: GraphCanvas): TemplateResult =>
  html`<button type="button" class="icon" aria-label="Zoom in" @click=${() => canvas.zoomBy(1.4)}>+</button>
    <button type="button" class="icon" aria-label="Zoom out" @click=${() => canvas.zoomBy(1 / 1.4)}>−</button>
    <button type="button" class="icon" aria-label="Show all" @click=${() => canvas.fit()}>⤢</button>`;

/** How much is shown, and ways to more. */
export const drawCount = (app: App, { graph }: View, shown: ShownGraph): TemplateResult => {
  const { session } = app;
  const hiddenByHand = graph.hidden.length;
  const whole = { overview: START.graph.overview, opened: [], added: [], hidden: [] };
  return html`<span data-count>${
    shown.left > 0
      ? html`<b>${shown.nodes.length}</b> of ${shown.nodes.length + shown.left} shown, the most important`
      : html`<b>${shown.nodes.length}</b> shown, ${counted(shown.edges.length, 'relation')}`
  }</span>
  ${graph.overview === 0 ? html`<button type="button" class="link" @click=${() => session.go((view) => withGraph(view, whole))}>Show the whole</button>` : nothing}
  ${shown.left > 0 && graph.overview > 0 ? html`<button type="button" class="link" @click=${() => session.go((view) => withGraph(view, { overview: view.graph.overview + SHOW_BY }))}>Show ${Math.min(SHOW_BY, shown.left)} more</button>` : nothing}
  ${hiddenByHand > 0 ? html`<button type="button" class="link" @click=${() => unhideAll(app)}>Bring back ${hiddenByHand} hidden</button>` : nothing}`;
};

/** What stands there when filters leave nothing. */
export const drawEmpty = ({ session }: App): TemplateResult =>
  html`<p>Nothing to show under these filters.</p><button type="button" @click=${() =>
    session.go((view) => ({
      ...withGraph(view, { hidden: [], overview: START.graph.overview }),
      filter: {},
    }))}>Take all filters away</button>`;
