import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { GraphNode, ShownEdge } from '../../graph-schema/graph.ts';
import { relationOf } from '../../graph-schema/relations.ts';
import { type Triad, triadsOver } from '../data/balance.ts';
import { neighboursOf, type Scene } from '../graph/scene.ts';
import { toAddress } from '../state/address.ts';
import { counted, dayName, KIND_NAMES, whenName } from '../words.ts';
import { choose, closeNode, hideNodes, isOpened, OPEN_BY, openNode, togglePins } from './graph-actions.ts';
import { kindIcon } from './kind-icon.ts';
import type { PanelContext, PanelPart } from './panel.ts';
import { drawPathFinder } from './path-finder.ts';
import { signedVerb } from './sign-text.ts';
import { drawTriads } from './triads.ts';

const MOST_ALIASES = 6;
const MOST_TYPES = 7;

const officesOf = (node: GraphNode, edges: readonly ShownEdge[], nameOf: (id: string) => string): TemplateResult[] =>
  edges
    .filter((edge) => edge.type === 'HOLDS_OFFICE' && edge.source === node.id)
    .map(
      (edge) =>
        html`<li>${edge.title ?? 'office'} of ${nameOf(edge.target)}${edge.from ? html` <span class="soft">${dayName(edge.from)} – ${edge.to ? dayName(edge.to) : ''}</span>` : nothing}</li>`,
    );

/** The panel of one node: what it is, what can be done with it, its relations by type, and every sentence. */
export const drawNodePanel = ({ app, repaint, evidence }: PanelContext, id: string): PanelPart => {
  let node: GraphNode | undefined = app.graph().nodes.find((one) => one.id === id);
  if (!node) {
    app.api.node(id).then((found) => {
      node = found;
      repaint();
    }, app.complain);
  }
  let all = false;
  const list = evidence({ node: id });
  const finder = drawPathFinder(app, id, repaint);

  const byType = (): { edge: ShownEdge; count: number; outward: boolean }[] => {
    const groups = new Map<string, { edge: ShownEdge; count: number; outward: boolean }>();
    for (const edge of app.graph().edges) {
      if (edge.source !== id && edge.target !== id) continue;
      const outward = edge.source === id || relationOf(edge.type).symmetric;
      const key = `${edge.type} ${outward}`;
      const group = groups.get(key);
      if (group) group.count++;
      else groups.set(key, { edge, count: 1, outward });
    }
    return [...groups.values()].sort((a, b) => b.count - a.count);
  };

  return {
    draw: () => {
      if (!node) return html`<p class="soft" aria-busy="true">Looking …</p>`;
      const view = app.session.view();
      const scene: Scene | undefined = app.canvas()?.scene();
      const index = scene?.indexOf.get(id);
      const nameOf = (other: string) => app.graph().nodes.find((one) => one.id === other)?.name ?? other;
      const shownEdges = app.graph().edges.filter((edge) => edge.source === id || edge.target === id);
      const offices = officesOf(node, shownEdges, nameOf);
      const around = scene && index !== undefined ? neighboursOf(scene, index).length : 0;
      const hidden = Math.max(0, (app.graph().neighbours.get(id) ?? 0) - around);
      const triads: readonly Triad[] = scene && index !== undefined ? triadsOver(scene, index) : [];
      const pinned = id in view.graph.pins;
      return html`<p class="kicker">${kindIcon(node.kind)} ${KIND_NAMES[node.kind][0]}${node.role ? ` · ${node.role}` : ''}${node.country && node.kind !== 'country' && node.country !== node.role ? ` · ${node.country}` : ''}</p>
        <h2>${node.name}</h2>
        <p class="soft">Named ${counted(node.mentions, 'time')} in ${counted(node.articles, 'article')}${node.occurredFrom ? ` · ${whenName(node)}` : ''}</p>
        ${node.asks ? html`<p class="asks">Asks: ${node.asks}</p>` : nothing}
        ${node.aliases.length > 0 ? html`<p class="soft">Also: ${node.aliases.slice(0, MOST_ALIASES).join(', ')}</p>` : nothing}
        ${offices.length > 0 ? html`<ul class="offices">${offices}</ul>` : nothing}
        <div class="actions" role="group" aria-label="What to do with ${node.name}">
          <button type="button" data-do="expand" @click=${() => openNode(app, id)}>${hidden > 0 ? `Show ${Math.min(OPEN_BY, hidden)} more` : 'Expand'}</button>
          <button type="button" data-do="collapse" @click=${() => closeNode(app, id)}>Collapse</button>
          <button type="button" data-do="pin" aria-pressed=${pinned} @click=${() => togglePins(app, [id])}>${pinned ? 'Unpin' : 'Pin'}</button>
          <button type="button" data-do="hide" @click=${() => hideNodes(app, [id])}>Hide</button>
          <a class="button" href=${toAddress({ ...view, page: 'graph', graph: { overview: 0, opened: [{ id, limit: 24 }], added: [], hidden: [], pins: {}, size: view.graph.size, tinted: view.graph.tinted } })} data-step>Only its surroundings</a>
        </div>
        ${hidden > 0 ? html`<p class="soft" data-hidden>${counted(hidden, 'neighbour')} not shown.${isOpened(view, id) ? '' : ' Expand to see more.'}</p>` : nothing}
        ${
          shownEdges.length > 0
            ? html`<h3>Relations shown</h3><ul class="by-type">${(all ? byType() : byType().slice(0, MOST_TYPES)).map(
                ({
                  edge,
                  count,
                  outward,
                }) => html`<li><button type="button" class="wide" title="Show more neighbours by this relation"  @click=${() => openNode(app, id, [edge.type])}>
            ${signedVerb(edge.type, edge.quad, !outward)}<span class="count">${count}</span></button></li>`,
              )}</ul>${
                byType().length > MOST_TYPES && !all
                  ? html`<button type="button" class="link" @click=${() => {
                      all = true;
                      repaint();
                    }}>${byType().length - MOST_TYPES} more…</button>`
                  : nothing
              }`
            : nothing
        }
        ${finder.draw()}
        ${scene && triads.length > 0 ? drawTriads(scene, triads, (ids) => choose(app, { kind: 'nodes', ids })) : nothing}
        <h3>What is said <span class="count">${list.loaded() ? counted(list.total(), 'claim') : ''}</span></h3>
        ${list.draw({ named: true })}`;
    },
  };
};
