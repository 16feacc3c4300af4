import { ref } from 'lit/directives/ref.js';
import { html, type TemplateResult } from 'lit/html.js';
import type { Dyad } from '../../graph-schema/api/graph.ts';
import type { App } from '../app.ts';
import { createScene } from '../graph/scene.ts';
import { toAddress } from '../state/address.ts';
import { counted } from '../words.ts';
import { searchBox } from './search.ts';

/** Two boxes to choose the actors in; `made` tells which pair they were made for. */
export const drawDyadChoice = (app: App, dyad: Dyad | undefined, made: string): TemplateResult => {
  const { session } = app;
  const pair = session.view().dyad;
  let [a, b] = [pair?.a ?? '', pair?.b ?? ''];
  const box = (which: 'a' | 'b', name: string) => (element: Element | undefined) => {
    if (!(element instanceof HTMLElement) || element.dataset.ready === name + made) return;
    element.dataset.ready = name + made;
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

/** What there is to look at while no two are chosen: the pairs that most is said of. */
export const drawDyadSuggestions = (app: App): TemplateResult => {
  const { session } = app;
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
