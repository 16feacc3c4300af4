import type { FromLayout } from '../layout/messages.ts';
import { badgePlace } from './bundle-curve.ts';
import { type Camera, fitCamera, type Margin, usualMargin, zoomedBy } from './camera.ts';
import { createCanvasState, frameOf, type Selection } from './canvas-state.ts';
import { AGGREGATE_FROM, createClusters, placeClusters } from './clusters.ts';
import { createFinder } from './finder.ts';
import { createFloats } from './floats.ts';
import { type Frame, MANY_BUNDLES, screenX, screenY } from './frame.ts';
import { listenToGestures } from './gestures.ts';
import { knownPlaces, type Places, waitingPlaces } from './known-places.ts';
import type { PlacedLabel } from './labels.ts';
import { createLayers } from './layers.ts';
import { createLayoutClient, layoutOf } from './layout-client.ts';
import { readLook } from './look.ts';
import { createMotion } from './motion.ts';
import { createPaintLoop } from './paint-loop.ts';
import { sameTarget, type Target } from './pick.ts';
import type { Scene } from './scene.ts';
import { createTextWidth } from './text-width.ts';

export interface GraphCanvasOptions {
  /** See `startLayoutWorker`; ended with the canvas. */
  readonly worker: Worker;
  readonly margin?: Margin;
  /** What floats over the canvas: no name is put under it. */
  readonly floats?: readonly HTMLElement[];
  readonly onHover?: (target: Target, x: number, y: number) => void;
  readonly onPick?: (target: Target, additive: boolean) => void;
  /** A node was opened: double-clicked, or double-tapped. */
  readonly onOpen?: (index: number) => void;
  readonly onSettled?: () => void;
  /** The reader moved the camera. */
  readonly onCamera?: (camera: Camera) => void;
  /** A node was dragged to a place and stays there. */
  readonly onDropped?: (index: number, x: number, y: number) => void;
  readonly onLasso?: (indexes: readonly number[]) => void;
}

export interface ShowOptions {
  /** Places by id, world units; where absent, places of the graph shown before are kept. */
  readonly known?: Places;
  readonly pinned?: ReadonlySet<string>;
  readonly camera?: Camera;
  /** Keep the known places and lay nothing out. */
  readonly still?: boolean;
}

/** A drawing on a canvas: it can be panned, zoomed, dragged, pointed at and picked from. */
export interface GraphCanvas {
  readonly show: (scene: Scene, options?: ShowOptions) => void;
  readonly scene: () => Scene;
  readonly select: (selection: Selection) => void;
  readonly setShown: (shown: Uint8Array | undefined) => void;
  readonly setCursor: (index: number) => void;
  readonly setHidden: (hidden: ReadonlyMap<number, number>) => void;
  readonly setLassoing: (on: boolean) => void;
  readonly setTinted: (on: boolean) => void;
  readonly fit: (only?: Iterable<number>) => void;
  readonly zoomBy: (factor: number) => void;
  readonly panBy: (dx: number, dy: number) => void;
  readonly lookFrom: (camera: Camera) => void;
  /** Bring a node into view, if it is not. */
  readonly reveal: (index: number) => void;
  readonly refreshLook: () => void;
  readonly camera: () => Camera;
  readonly places: () => Map<string, readonly [number, number]>;
  readonly positions: () => Float32Array;
  readonly communities: () => Int32Array | undefined;
  readonly screenOf: (index: number) => readonly [x: number, y: number];
  /** Where the sign of a bundle stands, or would stand. */
  readonly screenOfBundle: (bundle: number) => readonly [x: number, y: number];
  /** The names that are to be read on the picture now. */
  readonly labels: () => readonly PlacedLabel[];
  readonly frame: () => Frame;
  readonly settled: () => boolean;
  readonly stop: () => void;
  readonly end: () => void;
}

/** Large graphs are painted so much wider than they are shown, px, and moved as a picture while the camera moves. */
const OVERSCAN = 180;
/** Communities are tinted without being asked up to so many nodes. */
const TINTED_UP_TO = 400;
/** A graph of which less than this share was seen before is seen as a new one. */
const SAME_GRAPH = 0.3;
/** What is brought into view stands at least so far from the border, px. */
const INSET = 40;

