import { drag } from 'd3-drag';
import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import type { FromLayout } from '../layout/messages.ts';
import { weightsOf } from './backbone.ts';
import { type Camera, CLOSEST, fitCamera, type Margin, nodeScale } from './camera.ts';
import { AGGREGATE_FROM, type Clusters, createClusters, placeClusters } from './clusters.ts';
import { type Frame, MANY_BUNDLES, screenX, screenY } from './frame.ts';
import type { PlacedLabel } from './labels.ts';
import { createLayers } from './layers.ts';
import { createLayoutClient } from './layout-client.ts';
import { type Look, readLook } from './look.ts';
import { createNodeIndex, type NodeIndex } from './node-index.ts';
import { type BaseResult, badgePlace, paintBase } from './paint-base.ts';
import { type Focus, paintTop } from './paint-top.ts';
import { pickBundle, pickCluster, pickNode, type Target } from './pick.ts';
import { createScene, type Scene } from './scene.ts';
import { createTween, type Tween } from './tween.ts';

export interface GraphCanvasOptions {
  readonly workerUrl: string;
  readonly margin?: Margin;
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
  readonly known?: ReadonlyMap<string, readonly [number, number]>;
  readonly pinned?: ReadonlySet<string>;
  readonly camera?: Camera;
  /** Keep the known places and lay nothing out. */
  readonly still?: boolean;
}

