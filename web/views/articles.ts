import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import type { ArticleInput, ArticlePage, Reading } from '../../graph-schema/api/record.ts';
import type { App } from '../app.ts';
import { toAddress } from '../state/address.ts';
import { counted, dayName } from '../words.ts';
import { articleFindings } from './article-claims.ts';
import { createDrafts } from './article-drafts.ts';
import { createJobs } from './article-jobs.ts';
import { createSources } from './article-sources.ts';
import { articleText } from './article-text.ts';

const PAGE = 30;
const TYPING = 250;

type Draft = { -readonly [K in keyof ArticleInput]?: ArticleInput[K] };

/** Articles: paste, address or file; what was found before it is accepted; the list; one article whole. */
export const mountArticles = (host: HTMLElement, app: App) => {
  const { session } = app;
  let list: ArticlePage = { items: [], total: 0 };
  let search = '';
  let reading: Reading | undefined;
  let readingId = '';
  let missing = false;
  let preview: Reading | undefined;
  let previewClaim: string | undefined;
  let draft: Draft = {};
  /** The one of the drafts that is looked at now. */
  let looked: ArticleInput | undefined;
  let busy = '';
  let leaving: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const jobs = createJobs(
    app,
    () => paint(),
    () => {
      app.reload();
    },
  );

  const drafts = createDrafts(app, {
    repaint: () => paint(),
    onSee: (input) => {
      looked = input;
      draft = { ...input };
      void doPreview();
    },
    onTake: jobs.start,
  });
  const sources = createSources(app, {
    repaint: () => paint(),
    onLook: (request) => void drafts.look(request),
    onTake: jobs.start,
  });
  sources.dropOn(host);

  const loadList = async (more = false): Promise<void> => {
    try {
      const page = await app.api.articles(PAGE, more ? list.next : undefined, search);
      list = more ? { ...page, items: [...list.items, ...page.items] } : page;
      paint();
    } catch (error) {
      app.complain(error);
    }
  };

  const loadReading = async (): Promise<void> => {
    const id = session.view().article?.id ?? '';
    if (id === readingId) return;
    readingId = id;
    reading = undefined;
    missing = false;
    paint();
    if (!id) return;
    try {
      const found = await app.api.article(id);
      if (readingId !== id) return;
      reading = found;
    } catch (error) {
      missing = true;
      app.complain(error);
    }
    paint();
    requestAnimationFrame(scrollToClaim);
  };

  const scrollToClaim = (): void => {
    host.querySelector('mark.looked, .looked-sentence')?.scrollIntoView({ block: 'center' });
  };

  const lookAt = (claim: string): void => {
    const { article } = session.view();
    if (!article) return;
    session.go((view) => ({ ...view, article: { id: article.id, claim } }), 'same-step');
    requestAnimationFrame(scrollToClaim);
  };

  const input = (): ArticleInput => {
    const clean = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined && value !== ''));
    return { text: '', ...clean } as ArticleInput;
  };

  const doPreview = async (): Promise<void> => {
    leaving?.abort();
    leaving = new AbortController();
    busy = 'Reading …';
    preview = undefined;
    paint();
    try {
      preview = await app.api.extract(input(), leaving.signal);
      app.say(`Found ${counted(preview.claims.length, 'claim')} and ${counted(preview.entities.length, 'name')}.`);
    } catch (error) {
      app.complain(error);
    }
    busy = '';
    paint();
    host.querySelector<HTMLElement>('.preview h2')?.focus();
  };

  const accept = async (): Promise<void> => {
    busy = 'Storing …';
    paint();
    try {
      const answer = await app.api.putArticle(input());
      const word = {
        added: 'Added to the graph',
        replaced: 'Replaced in the graph',
        unchanged: 'Already in the graph',
      }[answer.outcome];
      app.toast(word);
      for (const note of answer.notes) app.complain(new Error(note));
      preview = undefined;
      settleDraft();
      draft = {};
      app.reload();
      if (drafts.waiting() === 0) session.go((view) => ({ ...view, article: { id: answer.article.id } }));
    } catch (error) {
      app.complain(error);
    }
    busy = '';
    paint();
  };

  const drop = (): void => {
    preview = undefined;
    previewClaim = undefined;
    settleDraft();
    app.toast('Dropped; nothing was stored');
    paint();
    host.querySelector<HTMLElement>('textarea')?.focus();
  };

  /** What was looked at leaves the form and the list of drafts. */
  const settleDraft = (): void => {
    if (!looked) return;
    drafts.settle(looked);
    looked = undefined;
    draft = {};
  };

  const remove = async (id: string): Promise<void> => {
    if (!confirm('Delete this article and exactly what only it said?')) return;
    try {
      await app.api.removeArticle(id);
      app.toast('Deleted');
      app.reload();
      session.go(({ article: _article, ...view }) => view);
    } catch (error) {
      app.complain(error);
    }
  };

  const field = (key: keyof Draft, label: string, type: string, placeholder = ''): TemplateResult =>
    html`<label>${label}<input type=${type} placeholder=${placeholder} .value=${String(draft[key] ?? '')} @input=${(
      event: Event,
    ) => {
      draft = { ...draft, [key]: (event.target as HTMLInputElement).value };
    }} /></label>`;

  const adding = (): TemplateResult => html`<section class="adding" aria-label="Add articles">
      <h2>Paste an article</h2>
      <form class="add" @submit=${(event: Event) => {
        event.preventDefault();
        looked = undefined;
        void doPreview();
      }}>
        <label class="whole">Text<textarea rows="9" required placeholder="Paste the text of a news article. Nothing is stored until you accept what was found." .value=${draft.text ?? ''} @input=${(
          event: Event,
        ) => {
          draft = { ...draft, text: (event.target as HTMLTextAreaElement).value };
        }}></textarea></label>
        <div class="fields">${field('title', 'Title', 'text')}${field('source', 'Outlet', 'text')}${field('published', 'Published', 'date')}${field('url', 'Address', 'url', 'https://…')}</div>
        <p class="actions"><button class="primary" ?disabled=${busy !== ''}>${busy || 'See what it says'}</button>
        ${
          busy
            ? html`<button type="button" @click=${() => {
                leaving?.abort();
                busy = '';
                paint();
              }}>Stop</button>`
            : nothing
        }</p>
      </form>
      ${sources.draw()}${drafts.draw()}${jobs.draw()}
    </section>`;

  const previewing = (shown: Reading): TemplateResult => html`<section class="preview" aria-label="What was found">
      <h2 tabindex="-1">What was found</h2>
      <p class="soft">${counted(shown.claims.length, 'claim')}, ${counted(shown.entities.length, 'name')}${(shown.article.cut ?? []).length > 0 ? `, ${counted(shown.article.cut!.length, 'stretch', 'stretches')} not read` : ''}. Nothing is stored yet.</p>
      <p class="actions"><button type="button" class="primary" data-do="accept" ?disabled=${busy !== ''} @click=${accept}>${busy || 'Accept into the graph'}</button><button type="button" data-do="drop" @click=${drop}>Drop</button></p>
      <div class="reader">${articleText({
        reading: shown,
        ...(previewClaim ? { claim: previewClaim } : {}),
        onClaim: (id) => {
          previewClaim = id;
          paint();
        },
      })}
      <div class="findings">${articleFindings(shown, previewClaim, (id) => {
        previewClaim = id;
        paint();
        requestAnimationFrame(scrollToClaim);
      })}</div></div>
    </section>`;

  const whole = (shown: Reading): TemplateResult => {
    const { article } = shown;
    const claim = session.view().article?.claim;
    const { article: _article, ...rest } = session.view();
    return html`<section class="one-article" aria-label="Article">
      <p class="kicker"><a href=${toAddress(rest) || '/'} data-step>← All articles</a></p>
      <h2 class="title">${article.title ?? 'Untitled article'}</h2>
      <p class="meta"><b class="outlet">${article.source ?? 'Outlet unknown'}</b>${article.published ? html`<time datetime=${article.published}>${dayName(article.published)}</time>` : html`<span>undated</span>`}${article.author ? html`<span>${article.author}</span>` : nothing}
        ${article.url ? html`<a href=${article.url} target="_blank" rel="noopener noreferrer">original ↗</a>` : nothing}
        <button type="button" class="link" @click=${() => remove(article.id)}>Delete</button></p>
      <div class="reader">${articleText({ reading: shown, onClaim: lookAt, ...(claim ? { claim } : {}) })}
        <div class="findings">${articleFindings(shown, claim, lookAt)}</div></div>
    </section>`;
  };

  const listing = (): TemplateResult => html`<section class="listing" aria-label="All articles">
      <h2>Articles <span class="soft">${list.total.toLocaleString('en')}</span></h2>
      <input type="search" aria-label="Find articles" placeholder="Find by title, outlet or text" .value=${search} @input=${(
        event: Event,
      ) => {
        search = (event.target as HTMLInputElement).value;
        clearTimeout(timer);
        timer = setTimeout(() => void loadList(), TYPING);
      }} />
      <ul class="articles">${list.items.map(
        (
          item,
        ) => html`<li><a data-step href=${toAddress({ ...session.view(), article: { id: item.id } })}><span class="title">${item.title ?? 'Untitled article'}</span>
          <span class="meta"><span class="outlet">${item.source ?? 'Outlet unknown'}</span><span>${item.published ? dayName(item.published) : 'undated'}</span><span>${counted(item.claims, 'claim')}</span></span></a></li>`,
      )}</ul>
      ${list.items.length === 0 ? html`<p class="soft">${search ? 'No article holds that.' : 'No articles yet.'}</p>` : nothing}
      ${list.next ? html`<button type="button" @click=${() => loadList(true)}>Show more</button>` : nothing}
    </section>`;

  const paint = (): void => {
    const { article } = session.view();
    render(
      html`<div class="wide-page articles-page"><h1>Articles</h1>
        ${
          article
            ? reading
              ? whole(reading)
              : html`<p class="soft" aria-busy=${!missing}>${missing ? 'That article is not here.' : 'Opening …'}</p>`
            : preview
              ? previewing(preview)
              : html`<div class="two-sides">${adding()}${listing()}</div>`
        }</div>`,
      host,
    );
  };

  session.follow((view, before) => {
    if (view.article?.id !== before.article?.id) void loadReading();
    if (view.page === 'articles') paint();
  });
  paint();
  void loadList();
  void loadReading();
  return { refresh: () => void loadList() };
};
