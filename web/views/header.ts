import { html, render } from 'lit/html.js';
import type { App } from '../app.ts';
import { toAddress } from '../state/address.ts';
import { PAGES, type Page, type View } from '../state/view.ts';
import { openExportMenu } from './export-menu.ts';
import { PAGE_NAMES, type PageFrame } from './frame.ts';
import { mountSearch } from './search.ts';
import { openShareMenu } from './share-menu.ts';
import { cycleTheme, themeName } from './theme.ts';

/** The address of another page from here: the dyad page takes over a chosen pair. */
const viewAt = (view: View, page: Page): View => {
  if (page === 'dyad' && !view.dyad) {
    const { chosen } = view;
    if (chosen.kind === 'pair' || chosen.kind === 'edge') return { ...view, page, dyad: { a: chosen.a, b: chosen.b } };
    if (chosen.kind === 'nodes' && chosen.ids.length === 2) {
      return { ...view, page, dyad: { a: chosen.ids[0]!, b: chosen.ids[1]! } };
    }
  }
  return { ...view, page };
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName) || target.shadowRoot !== null);

export const mountHeader = (frame: PageFrame, app: App): void => {
  const { session } = app;
  const host = frame.header;
  render(
    html`<a class="brand" href="/" data-step>Entente</a>
      <div class="search"></div>
      <nav class="tabs" aria-label="Views"></nav>
      <div class="tools" role="toolbar" aria-label="This view"></div>`,
    host,
  );
  const search = mountSearch(host.querySelector<HTMLElement>('.search')!, app);
  const tabs = host.querySelector<HTMLElement>('.tabs')!;
  const tools = host.querySelector<HTMLElement>('.tools')!;

  const paint = (): void => {
    const view = session.view();
    render(
      PAGES.map(
        (page) =>
          html`<a href=${toAddress(viewAt(view, page)) || '/'} data-step aria-current=${view.page === page ? 'page' : 'false'}>${PAGE_NAMES[page]}</a>`,
      ),
      tabs,
    );
    render(
      html`<button type="button" class="icon only-narrow" aria-label="Legend and filters" aria-expanded=${frame.sheet() === 'legend'}
          @click=${() => {
            frame.openSheet(frame.sheet() === 'legend' ? undefined : 'legend');
            paint();
          }}>☰</button>
        <button type="button" class="icon" aria-label="Undo" title="Undo (Ctrl+Z)" ?disabled=${!session.canUndo()} @click=${session.undo}>↶</button>
        <button type="button" class="icon" aria-label="Redo" title="Redo (Ctrl+Shift+Z)" ?disabled=${!session.canRedo()} @click=${session.redo}>↷</button>
        <button type="button" class="icon" aria-label="Theme: ${themeName()}" title="Theme: ${themeName()}" @click=${() => {
          cycleTheme();
          app.toast(`Theme: ${themeName()}`);
          paint();
        }}>◐</button>
        <button type="button" class="glyph" data-glyph="⇪" title="Share" aria-haspopup="dialog" @click=${(event: Event) => openShareMenu(event.currentTarget as HTMLElement, app)}>Share</button>
        <button type="button" class="glyph" data-glyph="⤓" title="Export" aria-haspopup="dialog" @click=${(event: Event) => openExportMenu(event.currentTarget as HTMLElement, app)}>Export</button>
        <a class="button primary" href=${toAddress({ ...START_ADD(view) })} data-step>Add articles</a>`,
      tools,
    );
  };
  const START_ADD = (view: View): View => {
    const { article: _article, ...rest } = view;
    return { ...rest, page: 'articles' };
  };

  session.follow(() => {
    frame.openSheet(undefined);
    paint();
  });
  paint();

  document.addEventListener('keydown', (event) => {
    if (isTyping(event.target)) return;
    if (event.key === '/' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      search.focus();
      return;
    }
    if (!event.ctrlKey && !event.metaKey) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) session.undo();
    else if (key === 'y' || (key === 'z' && event.shiftKey)) session.redo();
    else return;
    event.preventDefault();
  });
};
