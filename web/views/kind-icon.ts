import { html, svg, type TemplateResult } from 'lit/html.js';
import type { EntityKind } from '../../graph-schema/kinds.ts';

const SHAPES: Readonly<Record<EntityKind, TemplateResult>> = {
  country: svg`<rect class="dark" x="2" y="4" width="16" height="10.5" rx="2.5"/>`,
  person: svg`<circle cx="10" cy="9" r="7"/><circle class="dot" cx="10" cy="7.2" r="2.2"/><path class="dot" d="M6.2 13a3.8 3.6 0 0 1 7.6 0z"/>`,
  organization: svg`<path class="shade" d="M16.1 5.5v7L10 16l-6.1-3.5v-7L10 2z"/>`,
  event: svg`<path class="pen" d="M10 2l7 7-7 7-7-7z"/>`,
  proposal: svg`<path d="M5 2h7l3 3v11H5z"/><path d="M7.5 8.5h5M7.5 11.5h5" class="rule"/>`,
  place: svg`<path d="M4 5h12l-6 10.5z"/>`,
};

/** The shape of a kind, as the graph draws it, small. */
export const kindIcon = (kind: EntityKind): TemplateResult =>
  html`<svg class="kind" viewBox="0 0 20 18" width="20" height="18" aria-hidden="true">${SHAPES[kind]}</svg>`;