/** Make a canvas in a host element and keep it painted. */
export const createGraphCanvas = (host: HTMLElement, options: GraphCanvasOptions): GraphCanvas => {
  const state = createCanvasState(readLook(host));
  const floats = createFloats(host, options.floats ?? []);
  const motion = createMotion(state);
  const layers = createLayers(host, () => {
    floats.moved();
    if (state.following) follow();
    loop.paint(true);
  });
  const texts = createTextWidth(layers.top, () => state.look.sans);
  const loop = createPaintLoop(state, layers, motion, texts, () => gestures.syncZoom(), floats.boxes);
  const finder = createFinder(state, layers, () => loop.base().closed);
  const fitted = (places: Float32Array, only?: Iterable<number>): Camera =>
    fitCamera(places, layers.size(), options.margin ?? usualMargin(layers.size()), only);
  const frame = (): Frame => frameOf(state, layers.size());

  const flyTo = (to: Camera): void => {
    motion.flyTo(to);
    loop.paint(false);
  };
  /** Show all of these places at once. */
  const follow = (places: Float32Array = state.positions): void => {
    state.camera = fitted(places);
    state.fittedK = state.camera.k;
    motion.stopFlight();
    gestures.syncZoom();
  };
  const flyToWhole = (places: Float32Array): void => {
    const to = fitted(places);
    state.fittedK = to.k;
    flyTo(to);
  };
  const inView = (places: Float32Array): boolean => {
    const { width, height } = layers.size();
    const { k, x, y } = state.camera;
    const inside = (at: number, most: number): boolean => at >= 10 && at <= most - 10;
    return places.every((value, at) => (at & 1 ? inside(value * k + y, height) : inside(value * k + x, width)));
  };
  const giveMargin = (): void =>
    layers.setOverscan(state.scene.bundles.length > MANY_BUNDLES ? OVERSCAN : 0, state.look.paper);

  /** The next places are glided to, because the graph is much the same as before. */
  let glideNext = false;
  const takeCommunities = (communities: Int32Array): void => {
    const count = state.scene.nodes.length;
    const wanted = count <= TINTED_UP_TO || count >= AGGREGATE_FROM || state.tinted;
    state.communities = communities;
    state.clusters = wanted ? createClusters(state.scene, communities) : undefined;
  };
  const onAnswer = ({ positions: places, communities, done }: FromLayout): void => {
    const { scene, dragging } = state;
    if (places.length !== 2 * scene.nodes.length) return;
    // what is dragged is where the hand is, whatever the layout says
    if (dragging >= 0) places.set(state.positions.subarray(2 * dragging, 2 * dragging + 2), 2 * dragging);
    if (communities) takeCommunities(communities);
    finder.moved();
    if (glideNext) {
      motion.glideTo(places);
      if (state.following || (done && dragging < 0 && !inView(places))) flyToWhole(places);
    } else {
      motion.stopGlide();
      state.positions = places;
      if (state.following) follow(places);
      if (state.clusters) placeClusters(state.clusters, places);
    }
    glideNext = false;
    state.settled = done;
    loop.paint(true);
    if (done) options.onSettled?.();
  };
  const client = createLayoutClient(options.worker, onAnswer);

  const setHover = (target: Target, x: number, y: number): void => {
    if (sameTarget(state.hover, target)) return;
    state.hover = target;
    options.onHover?.(target, x, y);
    layers.topElement.classList.toggle('is-pointing', target !== undefined);
    loop.paint(false);
  };

  const gestures = listenToGestures(layers.topElement, state, {
    nodeAt: finder.nodeAt,
    onZoom(camera, byHand) {
      state.camera = camera;
      motion.stopFlight();
      if (byHand) state.following = false;
      loop.paintMoved();
      options.onCamera?.(camera);
    },
    onDrag(index, screenX, screenY) {
      const { camera, positions } = state;
      state.following = false;
      motion.stopGlide();
      // what is dragged is painted again and again: no wider than it is seen
      if (state.dragging < 0) layers.setOverscan(0, state.look.paper);
      state.dragging = index;
      const x = (screenX - camera.x) / camera.k;
      const y = (screenY - camera.y) / camera.k;
      positions.set([x, y], 2 * index);
      finder.moved();
      client.drag(index, x, y);
      loop.paint(true);
    },
    onDrop(index) {
      state.dragging = -1;
      client.drop(index, true);
      giveMargin();
      state.pinned = new Set(state.pinned).add(index);
      loop.paint(true);
      options.onDropped?.(index, state.positions[2 * index]!, state.positions[2 * index + 1]!);
    },
    onPoint: (x, y) => setHover(finder.at(x, y), x, y),
    onLeave: () => setHover(undefined, 0, 0),
    onClick(x, y, additive) {
      const cluster = finder.clusterAt(x, y);
      const { communities } = state;
      if (cluster < 0 || !communities) {
        options.onPick?.(finder.at(x, y), additive);
        return;
      }
      state.following = false;
      flyTo(
        fitted(
          state.positions,
          [...communities.keys()].filter((i) => communities[i] === cluster),
        ),
      );
    },
    onDoubleClick(x, y) {
      const node = finder.nodeAt(x, y);
      if (node >= 0) options.onOpen?.(node);
    },
    onLassoLine: () => loop.paint(false),
    onLasso: (indexes) => options.onLasso?.(indexes),
  });

  const places = (): Map<string, readonly [number, number]> => {
    const at = motion.places();
    return new Map(state.scene.nodes.map((node, i) => [node.id, [at[2 * i]!, at[2 * i + 1]!] as const]));
  };

  /** Look from a given camera, which need not show the whole. */
  const lookAtFirstFrom = (camera: Camera, known: Float32Array | undefined): void => {
    state.camera = camera;
    state.following = false;
    state.fittedK = known ? fitted(known.filter((value) => !Number.isNaN(value))).k : camera.k;
    gestures.syncZoom();
  };

  const show = (scene: Scene, { known: given, pinned = new Set(), camera, still = false }: ShowOptions = {}): void => {
    const { known, count: knownCount } = knownPlaces(scene, given ?? places());
    const firstTime = state.scene.nodes.length === 0;
    const count = scene.nodes.length;
    const all = knownCount === count && count > 0;
    Object.assign(state, {
      scene,
      hover: undefined,
      shown: undefined,
      communities: undefined,
      clusters: undefined,
      pinned: new Set(scene.nodes.flatMap((node, i) => (pinned.has(node.id) ? [i] : []))),
      settled: count === 0,
    });
    motion.stopGlide();
    loop.begin();
    finder.moved();
    floats.moved();
    if (camera) lookAtFirstFrom(camera, given && known);
    else if (firstTime || knownCount < count * SAME_GRAPH) state.following = true;
    glideNext = !all && knownCount > 0 && count <= TINTED_UP_TO;
    if (all) state.positions = known.slice();
    else state.positions = glideNext ? waitingPlaces(known) : new Float32Array(2 * count);
    if (count === 0) {
      giveMargin();
      loop.paint(true);
      options.onSettled?.();
      return;
    }
    client.start({
      ...layoutOf(scene, layers.size()),
      ...(knownCount > 0 ? { known } : {}),
      pinned: Int32Array.from(state.pinned),
      still: still || all,
    });
    // after the worker has been asked: it works meanwhile
    giveMargin();
    if (all) loop.paint(true);
  };

  return {
    show,
    scene: () => state.scene,
    select(next) {
      state.selection = next;
      loop.paint(true);
    },
    setShown(next) {
      state.shown = next;
      loop.paint(true);
    },
    setCursor(index) {
      state.cursor = index;
      loop.paint(false);
    },
    setHidden(next) {
      state.hidden = next;
      loop.paint(false);
    },
    setLassoing(on) {
      state.lassoing = on;
      layers.topElement.classList.toggle('is-lassoing', on);
    },
    setTinted(on) {
      state.tinted = on;
      if (on && state.communities && !state.clusters) {
        state.clusters = createClusters(state.scene, state.communities);
        placeClusters(state.clusters, state.positions);
      }
      loop.paint(true);
    },
    fit(only) {
      state.following = only === undefined;
      const to = fitted(motion.places(), only);
      if (only === undefined) state.fittedK = to.k;
      flyTo(to);
      options.onCamera?.(to);
    },
    zoomBy(factor) {
      state.following = false;
      const to = zoomedBy(motion.camera(), factor, layers.size());
      flyTo(to);
      options.onCamera?.(to);
    },
    panBy(dx, dy) {
      const { k, x, y } = state.camera;
      state.following = false;
      state.camera = { k, x: x + dx, y: y + dy };
      gestures.syncZoom();
      loop.paintMoved();
      options.onCamera?.(state.camera);
    },
    lookFrom(to) {
      state.following = false;
      flyTo(to);
    },
    reveal(index) {
      const { k, x, y } = state.camera;
      const [left, top] = [screenX(state, index), screenY(state, index)];
      const { width, height } = layers.size();
      if (left > INSET && top > INSET && left < width - INSET && top < height - INSET) return;
      state.following = false;
      flyTo({ k, x: x + width / 2 - left, y: y + height / 2 - top });
    },
    refreshLook() {
      state.look = readLook(host);
      texts.forget();
      loop.paint(true);
    },
    camera: motion.camera,
    places,
    positions: () => state.positions,
    communities: () => state.communities,
    screenOf: (index) => [screenX(state, index), screenY(state, index)],
    screenOfBundle: (bundle) => {
      const { x, y } = badgePlace(frame(), bundle);
      return [x, y];
    },
    labels: loop.labels,
    frame,
    settled: () => state.settled && !motion.going() && loop.idle(),
    stop: client.stop,
    end() {
      loop.end();
      gestures.end();
      client.end();
      layers.end();
    },
  };
};
