import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { GraphNode, ShownEdge } from '../../graph-schema/graph.ts';
import { signOfQuad } from '../../graph-schema/relation.ts';
import { relationOf } from '../../graph-schema/relations.ts';
import { triadsOver } from '../data/balance.ts';
import { mannerOf } from '../graph/typed-arcs.ts';
import { toAddress } from '../state/address.ts';
import { counted, dayName, signed, whenName } from '../words.ts';
import { choose } from './graph-actions.ts';
import type { PanelContext, PanelPart } from './panel.ts';
import { signedVerb } from './sign-text.ts';
import { drawTriads } from './triads.ts';

const QUAD_WORDS = {
  'verbal-cooperation': '+ verbal cooperation',
  'material-cooperation': '+ material cooperation',
  'verbal-conflict': '− verbal conflict',
  'material-conflict': '− material conflict',
  belonging: 'belonging',
} as const;

const MOST_EDGES = 6;

/** When an edge happened; where that is not known, the day by which it had. */
const edgeWhen = (edge: ShownEdge): string =>
  edge.occurredFrom || !edge.firstReported ? whenName(edge) : `by ${dayName(edge.firstReported)}`;

/** The panel of a pair, or of one of its typed edges. */
export const drawPairPanel = (
  { app, repaint, evidence }: PanelContext,
  chosen:
    | { readonly kind: 'pair'; readonly a: string; readonly b: string }
    | { readonly kind: 'edge'; readonly id: string; readonly a: string; readonly b: string },
): PanelPart => {
  const { a, b } = chosen;
  const names = new Map<string, GraphNode>();
  for (const id of [a, b]) {
    const known = app.graph().nodes.find((node) => node.id === id);
    if (known) names.set(id, known);
    else {
      app.api.node(id).then((node) => {
        names.set(id, node);
        repaint();
      }, app.complain);
    }
  }
  const list = evidence(chosen.kind === 'edge' ? { edge: chosen.id } : { pair: [a, b] });
  const nameOf = (id: string) => names.get(id)?.name ?? id;
  let fetched: ShownEdge | undefined;
  let all = false;
  if (chosen.kind === 'edge') {
    app.api.edge(chosen.id).then((edge) => {
      fetched = edge as ShownEdge;
      repaint();
    }, app.complain);
  }

  const heading = (edges: readonly ShownEdge[]): TemplateResult => {
    const types = new Set(edges.map((edge) => `${edge.type}${edge.source}`));
    const first = edges[0];
    if (first && types.size === 1) {
      return html`<h2>${nameOf(first.source)} <span class=${signOfQuad(first.quad)}>${relationOf(first.type).verb}</span> ${nameOf(first.target)}</h2>`;
    }
    return html`<h2>${nameOf(a)} – ${nameOf(b)}</h2>`;
  };

  return {
    draw: () => {
      const view = app.session.view();
      const between = app
        .graph()
        .edges.filter((edge) => (edge.source === a && edge.target === b) || (edge.source === b && edge.target === a));
      const edges =
        chosen.kind === 'edge' ? (fetched ? [fetched] : between.filter((edge) => edge.id === chosen.id)) : between;
      const sorted = [...edges].sort((x, y) =>
        (y.occurredFrom ?? y.firstReported ?? '').localeCompare(x.occurredFrom ?? x.firstReported ?? ''),
      );
      const items = list.items();
      const outlets = new Set(items.map((item) => item.article.source)).size;
      const articles = new Set(items.map((item) => item.article.id)).size;
      const denials = items.filter((item) => item.claim.polarity === 'denied').length;
      const quads = [...new Set(edges.map((edge) => edge.quad))];
      const mean = edges.length > 0 ? edges.reduce((sum, edge) => sum + edge.goldstein, 0) / edges.length : 0;
      const scene = app.canvas()?.scene();
      const [ia, ib] = [scene?.indexOf.get(a), scene?.indexOf.get(b)];
      const triads =
        scene && ia !== undefined && ib !== undefined && chosen.kind === 'pair' ? triadsOver(scene, ia, ib) : [];
      return html`<p class="kicker">${chosen.kind === 'edge' ? html`Relation · <button type="button" class="link" @click=${() => choose(app, { kind: 'pair', a, b })}>all between the two</button>` : 'Relation'}</p>
        ${heading(edges)}
        <p class="soft">${list.loaded() ? html`${counted(list.total(), 'claim')} in ${counted(articles, 'article')} from ${counted(outlets, 'outlet')}${items.length < list.total() ? ' so far' : ''}` : 'Reading the claims …'}</p>
        <p class="chips">${quads.map((quad) => html`<span class="chip ${signOfQuad(quad)}">${QUAD_WORDS[quad]}</span>`)}
          ${edges.length === 1 && edges[0]!.cameo ? html`<span class="chip">CAMEO ${edges[0]!.cameo}</span>` : nothing}
          ${edges.length > 0 && quads.some((quad) => quad !== 'belonging') ? html`<span class="chip">Goldstein ${signed(mean)}${edges.length > 1 ? ' on average' : ''}</span>` : nothing}
          ${denials > 0 ? html`<span class="chip">${counted(denials, 'denial')}</span>` : nothing}</p>
        <div class="actions"><a class="button" data-do="dyad" href=${toAddress({ ...view, page: 'dyad', dyad: { a, b } })} data-step>Open the dyad</a></div>
        ${
          chosen.kind === 'pair' && edges.length > 1
            ? html`<h3>Relations</h3><ul class="edges">${(all ? sorted : sorted.slice(0, MOST_EDGES)).map(
                (
                  edge,
                ) => html`<li><button type="button" class="wide" data-edge=${edge.id} @click=${() => choose(app, { kind: 'edge', id: edge.id, a, b })}>
            <span class="edge-when">${edgeWhen(edge)}</span>
            <span class="name">${nameOf(edge.source)} ${signedVerb(edge.type, edge.quad)} ${nameOf(edge.target)}${mannerOf(edge) ? html` <i class="manner">${mannerOf(edge)}</i>` : nothing}</span>
            <span class="count">${edge.sources}</span></button></li>`,
              )}</ul>${
                sorted.length > MOST_EDGES && !all
                  ? html`<button type="button" class="link" @click=${() => {
                      all = true;
                      repaint();
                    }}>${sorted.length - MOST_EDGES} more…</button>`
                  : nothing
              }`
            : nothing
        }
        ${scene && triads.length > 0 ? drawTriads(scene, triads, (ids) => choose(app, { kind: 'nodes', ids })) : nothing}
        ${chosen.kind === 'pair' && edges.length > 1 ? html`<h3>What is said</h3>` : nothing}
        ${list.draw({ named: chosen.kind === 'pair' && edges.length !== 1 })}`;
    },
  };
};
