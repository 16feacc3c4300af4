import { html, type TemplateResult } from 'lit/html.js';
import type { Quad, Sign } from '../../graph-schema/relation.ts';
import { inverseOf, signOf, verbOf } from '../words.ts';

const MARKS: Readonly<Record<Sign | 'mixed', string>> = { cooperation: '+', conflict: '−', mixed: '±', none: '·' };

/** A verb in the colour of its sign, with the sign before it; seen from the target where `inverse`. */
export const signedVerb = (type: string, quad: Quad, inverse = false): TemplateResult => {
  const sign = signOf(quad);
  return html`<span class="verb ${sign}"><span class="mark" aria-hidden="true">${MARKS[sign]}</span>${inverse ? inverseOf(type) : verbOf(type)}</span>`;
};

export const signMark = (sign: Sign | 'mixed'): TemplateResult =>
  html`<span class="sign ${sign}">${MARKS[sign]}</span>`;

/** The line of a sign as the graph draws it, for the legend. */
export const signLine = (sign: Sign | 'mixed'): TemplateResult =>
  html`<svg class="line ${sign}" viewBox="0 0 28 18" width="28" height="18" aria-hidden="true"><path d="M0 9h28"/></svg>`;
