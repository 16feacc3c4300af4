import { html, nothing } from 'lit/html.js';
import { triadOf } from '../data/balance.ts';
import { commonNeighbours } from '../data/between.ts';
import { toAddress } from '../state/address.ts';
import { counted, KIND_NAMES } from '../words.ts';
import { choose, hideNodes, keepOnly, togglePins } from './graph-actions.ts';
import { kindIcon } from './kind-icon.ts';
import type { PanelContext, PanelPart } from './panel.ts';
import { drawPathFinder } from './path-finder.ts';
import { drawTriads } from './triads.ts';

/** The panel of several nodes: what can be done with them together; for two the way between them, for three their balance. */
export const drawManyPanel = ({ app, repaint }: PanelContext, ids: readonly string[]): PanelPart => {
  const finder = ids.length === 2 ? drawPathFinder(app, ids[0]!, repaint) : undefined;
  finder?.ask(ids[1]!);
  return {
    draw: () => {
      const view = app.session.view();
      const scene = app.canvas()?.scene();
      const nodes = ids.flatMap((id) => app.graph().nodes.find((node) => node.id === id) ?? []);
      const indexes = ids.flatMap((id) => scene?.indexOf.get(id) ?? []);
      const chosen = new Set(ids);
      const within = app.graph().edges.filter((edge) => chosen.has(edge.source) && chosen.has(edge.target)).length;
      const triad = scene && indexes.length === 3 ? triadOf(scene, indexes[0]!, indexes[1]!, indexes[2]!) : undefined;
      const common = scene && indexes.length === 2 ? commonNeighbours(scene, indexes[0]!, indexes[1]!) : [];
      const pinned = ids.every((id) => id in view.graph.pins);
      return html`<p class="kicker">Selection</p>
        <h2>${counted(ids.length, 'node')}</h2>
        <p class="soft">${counted(within, 'relation')} among them</p>
        <div class="actions" role="group" aria-label="What to do with them">
          <button type="button" data-do="keep" @click=${() => keepOnly(app, ids)}>Keep only these</button>
          <button type="button" data-do="pin" aria-pressed=${pinned} @click=${() => togglePins(app, ids)}>${pinned ? 'Unpin' : 'Pin'}</button>
          <button type="button" data-do="hide" @click=${() => hideNodes(app, ids)}>Hide</button>
          ${ids.length === 2 ? html`<a class="button" href=${toAddress({ ...view, page: 'dyad', dyad: { a: ids[0]!, b: ids[1]! } })} data-step>Open the dyad</a>` : nothing}
        </div>
        ${triad && scene ? drawTriads(scene, [triad], (one) => choose(app, { kind: 'nodes', ids: one }), true) : ids.length === 3 ? html`<p class="soft">Not all three pairs have a sign, so there is no balance to speak of.</p>` : nothing}
        ${finder?.draw() ?? nothing}
        ${common.length > 0 && scene ? html`<h3>Both have relations with</h3><p>${common.slice(0, 12).map((index, i) => html`${i > 0 ? ', ' : ''}<button type="button" class="link" @click=${() => choose(app, { kind: 'nodes', ids: [...ids, scene.nodes[index]!.id] })}>${scene.nodes[index]!.name}</button>`)}</p>` : nothing}
        <h3>Chosen</h3>
        <ul class="chosen">${nodes.map((node) => html`<li><button type="button" class="wide" @click=${() => choose(app, { kind: 'nodes', ids: [node.id] })}>${kindIcon(node.kind)}<span class="name">${node.name}</span><span class="soft">${KIND_NAMES[node.kind][0]}</span></button></li>`)}</ul>`;
    },
  };
};
