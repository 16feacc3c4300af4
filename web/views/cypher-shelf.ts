import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { App } from '../app.ts';
import { EXAMPLES } from '../console/examples.ts';
import type { createKeptQueries } from '../console/kept-queries.ts';
import { counted } from '../words.ts';
import { download } from './popover.ts';

type KeptQueries = ReturnType<typeof createKeptQueries>;
type Put = (query: string, parameters: string) => void;

const queryButton = (put: Put, title: string, query: string, given: string, note = ''): TemplateResult =>
  html`<button type="button" class="wide" title=${query} @click=${() => put(query, given)}><span class="name">${title}</span>${note ? html`<span class="count">${note}</span>` : nothing}</button>`;

/** Examples, saved queries and those that were run; `put` brings one into the editor. */
export const drawShelf = (app: App, kept: KeptQueries, put: Put, repaint: () => void): TemplateResult => {
  const saved = kept.saved();
  const history = kept.run();
  return html`<h2>Questions to begin with</h2><ul>${EXAMPLES.map(
    (example) =>
      html`<li>${queryButton(put, example.title, example.query, example.parameters ? JSON.stringify(example.parameters) : '')}</li>`,
  )}</ul>
    <h2>Saved</h2>
    ${
      saved.length === 0
        ? html`<p class="soft">Queries that you save are listed here.</p>`
        : html`<ul>${saved.map(
            (one) =>
              html`<li class="with-end">${queryButton(put, one.name, one.query, one.parameters)}<button type="button" class="plain" aria-label="Forget ${one.name}" @click=${() => {
                kept.forget(one.name);
                repaint();
              }}>✕</button></li>`,
          )}</ul>`
    }
    <p class="actions">${saved.length > 0 ? html`<button type="button" @click=${() => download('entente-queries.json', kept.write(), 'application/json')}>Export</button>` : nothing}
      <label class="button file-button">Import<input type="file" accept=".json,application/json" aria-label="Import saved queries" @change=${async (
        event: Event,
      ) => {
        const element = event.target as HTMLInputElement;
        const file = element.files?.[0];
        element.value = '';
        if (!file) return;
        try {
          app.toast(`${counted(kept.take(await file.text()), 'query', 'queries')} taken in`);
        } catch (error) {
          app.complain(error);
        }
        repaint();
      }} /></label></p>
    ${history.length > 0 ? html`<details><summary>History</summary><ul class="history">${history.map((one) => html`<li>${queryButton(put, one.query.replace(/\s+/g, ' ').slice(0, 80), one.query, one.parameters, one.rows === undefined ? '' : `${one.rows} rows, ${Math.round(one.milliseconds ?? 0)} ms`)}</li>`)}</ul></details>` : nothing}`;
};
