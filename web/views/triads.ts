import { html, type TemplateResult } from 'lit/html.js';
import { proverbOf, type Triad } from '../data/balance.ts';
import type { Scene } from '../graph/scene.ts';
import { counted } from '../words.ts';

const MOST = 5;

const side = (sign: '+' | '−'): TemplateResult =>
  html`<span class="sign ${sign === '+' ? 'cooperation' : 'conflict'}">${sign}</span>`;

/** Triangles of signed pairs and whether they are in balance, each in a sentence. */
export const drawTriads = (
  scene: Scene,
  triads: readonly Triad[],
  onChoose: (ids: readonly string[]) => void,
  open = false,
): TemplateResult => {
  const unbalanced = triads.filter((triad) => !triad.balanced).length;
  const shown = [
    ...triads.filter((triad) => !triad.balanced).slice(0, 3),
    ...triads.filter((triad) => triad.balanced),
  ].slice(0, MOST);
  const name = (index: number) => scene.nodes[index]!.name;
  return html`<details class="balance" ?open=${open}><summary>Balance: ${unbalanced} of ${counted(triads.length, 'triangle')} strained</summary>
    <ul class="triads">${shown.map(
      (
        triad,
      ) => html`<li><button type="button" class="wide" @click=${() => onChoose(triad.nodes.map((index) => scene.nodes[index]!.id))}>
        <span class="triad">${name(triad.nodes[0])} ${side(triad.signs[0])} ${name(triad.nodes[1])} ${side(triad.signs[1])} ${name(triad.nodes[2])} ${side(triad.signs[2])} ${name(triad.nodes[0])}</span>
        <span class="proverb"><b>${triad.balanced ? 'Balanced' : 'Strained'}</b>: ${proverbOf(triad)}</span></button></li>`,
    )}</ul></details>`;
};
