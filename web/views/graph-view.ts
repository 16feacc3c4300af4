import { html, render } from 'lit/html.js';
import type { App } from '../app.ts';
import { inWindow } from '../data/edge-passes.ts';
import { EMPTY_GRAPH, type ShownGraph } from '../data/shown-graph.ts';
import { pairKey } from '../graph/bundle.ts';
import type { Camera } from '../graph/camera.ts';
import { createGraphCanvas, type GraphCanvas } from '../graph/graph-canvas.ts';
import { startLayoutWorker } from '../graph/layout-client.ts';
import type { Target } from '../graph/pick.ts';
import { createScene, neighboursOf, type Scene } from '../graph/scene.ts';
import { MOST_PLACES, packPlaces, unpackPlaces } from '../state/places.ts';
import { type View, withGraph } from '../state/view.ts';
import { counted, verbOf } from '../words.ts';
import { choose, openNode } from './graph-actions.ts';
import { listenToKeys } from './graph-keys.ts';
import { drawCount, drawEmpty, drawTools, drawZoom } from './graph-tools.ts';
import { spokenTable } from './spoken-table.ts';
import { onTheme } from './theme.ts';
import { whereabouts } from './walk.ts';

const CAMERA_PAUSE = 350;
const HELP =
  'Arrow keys walk along relations. Enter opens what is known of a node, Escape goes back. E shows more neighbours, C takes them away, P pins, H hides, plus and minus zoom, 0 shows all. The table below the graph lists the same relations.';

/** For tools and tests that cannot see: the stage carries its canvas. */
export interface GraphStage extends HTMLElement {
  graph?: GraphCanvas;
}

const sizesFor = (graph: ShownGraph): ReadonlyMap<string, number> =>
  graph.sizes ?? new Map(graph.nodes.map((node) => [node.id, node.mentions]));