export interface Selection {
  readonly nodes: ReadonlySet<number>;
  readonly bundle: number;
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

const NOTHING: Selection = { nodes: new Set(), bundle: -1 };
const NO_MARGIN: Margin = { top: 78, right: 64, bottom: 98, left: 64 };
/** Dimming beyond this many lit neighbours tells nothing. */
const TWEEN = 380;
/** Large graphs are painted so much wider than they are shown, px, and moved as a picture while the camera moves. */
const OVERSCAN = 180;
/** A moved picture is painted anew when the camera has rested so long, ms. */
const REST = 110;
/** A picture is not stretched further than this while the camera moves. */
const MOST_STRETCH = 1.9;
/** In a graph of so many lines the others step back behind an opened pair. */
const CROWD = 60;
/** Shapes reach so far beyond their places, px. */
const EDGE = 30;

/** Make a canvas in a host element and keep it painted. */
export const createGraphCanvas = (host: HTMLElement, options: GraphCanvasOptions): GraphCanvas => {
  const margin = options.margin ?? NO_MARGIN;
  let look: Look = readLook(host);
  let scene: Scene = createScene([], []);
  let positions = new Float32Array(0);
  let communities: Int32Array | undefined;
  let clusters: Clusters | undefined;
  let camera: Camera = { k: 1, x: 0, y: 0 };
  let fittedK = 1;
  let following = true;
  let settled = true;
  let shown: Uint8Array | undefined;
  let selection: Selection = NOTHING;
  let hover: Target;
  let cursor = -1;
  let pinned = new Set<number>();
  let hidden: ReadonlyMap<number, number> = new Map();
  let tinted = true;
  let lassoing = false;
  let dragging = -1;
  let lasso: (readonly [number, number])[] = [];
  let base: BaseResult = {};
  let labels: readonly PlacedLabel[] = [];
  let dirtyBase = false;
  let movedOnly = false;
  let paintedFrom: Camera = camera;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let dirtyTop = false;
  let queued = 0;
  let glide: { readonly from: Float32Array; readonly to: Float32Array; readonly tween: Tween } | undefined;
  let flight: { readonly from: Camera; readonly to: Camera; readonly tween: Tween } | undefined;

  const widths = new Map<string, number>();
  const measure = (text: string, size: number, bold: boolean): number => {
    const key = `${bold ? 'b' : 'r'}${size} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      layers.top.font = `${bold ? 600 : 400} ${size}px ${look.sans}`;
      width = layers.top.measureText(text).width;
      widths.set(key, width);
    }
    return width;
  };

  /** Where nodes are, for finding the one under the pointer; made when it is asked for after they have moved. */
  let found: NodeIndex | undefined;
  const index = (): NodeIndex => {
    found ??= createNodeIndex(positions);
    return found;
  };

  const frame = (): Frame => ({
    scene,
    positions,
    camera,
    size: layers.size(),
    look,
    scale: nodeScale(scene.nodes.length, layers.size(), camera.k, fittedK),
    ...(shown ? { shown } : {}),
    ...(communities && communities.length === scene.nodes.length ? { communities } : {}),
    ...(clusters && clusters.of.length === scene.nodes.length ? { clusters } : {}),
    opened: selection.bundle,
    marked: selection.nodes,
    hurried: dragging >= 0 && scene.bundles.length > MANY_BUNDLES,
    tinted,
  });

  /** The node whose neighbourhood is lit: the one under the pointer, else the only one selected. */
  const focusNode = (): number => {
    if (hover && 'node' in hover) return hover.node;
    if (selection.nodes.size === 1 && selection.bundle < 0) return [...selection.nodes][0]!;
    return -1;
  };

  const focusOf = (): Focus | undefined => {
    const opened = selection.bundle;
    const hovering = hover && 'node' in hover;
    if (opened >= 0 && !hovering && scene.bundles.length > CROWD) {
      return { nodes: new Set([scene.source[opened]!, scene.target[opened]!]), bundles: new Set(), namesOfAll: true };
    }
    const node = focusNode();
    if (node < 0 || node >= scene.nodes.length) return undefined;
    const nodes = new Set([node]);
    const bundles = new Set<number>();
    for (let at = scene.incidentFrom[node]!; at < scene.incidentFrom[node + 1]!; at++) {
      const bundle = scene.incident[at]!;
      if (shown && shown[bundle] === 0) continue;
      bundles.add(bundle);
      nodes.add(scene.source[bundle]!);
      nodes.add(scene.target[bundle]!);
    }
    return { nodes, bundles };
  };

  const step = (now: number): void => {
    queued = 0;
    if (layers.size().width < 2) return;
    if (glide) {
      const t = glide.tween.at(now);
      found = undefined;
      for (let i = 0; i < positions.length; i++) positions[i] = glide.from[i]! + (glide.to[i]! - glide.from[i]!) * t;
      if (clusters) placeClusters(clusters, positions);
      dirtyBase = true;
      if (glide.tween.over(now)) glide = undefined;
    }
    if (flight) {
      const t = flight.tween.at(now);
      const { from, to } = flight;
      camera = { k: from.k + (to.k - from.k) * t, x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
      dirtyBase = true;
      if (flight.tween.over(now)) flight = undefined;
      syncZoom();
    }
    const picture = frame();
    if (dirtyBase) paintWhole(picture);
    else if (movedOnly) {
      if (canMove()) layers.moveBase(paintedFrom, camera);
      else paintWhole(picture);
    }
    if (dirtyBase || dirtyTop) {
      const focus = focusOf();
      layers.fade(focus !== undefined);
      labels = paintTop(layers.top, {
        frame: picture,
        base,
        ...(focus ? { focus } : {}),
        selected: selection.nodes,
        cursor,
        pinned,
        hidden,
        lasso,
        measure,
      });
    }
    dirtyBase = dirtyTop = movedOnly = false;
    if (glide || flight) paint(true);
  };

  /** Paint the base for this camera, with the margin that large graphs have. */
  const paintWhole = (picture: Frame): void => {
    const margin = layers.overscan();
    const { width, height } = picture.size;
    const wider =
      margin === 0
        ? picture
        : {
            ...picture,
            camera: { k: camera.k, x: camera.x + margin, y: camera.y + margin },
            size: { width: width + 2 * margin, height: height + 2 * margin },
          };
    base = paintBase(layers.base, wider);
    paintedFrom = camera;
    layers.moveBase(camera, camera);
  };

  /** The lowest and highest coordinates of all nodes. */
  const extent = (): readonly [readonly [number, number], readonly [number, number]] => {
    const low: [number, number] = [Infinity, Infinity];
    const high: [number, number] = [-Infinity, -Infinity];
    for (let i = 0; i < positions.length; i++) {
      const axis = (i & 1) as 0 | 1;
      const value = positions[i]!;
      if (value < low[axis]) low[axis] = value;
      if (value > high[axis]) high[axis] = value;
    }
    return [low, high];
  };

  /** Whether the picture painted last still covers what is to be seen. */
  const canMove = (): boolean => {
    const margin = layers.overscan();
    if (margin === 0) return false;
    const scale = camera.k / paintedFrom.k;
    if (scale > MOST_STRETCH || scale < 1 / MOST_STRETCH) return false;
    const { width, height } = layers.size();
    const left = camera.x - (paintedFrom.x + margin) * scale;
    const top = camera.y - (paintedFrom.y + margin) * scale;
    const right = left + (width + 2 * margin) * scale;
    const bottom = top + (height + 2 * margin) * scale;
    // beyond the graph there is nothing to be seen, so nothing to be covered
    const [low, high] = extent();
    const seen = (world: number, axis: 'x' | 'y'): number => world * camera.k + camera[axis];
    return (
      left <= Math.max(0, seen(low[0], 'x') - EDGE) &&
      top <= Math.max(0, seen(low[1], 'y') - EDGE) &&
      right >= Math.min(width, seen(high[0], 'x') + EDGE) &&
      bottom >= Math.min(height, seen(high[1], 'y') + EDGE)
    );
  };

  /** The camera moved and nothing else did. */
  const paintMoved = (): void => {
    if (layers.overscan() === 0) {
      paint(true);
      return;
    }
    movedOnly = true;
    paint(false);
    clearTimeout(resting);
    resting = setTimeout(() => paint(true), REST);
  };

  const paint = (all: boolean): void => {
    if (all) dirtyBase = true;
    dirtyTop = true;
    if (queued === 0) queued = requestAnimationFrame(step);
  };

  const layers = createLayers(host, () => {
    if (following) follow();
    paint(true);
  });
  const canvas = layers.topElement;

  function syncZoom(): void {
    (canvas as HTMLCanvasElement & { __zoom?: ZoomTransform }).__zoom = zoomIdentity
      .translate(camera.x, camera.y)
      .scale(camera.k);
  }

  function follow(target: Float32Array = positions): void {
    camera = fitCamera(target, layers.size(), margin);
    fittedK = camera.k;
    flight = undefined;
    syncZoom();
  }

  const flyTo = (to: Camera): void => {
    flight = { from: camera, to, tween: createTween(performance.now(), TWEEN) };
    paint(true);
  };

  const takePositions = (next: Float32Array, animate: boolean): void => {
    found = undefined;
    if (animate && positions.length === next.length) {
      glide = { from: positions.slice(), to: next, tween: createTween(performance.now(), TWEEN) };
    } else {
      glide = undefined;
      positions = new Float32Array(next);
    }
  };

  const inView = (to: Float32Array): boolean => {
    const { width, height } = layers.size();
    for (let i = 0; i < to.length / 2; i++) {
      const x = to[2 * i]! * camera.k + camera.x;
      const y = to[2 * i + 1]! * camera.k + camera.y;
      if (x < 10 || y < 10 || x > width - 10 || y > height - 10) return false;
    }
    return true;
  };

  const giveMargin = (): void => layers.setOverscan(scene.bundles.length > MANY_BUNDLES ? OVERSCAN : 0);

  let animateNext = false;
  const onAnswer = (answer: FromLayout): void => {
    if (answer.positions.length !== 2 * scene.nodes.length) return;
    if (dragging >= 0) answer.positions.set([positions[2 * dragging]!, positions[2 * dragging + 1]!], 2 * dragging);
    if (answer.communities) {
      communities = answer.communities;
      const wanted = scene.nodes.length <= 400 || scene.nodes.length >= AGGREGATE_FROM || tinted;
      clusters = wanted ? createClusters(scene, communities) : undefined;
    }
    takePositions(answer.positions, animateNext);
    if (following) {
      if (animateNext) {
        const to = fitCamera(answer.positions, layers.size(), margin);
        fittedK = to.k;
        flyTo(to);
      } else follow(answer.positions);
    } else if (answer.done && dragging < 0 && !inView(answer.positions) && animateNext) {
      const to = fitCamera(answer.positions, layers.size(), margin);
      fittedK = to.k;
      flyTo(to);
    }
    animateNext = false;
    if (clusters && !glide) placeClusters(clusters, positions);
    settled = answer.done;
    paint(true);
    if (answer.done) options.onSettled?.();
  };
  const client = createLayoutClient(options.workerUrl, onAnswer);

  const pick = (x: number, y: number): Target => {
    const picture = frame();
    const node = pickNode(picture, index(), x, y, base.closed);
    if (node >= 0) return { node };
    const bundle = pickBundle(picture, x, y);
    return bundle >= 0 ? { bundle } : undefined;
  };

  const same = (a: Target, b: Target): boolean =>
    a === b ||
    (a !== undefined &&
      b !== undefined &&
      ('node' in a ? 'node' in b && a.node === b.node : 'bundle' in b && a.bundle === b.bundle));

  const setHover = (target: Target, x: number, y: number): void => {
    if (same(hover, target)) return;
    hover = target;
    options.onHover?.(target, x, y);
    canvas.classList.toggle('is-pointing', target !== undefined);
    paint(false);
  };

  /** Where the canvas lies in the window; asked for anew when the pointer comes, not with every move of it. */
  let box = canvas.getBoundingClientRect();
  const measureBox = (): void => {
    box = canvas.getBoundingClientRect();
  };
  const place = (event: { clientX: number; clientY: number }): readonly [number, number] => {
    return [event.clientX - box.left, event.clientY - box.top];
  };

  const wantsLasso = (event: { shiftKey?: boolean }): boolean => lassoing || event.shiftKey === true;

  const zooming = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([0.01, CLOSEST])
    .filter((event: MouseEvent) => {
      if (event.type === 'dblclick') return false;
      if (event.type === 'wheel') return true;
      if (wantsLasso(event)) return false;
      if (event.type === 'touchstart') return (event as unknown as TouchEvent).touches.length > 1 || touchMisses(event);
      return event.button === 0 && pickNode(frame(), index(), ...place(event), base.closed) < 0;
    })
    .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
      camera = { k: transform.k, x: transform.x, y: transform.y };
      flight = undefined;
      if (sourceEvent) following = false;
      paintMoved();
      options.onCamera?.(camera);
    });
  const touchMisses = (event: unknown): boolean => {
    const touch = (event as TouchEvent).touches[0];
    return touch !== undefined && pickNode(frame(), index(), ...place(touch), base.closed) < 0;
  };

  const dragNode = drag<HTMLCanvasElement, unknown>()
    .container(canvas)
    .filter((event: MouseEvent) => !event.ctrlKey && !event.button && !wantsLasso(event))
    .clickDistance(4)
    .subject((event: { x: number; y: number }) => {
      const picked = pickNode(frame(), index(), event.x, event.y, base.closed);
      return picked < 0 ? undefined : { index: picked, x: event.x, y: event.y };
    })
    .on(
      'drag',
      (event: { x: number; y: number; dx: number; dy: number; subject: { index: number; moved?: boolean } }) => {
        const { subject } = event;
        if (!subject.moved && Math.hypot(event.dx, event.dy) < 1) return;
        subject.moved = true;
        following = false;
        glide = undefined;
        // what is dragged is painted again and again: no wider than it is seen
        if (dragging < 0) layers.setOverscan(0);
        dragging = subject.index;
        const x = (event.x - camera.x) / camera.k;
        const y = (event.y - camera.y) / camera.k;
        found = undefined;
        positions[2 * dragging] = x;
        positions[2 * dragging + 1] = y;
        client.drag(dragging, x, y);
        paint(true);
      },
    )
    .on('end', ({ subject }: { subject: { index: number; moved?: boolean } }) => {
      if (!subject.moved) return;
      const index = subject.index;
      dragging = -1;
      client.drop(index, true);
      paint(true);
      giveMargin();
      pinned = new Set(pinned).add(index);
      options.onDropped?.(index, positions[2 * index]!, positions[2 * index + 1]!);
      paint(false);
    });

  select(canvas).call(dragNode).call(zooming).on('dblclick.zoom', null);

  const onPointerMove = (event: PointerEvent): void => {
    const [x, y] = place(event);
    if (lasso.length > 0) {
      lasso = [...lasso, [x, y]];
      paint(false);
      return;
    }
    if (event.buttons > 0 || event.pointerType === 'touch') return;
    setHover(pick(x, y), x, y);
  };
  const onPointerDown = (event: PointerEvent): void => {
    measureBox();
    if (!wantsLasso(event) || event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    lasso = [place(event)];
  };
  const insideLasso = (x: number, y: number): boolean => {
    let inside = false;
    for (let i = 0, j = lasso.length - 1; i < lasso.length; j = i++) {
      const [xi, yi] = lasso[i]!;
      const [xj, yj] = lasso[j]!;
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
    return inside;
  };
  /** The click that ends a lasso picks nothing. */
  let lassoedAt = 0;
  const onPointerUp = (): void => {
    if (lasso.length === 0) return;
    const picture = frame();
    const caught =
      lasso.length < 3
        ? []
        : [...scene.nodes.keys()].filter((i) => insideLasso(screenX(picture, i), screenY(picture, i)));
    const drawn = lasso.length >= 3;
    lasso = [];
    paint(false);
    lassoedAt = performance.now();
    if (drawn) options.onLasso?.(caught);
  };
  const onClick = (event: MouseEvent): void => {
    measureBox();
    if (lassoing || performance.now() - lassoedAt < 60) return;
    const [x, y] = place(event);
    const cluster = pickCluster(frame(), base.closed, x, y);
    if (cluster >= 0 && communities) {
      const members = [...scene.nodes.keys()].filter((i) => communities![i] === cluster);
      following = false;
      flyTo(fitCamera(positions, layers.size(), margin, members));
      return;
    }
    const target = pick(x, y);
    options.onPick?.(target, event.ctrlKey || event.metaKey);
  };
  const onDoubleClick = (event: MouseEvent): void => {
    const target = pick(...place(event));
    if (target && 'node' in target) options.onOpen?.(target.node);
  };
  const onLeave = (): void => setHover(undefined, 0, 0);
  canvas.addEventListener('pointerenter', measureBox);
  window.addEventListener('resize', measureBox);
  canvas.addEventListener('pointermove', onPointerMove);
  canvas.addEventListener('pointerdown', onPointerDown);
  canvas.addEventListener('pointerup', onPointerUp);
  canvas.addEventListener('pointerleave', onLeave);
  canvas.addEventListener('click', onClick);
  canvas.addEventListener('dblclick', onDoubleClick);

  const places = (): Map<string, readonly [number, number]> => {
    const at = glide ? glide.to : positions;
    return new Map(scene.nodes.map((node, i) => [node.id, [at[2 * i]!, at[2 * i + 1]!] as const]));
  };

  return {
    show(next, { known, pinned: pins = new Set(), camera: from, still = false } = {}) {
      const before = known ?? places();
      const firstTime = scene.nodes.length === 0;
      scene = next;
      found = undefined;
      giveMargin();
      hover = undefined;
      shown = undefined;
      const count = scene.nodes.length;
      const start = new Float32Array(2 * count).fill(Number.NaN);
      let knownCount = 0;
      const isKnown = (i: number): boolean => !Number.isNaN(start[2 * i]!);
      scene.nodes.forEach((node, i) => {
        const spot = before.get(node.id);
        if (!spot) return;
        start.set(spot, 2 * i);
        knownCount++;
      });
      pinned = new Set(scene.nodes.flatMap((node, i) => (pins.has(node.id) ? [i] : [])));
      if (from) {
        camera = from;
        following = false;
        fittedK = known
          ? fitCamera(
              start.filter((value) => !Number.isNaN(value)),
              layers.size(),
              margin,
            ).k
          : from.k;
        syncZoom();
      } else if (firstTime || knownCount < count * 0.3) following = true;
      const all = knownCount === count && count > 0;
      communities = undefined;
      clusters = undefined;
      if (all) positions = start.slice();
      else if (knownCount === 0 || count > 400) positions = new Float32Array(2 * count);
      else {
        positions = start.slice();
        let [sumX, sumY] = [0, 0];
        for (let i = 0; i < count; i++) if (isKnown(i)) [sumX, sumY] = [sumX + start[2 * i]!, sumY + start[2 * i + 1]!];
        for (let i = 0; i < count; i++) {
          if (isKnown(i)) continue;
          positions[2 * i] = sumX / knownCount;
          positions[2 * i + 1] = sumY / knownCount;
        }
        animateNext = true;
      }
      settled = count === 0;
      if (count === 0) {
        paint(true);
        options.onSettled?.();
        return;
      }
      const size = layers.size();
      const mean = scene.radius.reduce((sum, r) => sum + r, 0) / count;
      client.start({
        nodes: count,
        source: scene.source,
        target: scene.target,
        ...(knownCount > 0 ? { known: start } : {}),
        pinned: Int32Array.from(pinned),
        radii: scene.radius.map((r) => r / mean),
        ...(scene.bundles.length <= MANY_BUNDLES ? { weights: weightsOf(scene) } : {}),
        aspect: Math.min(2.2, Math.max(0.5, size.width > 1 ? size.width / size.height : 1.4)),
        still: still || all,
      });
      if (all) paint(true);
    },
    scene: () => scene,
    select(next) {
      selection = next;
      paint(true);
    },
    setShown(next) {
      shown = next;
      paint(true);
    },
    setCursor(index) {
      cursor = index;
      paint(false);
    },
    setHidden(next) {
      hidden = next;
      paint(false);
    },
    setLassoing(on) {
      lassoing = on;
      canvas.classList.toggle('is-lassoing', on);
    },
    setTinted(on) {
      tinted = on;
      if (on && communities && !clusters) {
        clusters = createClusters(scene, communities);
        placeClusters(clusters, positions);
      }
      paint(true);
    },
    fit(only) {
      following = only === undefined;
      const to = fitCamera(glide ? glide.to : positions, layers.size(), margin, only);
      if (only === undefined) fittedK = to.k;
      flyTo(to);
      options.onCamera?.(to);
    },
    zoomBy(factor) {
      following = false;
      const { width, height } = layers.size();
      const k = Math.min(CLOSEST, Math.max(0.01, camera.k * factor));
      const ratio = k / camera.k;
      const to = { k, x: width / 2 - (width / 2 - camera.x) * ratio, y: height / 2 - (height / 2 - camera.y) * ratio };
      flyTo(to);
      options.onCamera?.(to);
    },
    panBy(dx, dy) {
      following = false;
      camera = { k: camera.k, x: camera.x + dx, y: camera.y + dy };
      syncZoom();
      paintMoved();
      options.onCamera?.(camera);
    },
    lookFrom(to) {
      following = false;
      flyTo(to);
    },
    reveal(index) {
      const picture = frame();
      const [x, y] = [screenX(picture, index), screenY(picture, index)];
      const { width, height } = layers.size();
      if (x > 40 && y > 40 && x < width - 40 && y < height - 40) return;
      following = false;
      flyTo({ k: camera.k, x: camera.x + width / 2 - x, y: camera.y + height / 2 - y });
    },
    refreshLook() {
      look = readLook(host);
      widths.clear();
      paint(true);
    },
    camera: () => (flight ? flight.to : camera),
    places,
    positions: () => positions,
    communities: () => communities,
    screenOf: (index) => {
      const picture = frame();
      return [screenX(picture, index), screenY(picture, index)];
    },
    screenOfBundle: (bundle) => {
      const { x, y } = badgePlace(frame(), bundle);
      return [x, y];
    },
    labels: () => labels,
    frame,
    settled: () => settled && !glide && !flight && queued === 0,
    stop: () => client.stop(),
    end() {
      cancelAnimationFrame(queued);
      clearTimeout(resting);
      window.removeEventListener('resize', measureBox);
      client.end();
      layers.end();
    },
  };
};
