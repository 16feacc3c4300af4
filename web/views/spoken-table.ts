import { html, type TemplateResult } from 'lit/html.js';
import type { Scene } from '../graph/scene.ts';
import { counted, verbOf } from '../words.ts';

const MOST_ROWS = 300;

/** The graph as a table, for who does not see it. */
export const spokenTable = ({ nodes, bundles }: Scene): TemplateResult =>
  html`<table><caption>The relations in the graph, ${counted(bundles.length, 'pair')}</caption>
    <thead><tr><th scope="col">From</th><th scope="col">Relations</th><th scope="col">To</th><th scope="col">Sign</th></tr></thead>
    <tbody>${bundles
      .slice(0, MOST_ROWS)
      .map(
        ({ a, b, edges, sign }) =>
          html`<tr><td>${nodes[a]!.name}</td><td>${[...new Set(edges.map((edge) => verbOf(edge.type)))].join(', ')}</td><td>${nodes[b]!.name}</td><td>${sign}</td></tr>`,
      )}</tbody></table>`;
