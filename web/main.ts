import type { App } from './app.ts';
import { createApi } from './data/api.ts';
import { EMPTY_GRAPH, keyOfGraph, loadShownGraph, type ShownGraph } from './data/shown-graph.ts';
import type { GraphCanvas } from './graph/graph-canvas.ts';
import { fromAddress } from './state/address.ts';
import { createSession } from './state/session.ts';
import { withGraph } from './state/view.ts';

import { createFrame } from './views/frame.ts';
import { mountGraph } from './views/graph-view.ts';
import { mountHeader } from './views/header.ts';
import { mountLegend } from './views/legend.ts';
import { createNotices } from './views/notices.ts';
import { mountPanel } from './views/panel.ts';
import { mountTimelineStrip } from './views/timeline-strip.ts';

const session = createSession(window);
/** On a narrow screen the first picture has fewer nodes, so that each can have its name. */
const NARROW = '(max-width: 500px)';
const FEWER = 16;
if (location.search === '' && matchMedia(NARROW).matches)
  session.go((view) => withGraph(view, { overview: FEWER }), 'same-step');
const api = createApi();
const frame = createFrame(document.getElementById('app')!);
const notices = createNotices(frame.notices, frame.live);

let graph: ShownGraph = EMPTY_GRAPH;
let canvas: GraphCanvas | undefined;
const graphListeners: ((next: ShownGraph) => void)[] = [];
let wanted = '';

const load = async (): Promise<void> => {
  const view = session.view();
  const key = keyOfGraph(view);
  if (key === wanted) return;
  wanted = key;
  frame.busy(true);
  try {
    const next = await loadShownGraph(api, view);
    if (wanted !== key) return;
    graph = next;
    for (const listener of graphListeners) listener(graph);
  } catch (error) {
    if (wanted === key) wanted = '';
    app.complain(error);
  } finally {
    if (wanted === key || wanted === '') frame.busy(false);
  }
};

const app: App = {
  api,
  session,
  graph: () => graph,
  onGraph: (listener) => graphListeners.push(listener),
  reload: () => {
    api.forget();
    wanted = '';
    void load();
    for (const page of pages.values()) page.refresh?.();
    legend.refresh();
    strip.refresh();
  },
  say: notices.say,
  complain: notices.complain,
  toast: notices.toast,
  canvas: () => canvas,
  preview: (window) => {
    graphView.preview(window);
    strip.preview(window);
  },
};

mountHeader(frame, app);
const legend = mountLegend(frame, app);
const graphView = mountGraph(frame.page('graph'), app);
canvas = graphView.canvas;
mountPanel(frame, app);
const strip = mountTimelineStrip(frame, app);

/** A page beside the graph: loaded when it is first opened. */
interface LaterPage {
  readonly refresh?: () => void;
}
const pages = new Map<string, LaterPage>();
const later: Readonly<Record<string, () => Promise<(host: HTMLElement, app: App) => LaterPage>>> = {
  dyad: async () => (await import('./views/dyad.ts')).mountDyad,
  timeline: async () => (await import('./views/timeline-page.ts')).mountTimelinePage,
  table: async () => (await import('./views/table.ts')).mountTable,
  cypher: async () => (await import('./views/cypher.ts')).mountCypher,
  articles: async () => (await import('./views/articles.ts')).mountArticles,
};

const openPage = async (): Promise<void> => {
  const { page, chosen } = session.view();
  frame.show(page, chosen.kind !== 'none');
  const make = later[page];
  if (!make || pages.has(page)) return;
  pages.set(page, {});
  try {
    pages.set(page, (await make())(frame.page(page), app));
  } catch (error) {
    pages.delete(page);
    app.complain(error);
  }
};

session.follow(() => {
  void openPage();
  void load();
});
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-step]') : null;
  if (!(link instanceof HTMLAnchorElement) || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0)
    return;
  event.preventDefault();
  session.go(fromAddress(new URL(link.href).search));
});
void openPage();
void load();
