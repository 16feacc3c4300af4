import { html, render } from 'lit/html.js';
import { PAGES, type Page } from '../state/view.ts';

export const PAGE_NAMES: Readonly<Record<Page, string>> = {
  graph: 'Graph',
  dyad: 'Dyad',
  timeline: 'Timeline',
  table: 'Table',
  cypher: 'Cypher',
  articles: 'Articles',
};

/** Pages beside which the legend, the panel and the time strip stand. */
const WITH: Readonly<Record<'legend' | 'panel' | 'strip', readonly Page[]>> = {
  legend: ['graph', 'timeline', 'table'],
  panel: ['graph', 'dyad', 'timeline', 'table'],
  strip: ['graph', 'table', 'timeline'],
};

export type Sheet = 'legend' | 'panel';

/** The page's rooms: header, legend, the pages, panel, time strip; and who speaks. */
export interface PageFrame {
  readonly header: HTMLElement;
  readonly legend: HTMLElement;
  readonly panel: HTMLElement;
  readonly strip: HTMLElement;
  readonly notices: HTMLElement;
  readonly live: HTMLElement;
  readonly page: (page: Page) => HTMLElement;
  /** Show a page; beside tables and charts the panel stands only when something is chosen. */
  readonly show: (page: Page, chosen: boolean) => void;
  readonly busy: (busy: boolean) => void;
  /** On a narrow screen legend and panel are sheets: open or close one. */
  readonly openSheet: (sheet: Sheet | undefined) => void;
  readonly sheet: () => Sheet | undefined;
}

export const createFrame = (host: HTMLElement): PageFrame => {
  render(
    html`<header class="top"></header>
      <div class="rooms">
        <aside class="legend" aria-label="Legend and filters" tabindex="-1"></aside>
        <main id="content" tabindex="-1">${PAGES.map(
          (page) =>
            html`<section class="page page-${page}" data-page=${page} aria-label=${PAGE_NAMES[page]} hidden></section>`,
        )}</main>
        <aside class="panel" aria-label="Evidence" tabindex="-1"></aside>
        <section class="strip" aria-label="Time window"></section>
      </div>
      <div class="notices"></div>
      <div class="for-ears" aria-live="polite" data-live></div>`,
    host,
  );
  const find = (selector: string) => host.querySelector<HTMLElement>(selector)!;
  const rooms = find('.rooms');
  const pages = new Map(PAGES.map((page) => [page, find(`[data-page=${page}]`)]));
  let sheet: Sheet | undefined;

  return {
    header: find('header.top'),
    legend: find('aside.legend'),
    panel: find('aside.panel'),
    strip: find('section.strip'),
    notices: find('.notices'),
    live: find('[data-live]'),
    page: (page) => pages.get(page)!,
    show(page, chosen) {
      for (const [name, element] of pages) element.hidden = name !== page;
      for (const room of ['legend', 'panel', 'strip'] as const)
        rooms.classList.toggle(
          `with-${room}`,
          WITH[room].includes(page) && (room !== 'panel' || chosen || page === 'graph'),
        );
      document.title = page === 'graph' ? 'Entente' : `${PAGE_NAMES[page]} · Entente`;
    },
    busy(busy) {
      rooms.toggleAttribute('data-busy', busy);
      rooms.setAttribute('aria-busy', String(busy));
    },
    openSheet(next) {
      sheet = next;
      rooms.classList.toggle('sheet-legend', next === 'legend');
      rooms.classList.toggle('sheet-panel', next === 'panel');
    },
    sheet: () => sheet,
  };
};