export const mountGraph = (host: HTMLElement, app: App) => {
  const { session } = app;
  render(
    html`<h1 class="for-ears">Graph</h1><div class="stage" role="application" aria-roledescription="graph" tabindex="0" aria-label="Graph" aria-describedby="graph-help"></div>
      <p id="graph-help" class="for-ears">${HELP}</p>
      <div class="graph-tools float"></div>
      <div class="graph-zoom float" role="group" aria-label="Zoom"></div>
      <div class="graph-count float"></div>
      <div class="tip float" role="presentation" hidden></div>
      <div class="for-ears spoken-table"></div>
      <div class="empty" hidden></div>`,
    host,
  );
  const stage = host.querySelector<GraphStage>('.stage')!;
  const tools = host.querySelector<HTMLElement>('.graph-tools')!;
  const zoomTools = host.querySelector<HTMLElement>('.graph-zoom')!;
  const count = host.querySelector<HTMLElement>('.graph-count')!;
  const tip = host.querySelector<HTMLElement>('.tip')!;
  const spoken = host.querySelector<HTMLElement>('.spoken-table')!;
  const empty = host.querySelector<HTMLElement>('.empty')!;

  let shown: ShownGraph = EMPTY_GRAPH;
  let lassoing = false;
  let cursor = -1;
  let cameraTimer: ReturnType<typeof setTimeout> | undefined;
  let ownCamera = '';
  let firstShow = true;
  let ownPins = '';

  const idOf = (index: number): string => canvas.scene().nodes[index]!.id;

  const rememberCamera = (camera: Camera): void => {
    clearTimeout(cameraTimer);
    cameraTimer = setTimeout(() => {
      const { width, height } = canvas.frame().size;
      const at = [(width / 2 - camera.x) / camera.k, (height / 2 - camera.y) / camera.k, camera.k] as const;
      ownCamera = String(at);
      session.go((view) => ({ ...view, graph: { ...view.graph, camera: at } }), 'same-step');
    }, CAMERA_PAUSE);
  };

  /** The address holds the places where they cannot be computed anew from what is shown. */
  const rememberPlaces = (): void => {
    const view = session.view();
    const { graph } = view;
    if (view.page !== 'graph') return;
    const asFirst =
      graph.opened.length === 0 &&
      graph.added.length === 0 &&
      graph.hidden.length === 0 &&
      Object.keys(graph.pins).length === 0 &&
      !graph.paths &&
      !graph.camera;
    const places = asFirst || shown.nodes.length > MOST_PLACES ? undefined : packPlaces(canvas.places());
    if (places === graph.places) return;
    const { places: _old, ...rest } = graph;
    session.go({ ...view, graph: places ? { ...rest, places } : rest }, 'same-step');
  };

  const describe = (target: Target): string => {
    const scene = canvas.scene();
    if (!target) return '';
    if ('node' in target) return whereabouts(scene, target.node);
    const bundle = scene.bundles[target.bundle]!;
    const verbs = [...new Set(bundle.edges.map((edge) => verbOf(edge.type)))];
    return `${scene.nodes[bundle.a]!.name} – ${scene.nodes[bundle.b]!.name}: ${verbs.slice(0, 4).join(', ')}${verbs.length > 4 ? ` and ${verbs.length - 4} more` : ''}. +${bundle.cooperation} −${bundle.conflict}, ${counted(bundle.evidence, 'report')}.`;
  };

  const pick = (target: Target, additive: boolean): void => {
    stage.focus({ preventScroll: true });
    if (!target) {
      if (session.view().chosen.kind !== 'none') choose(app, { kind: 'none' });
      return;
    }
    const scene = canvas.scene();
    if ('bundle' in target) {
      const bundle = scene.bundles[target.bundle]!;
      choose(app, { kind: 'pair', a: idOf(bundle.a), b: idOf(bundle.b) });
      return;
    }
    const id = idOf(target.node);
    const { chosen } = session.view();
    setCursor(target.node, false);
    if (additive && chosen.kind === 'nodes') {
      const ids = chosen.ids.includes(id) ? chosen.ids.filter((one) => one !== id) : [...chosen.ids, id];
      choose(app, ids.length > 0 ? { kind: 'nodes', ids } : { kind: 'none' });
    } else choose(app, { kind: 'nodes', ids: [id] });
  };

  const canvas = createGraphCanvas(stage, {
    worker: startLayoutWorker(new URL('./layout-worker.js', import.meta.url).href),
    floats: [tools, zoomTools, count],
    onHover(target, x, y) {
      const text = describe(target);
      tip.hidden = text === '';
      tip.textContent = text;
      if (text === '') return;
      const box = host.getBoundingClientRect();
      tip.style.left = `${Math.min(x + 14, box.width - tip.offsetWidth - 10)}px`;
      tip.style.top = `${Math.min(y + 16, box.height - tip.offsetHeight - 10)}px`;
    },
    onPick: pick,
    onOpen: (index) => openNode(app, idOf(index)),
    onSettled: rememberPlaces,
    onCamera: rememberCamera,
    onDropped(index, x, y) {
      const id = idOf(index);
      const pins = { ...session.view().graph.pins, [id]: [Math.round(x * 10) / 10, Math.round(y * 10) / 10] as const };
      ownPins = JSON.stringify(pins);
      session.go((view) => withGraph(view, { pins }));
      rememberPlaces();
    },
    onLasso(indexes) {
      setLassoing(false);
      if (indexes.length === 0) return;
      choose(app, { kind: 'nodes', ids: indexes.map(idOf) });
      app.say(`${counted(indexes.length, 'node')} chosen`);
    },
  });
  stage.graph = canvas;
  onTheme(() => canvas.refreshLook());

  const setCursor = (index: number, tell = true, from = -1): void => {
    cursor = index;
    canvas.setCursor(document.activeElement === stage && stage.matches(':focus-visible') ? index : -1);
    if (index < 0 || !tell) return;
    canvas.setCursor(index);
    canvas.reveal(index);
    app.say(whereabouts(canvas.scene(), index, from));
  };

  const setLassoing = (on: boolean): void => {
    lassoing = on;
    canvas.setLassoing(on);
    paint();
  };

  const selectChosen = (): void => {
    const { chosen, graph } = session.view();
    const scene = canvas.scene();
    const indexes = (ids: readonly string[]) => ids.flatMap((id) => scene.indexOf.get(id) ?? []);
    const { paths } = graph;
    // paths are looked at from both their ends: what lies between is not to fade
    const isEnd =
      paths && chosen.kind === 'nodes' && chosen.ids.length === 1 && [paths.from, paths.to].includes(chosen.ids[0]!);
    if (isEnd) canvas.select({ nodes: new Set(indexes([paths.from, paths.to])), bundle: -1 });
    else if (chosen.kind === 'nodes') canvas.select({ nodes: new Set(indexes(chosen.ids)), bundle: -1 });
    else if (chosen.kind === 'none') canvas.select({ nodes: new Set(), bundle: -1 });
    else {
      const key = pairKey(chosen.a, chosen.b);
      canvas.select({
        nodes: new Set(indexes([chosen.a, chosen.b])),
        bundle: scene.bundles.findIndex((bundle) => bundle.key === key),
      });
    }
  };

  const hiddenAround = (scene: Scene): Map<number, number> => {
    const hidden = new Map<number, number>();
    scene.nodes.forEach((node, i) => {
      const more = (shown.neighbours.get(node.id) ?? 0) - neighboursOf(scene, i).length;
      if (more > 0) hidden.set(i, more);
    });
    return hidden;
  };

  const paint = (): void => {
    const view = session.view();
    render(drawTools(app, view, lassoing, setLassoing), tools);
    render(drawZoom(canvas), zoomTools);
    render(drawCount(app, view, shown), count);
    empty.hidden = shown === EMPTY_GRAPH || shown.nodes.length > 0;
    if (!empty.hidden) render(drawEmpty(app), empty);
  };

  const cameraOf = (view: View): Camera | undefined => {
    const at = view.graph.camera;
    if (!at) return undefined;
    const box = stage.getBoundingClientRect();
    return { k: at[2], x: box.width / 2 - at[0] * at[2], y: box.height / 2 - at[1] * at[2] };
  };

  const knownPlaces = (view: View): Map<string, readonly [number, number]> | undefined => {
    const packed = view.graph.places
      ? unpackPlaces(
          view.graph.places,
          shown.nodes.map((node) => node.id),
        )
      : undefined;
    const pins = Object.entries(view.graph.pins);
    if (!packed && pins.length === 0) return undefined;
    return new Map([...(packed ?? canvas.places()), ...pins]);
  };

  const present = (): void => {
    const view = session.view();
    const scene = createScene(shown.nodes, shown.edges, sizesFor(shown));
    const known = knownPlaces(view);
    const camera = firstShow ? cameraOf(view) : undefined;
    ownCamera = String(view.graph.camera ?? '');
    ownPins = JSON.stringify(view.graph.pins);
    const before = cursor >= 0 && canvas.scene().nodes[cursor] ? idOf(cursor) : undefined;
    canvas.show(scene, {
      ...(known ? { known } : {}),
      pinned: new Set(Object.keys(view.graph.pins)),
      ...(camera ? { camera } : {}),
    });
    firstShow = false;
    cursor = before ? (scene.indexOf.get(before) ?? -1) : -1;
    canvas.setCursor(-1);
    canvas.setTinted(view.graph.tinted);
    canvas.setHidden(hiddenAround(scene));
    selectChosen();
    render(spokenTable(scene), spoken);
    paint();
    stage.setAttribute(
      'aria-label',
      `Graph of ${counted(shown.nodes.length, 'node')} and ${counted(shown.edges.length, 'relation')}`,
    );
  };

  app.onGraph((graph) => {
    shown = graph;
    present();
  });
  session.follow((view, before) => {
    if (view.graph.tinted !== before.graph.tinted) canvas.setTinted(view.graph.tinted);
    if (view.chosen !== before.chosen) selectChosen();
    if (JSON.stringify(view.graph.pins) !== ownPins && shown !== EMPTY_GRAPH) present();
    else if (view.graph.camera && String(view.graph.camera) !== ownCamera) {
      ownCamera = String(view.graph.camera);
      const camera = cameraOf(view);
      if (camera) canvas.lookFrom(camera);
    } else if (!view.graph.camera && before.graph.camera) {
      ownCamera = '';
      canvas.fit();
      clearTimeout(cameraTimer);
    }
    paint();
  });
  paint();

  listenToKeys(stage, app, canvas, { lassoing: () => lassoing, setLassoing, cursor: () => cursor, setCursor });

  return {
    canvas,
    /** Dim what lies outside a window that is still moving. */
    preview(window: { readonly since: string; readonly until: string } | undefined): void {
      const scene = canvas.scene();
      if (!window) {
        canvas.setShown(undefined);
        return;
      }
      const filter = { ...session.view().filter, ...window };
      canvas.setShown(
        Uint8Array.from(scene.bundles, (bundle) => (bundle.edges.some((edge) => inWindow(edge, filter)) ? 1 : 0)),
      );
    },
  };
};
