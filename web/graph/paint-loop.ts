import { boundsOf } from './bounds.ts';
import type { Camera } from './camera.ts';
import { type CanvasState, focusOf, frameOf } from './canvas-state.ts';
import { stillServes } from './coverage.ts';
import type { Frame } from './frame.ts';
import type { Obstacle, PlacedLabel } from './labels.ts';
import type { Layers } from './layers.ts';
import type { Motion } from './motion.ts';
import { type BaseResult, paintBase } from './paint-base.ts';
import { paintTop } from './paint-top.ts';
import type { TextWidth } from './text-width.ts';

/** A moved picture is painted anew when the camera has rested so long, ms. */
const REST = 110;

/** Of a larger graph shapes and lines are seen first, and names a frame later. */
const NAMED_AT_ONCE = 100;

/** Paints what has changed, once a frame. */
export interface PaintLoop {
  /** Something changed: what lies on top, or everything. */
  readonly paint: (all: boolean) => void;
  /** The camera moved and nothing else did. */
  readonly paintMoved: () => void;
  /** Another graph is to be painted: what is being painted is of no use any more. */
  readonly begin: () => void;
  readonly base: () => BaseResult;
  /** The names that are to be read now. */
  readonly labels: () => readonly PlacedLabel[];
  readonly idle: () => boolean;
  readonly end: () => void;
}

/** A base that is being painted behind the one that is seen. */
interface Job {
  readonly camera: Camera;
  readonly slices: Generator<void, BaseResult>;
}

/** The picture with so much more of the graph on each side. */
const wider = (picture: Frame, margin: number): Frame => {
  const { camera, size } = picture;
  if (margin === 0) return picture;
  return {
    ...picture,
    camera: { k: camera.k, x: camera.x + margin, y: camera.y + margin },
    size: { width: size.width + 2 * margin, height: size.height + 2 * margin },
  };
};

/**
 * Make the loop. A small graph is painted whole whenever the camera moves. The lines of a large one take longer than
 * a frame: the picture painted last is moved and stretched with the camera, and where it no longer serves, or the
 * hand rests, the next is painted behind it, a slice a frame.
 */
export const createPaintLoop = (
  state: CanvasState,
  layers: Layers,
  motion: Motion,
  texts: TextWidth,
  onFlown: () => void,
  covered: () => readonly Obstacle[],
): PaintLoop => {
  let base: BaseResult = {};
  let labels: readonly PlacedLabel[] = [];
  let painted: Camera = state.camera;
  let job: Job | undefined;
  let dirtyBase = false;
  let dirtyTop = false;
  let rested = true;
  /** Nothing of this graph has been painted yet. */
  let begun = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let queued = 0;

  const queue = (): void => {
    if (queued === 0) queued = requestAnimationFrame(step);
  };
  const paint = (all: boolean): void => {
    if (all) dirtyBase = true;
    dirtyTop = true;
    queue();
  };
  const rest = (): void => {
    rested = true;
    queue();
  };
  const cameraMoved = (): void => {
    if (layers.overscan() === 0) dirtyBase = true;
    dirtyTop = true;
    rested = false;
    clearTimeout(resting);
    resting = setTimeout(rest, REST);
  };

  const paintAtOnce = (picture: Frame): void => {
    job = undefined;
    const slices = paintBase(layers.base(), wider(picture, layers.overscan()));
    let slice = slices.next();
    while (!slice.done) slice = slices.next();
    base = slice.value;
    painted = state.camera;
    layers.moveBase(painted, painted);
  };

  /** Whether the base that is seen should be painted anew. */
  const isStale = (): boolean =>
    painted !== state.camera &&
    (rested || !stillServes(painted, state.camera, layers.overscan(), layers.size(), boundsOf(state.positions)));

  const paintBehind = (picture: Frame): void => {
    if (!job && isStale()) {
      job = { camera: state.camera, slices: paintBase(layers.spare(), wider(picture, layers.overscan())) };
    }
    const slice = job?.slices.next();
    if (job && slice?.done) {
      layers.swap();
      base = slice.value;
      painted = job.camera;
      job = undefined;
      dirtyTop = true;
    }
    layers.moveBase(painted, state.camera);
  };

  const step = (now: number): void => {
    queued = 0;
    if (layers.size().width < 2) return;
    const moved = motion.advance(now);
    if (moved.nodes) dirtyBase = true;
    if (moved.camera) {
      cameraMoved();
      onFlown();
    }
    const picture = frameOf(state, layers.size());
    if (dirtyBase) paintAtOnce(picture);
    else if (job || painted !== state.camera) paintBehind(picture);
    const namesLater = dirtyBase && begun && state.scene.nodes.length > NAMED_AT_ONCE;
    begun &&= !dirtyBase;
    if (namesLater) layers.clearTop();
    else if (dirtyBase || dirtyTop) {
      const focus = focusOf(state);
      layers.fade(focus !== undefined);
      labels = paintTop(layers.top, {
        frame: picture,
        base,
        ...(focus ? { focus } : {}),
        selected: state.selection.nodes,
        cursor: state.cursor,
        pinned: state.pinned,
        hidden: state.hidden,
        covered: covered(),
        lasso: state.lasso,
        measure: texts.measure,
      });
    }
    dirtyBase = false;
    dirtyTop = namesLater;
    if (dirtyTop || motion.going() || job || isStale()) queue();
  };

  return {
    paint,
    paintMoved() {
      cameraMoved();
      queue();
    },
    begin() {
      job = undefined;
      begun = true;
    },
    base: () => base,
    labels: () => labels,
    idle: () => queued === 0 && !job && painted === state.camera,
    end() {
      cancelAnimationFrame(queued);
      clearTimeout(resting);
    },
  };
};
