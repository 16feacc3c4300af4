import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { JobRequest } from '../../graph-schema/api/jobs.ts';
import type { ArticleInput, DraftsAnswer } from '../../graph-schema/api/record.ts';
import type { App } from '../app.ts';
import { counted, dayName } from '../words.ts';

/** So much of a text is shown in the list, characters. */
const OPENING = 170;

export interface DraftsOptions {
  readonly repaint: () => void;
  /** See what one of them says. */
  readonly onSee: (input: ArticleInput) => void;
  /** Take these into the graph. */
  readonly onTake: (request: JobRequest) => void;
}

/** What addresses, feeds and files hold, waiting to be accepted or dropped one by one or all at once. */
export interface Drafts {
  readonly look: (request: JobRequest) => Promise<void>;
  /** It was accepted or dropped. */
  readonly settle: (input: ArticleInput) => void;
  readonly waiting: () => number;
  readonly draw: () => TemplateResult;
}

const NONE: DraftsAnswer = { articles: [], unread: [], more: false };

export const createDrafts = (app: App, { repaint, onSee, onTake }: DraftsOptions): Drafts => {
  let found: DraftsAnswer = NONE;
  let opening: AbortController | undefined;

  const settle = (input: ArticleInput): void => {
    found = { ...found, articles: found.articles.filter((one) => one !== input) };
    repaint();
  };

  const look = async (request: JobRequest): Promise<void> => {
    opening?.abort();
    const mine = new AbortController();
    opening = mine;
    repaint();
    try {
      const next = await app.api.drafts(request, mine.signal);
      found = {
        articles: [...found.articles, ...next.articles],
        unread: [...found.unread, ...next.unread],
        more: next.more,
      };
      app.say(`${counted(next.articles.length, 'article')} to look at.`);
    } catch (error) {
      app.complain(error);
    }
    if (opening === mine) opening = undefined;
    repaint();
  };

  const row = (input: ArticleInput): TemplateResult => html`<li class="draft">
      <p class="title">${input.title ?? 'Untitled article'}</p>
      <p class="meta"><span class="outlet">${input.source ?? 'Outlet unknown'}</span><span>${input.published ? dayName(input.published) : 'undated'}</span><span>${input.text.length.toLocaleString('en')} characters</span></p>
      <p class="soft opening">${input.text.trim().slice(0, OPENING)}…</p>
      <p class="actions"><button type="button" class="primary" @click=${() => onSee(input)}>See what it says</button><button type="button" @click=${() => settle(input)}>Drop</button></p>
    </li>`;

  const drawFound = ({
    articles,
    unread,
    more,
  }: DraftsAnswer): TemplateResult => html`<h3>To look at <span class="count">${articles.length}</span></h3>
      ${more ? html`<p class="soft">There is more than can be looked at here: choose “take all in” for the rest.</p>` : nothing}
      <ul>${articles.map(row)}</ul>
      ${unread.map((one) => html`<p class="draft-error"><b class="conflict">${one.name}</b> ${one.error}</p>`)}
      <p class="actions">${
        articles.length > 1
          ? html`<button type="button" data-do="accept-all" @click=${() => {
              onTake({ articles: found.articles, label: counted(found.articles.length, 'article') });
              found = NONE;
              repaint();
            }}>Accept all ${articles.length}</button>`
          : nothing
      }<button type="button" data-do="drop-all" @click=${() => {
        found = NONE;
        repaint();
      }}>${articles.length > 0 ? 'Drop all' : 'Dismiss'}</button></p>`;

  return {
    look,
    settle,
    waiting: () => found.articles.length,
    draw: () => html`<section class="drafts" aria-label="To look at" aria-live="polite">
      ${
        opening
          ? html`<p class="soft" aria-busy="true">Opening … <button type="button" class="link" @click=${() => opening?.abort()}>Stop</button></p>`
          : nothing
      }
      ${found.articles.length + found.unread.length > 0 ? drawFound(found) : nothing}</section>`,
  };
};
