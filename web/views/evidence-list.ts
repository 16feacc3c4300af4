import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Evidence, EvidencePage, Reading } from '../../graph-schema/api/record.ts';
import type { App } from '../app.ts';
import { counted, verbOf } from '../words.ts';
import { claimCard, disagreements } from './claim-card.ts';

type About = Parameters<App['api']['evidence']>[0];

const PAGE = 20;
/** Articles that are read whole to mark names where they stand. */
const MOST_READ = 20;

/** The claims behind something, page by page, with the names in them marked. */
export interface EvidenceList {
  readonly items: () => readonly Evidence[];
  readonly total: () => number;
  readonly loaded: () => boolean;
  readonly draw: (options: { readonly named: boolean; readonly disagree?: boolean }) => TemplateResult;
}

export const createEvidenceList = (app: App, about: About, repaint: () => void): EvidenceList => {
  let items: readonly Evidence[] = [];
  let total = 0;
  let next: string | undefined;
  let loaded = false;
  let loading = false;
  const readings = new Map<string, Reading>();

  const read = async (page: EvidencePage): Promise<void> => {
    const ids = [...new Set(page.items.map((item) => item.article.id))]
      .filter((id) => !readings.has(id))
      .slice(0, MOST_READ);
    await Promise.all(
      ids.map(async (id) => {
        try {
          readings.set(id, await app.api.article(id));
        } catch {
          // the quotation is shown all the same, with names found by their words
        }
      }),
    );
    repaint();
  };

  const load = async (): Promise<void> => {
    if (loading) return;
    loading = true;
    try {
      const page = await app.api.evidence(about, PAGE, next);
      items = [...items, ...page.items];
      total = page.total;
      next = page.next;
      loaded = true;
      repaint();
      void read(page);
    } catch (error) {
      app.complain(error);
    } finally {
      loading = false;
    }
  };
  void load();

  const card = (item: Evidence, named: boolean): TemplateResult => {
    const entities = readings.get(item.article.id)?.entities;
    return claimCard(item, { view: app.session.view(), named, ...(entities ? { entities } : {}) });
  };

  return {
    items: () => items,
    total: () => total,
    loaded: () => loaded,
    draw: ({ named, disagree = true }) => {
      if (!loaded) return html`<p class="soft" aria-busy="true">Reading the claims …</p>`;
      if (items.length === 0)
        return html`<p class="soft">No sentence says this: it comes from background knowledge.</p>`;
      const opposed = disagree ? disagreements(items) : [];
      const beside = new Set(opposed.flatMap((group) => [...group.affirmed, ...group.denied]));
      return html`${opposed.map(
        (group) => html`<section class="opposed" aria-label="Claims that disagree">
          <h3>They disagree on “${verbOf(group.type)}”</h3>
          <div class="sides">
            <div class="side"><h4>${counted(group.affirmed.length, 'affirms', 'affirm')}</h4>${group.affirmed.slice(0, 4).map((item) => card(item, false))}</div>
            <div class="side"><h4 class="conflict">${counted(group.denied.length, 'denies', 'deny')}</h4>${group.denied.slice(0, 4).map((item) => card(item, false))}</div>
          </div>
        </section>`,
      )}
      <div class="claims">${items.filter((item) => !beside.has(item)).map((item) => card(item, named))}</div>
      ${next ? html`<button type="button" @click=${load}>Show ${Math.min(PAGE, total - items.length)} more of ${total - items.length}</button>` : nothing}`;
    },
  };
};
