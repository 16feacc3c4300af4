import { drag } from 'd3-drag';
import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { type Camera, CLOSEST, FARTHEST } from './camera.ts';
import type { CanvasState } from './canvas-state.ts';
import { screenX, screenY } from './frame.ts';
import { isInside } from './lasso.ts';

/** What the hand does on a canvas, told in terms of the graph. */
export interface GestureHandlers {
  readonly nodeAt: (x: number, y: number) => number;
  readonly onZoom: (camera: Camera, byHand: boolean) => void;
  readonly onDrag: (index: number, x: number, y: number) => void;
  readonly onDrop: (index: number) => void;
  readonly onPoint: (x: number, y: number) => void;
  readonly onLeave: () => void;
  readonly onClick: (x: number, y: number, additive: boolean) => void;
  readonly onDoubleClick: (x: number, y: number) => void;
  /** The line drawn around nodes has grown, or is gone. */
  readonly onLassoLine: () => void;
  readonly onLasso: (indexes: readonly number[]) => void;
}

export interface Gestures {
  /** Tell the zoom where the camera is when something else has moved it. */
  readonly syncZoom: () => void;
  readonly end: () => void;
}

/** The click that ends a lasso comes within this of it by the clock of the hand, ms, however late it is heard; it picks nothing. */
const CLICK_AFTER_LASSO = 60;

interface Dragged {
  readonly index: number;
  moved?: boolean;
}

/** Listen to the pointer on a canvas. */
export const listenToGestures = (
  canvas: HTMLCanvasElement,
  state: CanvasState,
  handlers: GestureHandlers,
): Gestures => {
  /** Where the canvas lies in the window; asked for anew when the pointer comes, not with every move of it. */
  let box = canvas.getBoundingClientRect();
  const measureBox = (): void => {
    box = canvas.getBoundingClientRect();
  };
  const place = (event: { clientX: number; clientY: number }): readonly [number, number] => [
    event.clientX - box.left,
    event.clientY - box.top,
  ];
  const misses = (event: { clientX: number; clientY: number }): boolean => handlers.nodeAt(...place(event)) < 0;
  const wantsLasso = (event: { shiftKey?: boolean }): boolean => state.lassoing || event.shiftKey === true;

  const mayZoom = (event: MouseEvent | TouchEvent): boolean => {
    if (event.type === 'dblclick') return false;
    if (event.type === 'wheel') return true;
    if (wantsLasso(event)) return false;
    if ('touches' in event) return event.touches.length > 1 || (event.touches[0] ? misses(event.touches[0]) : false);
    return event.button === 0 && misses(event);
  };
  const zooming = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([FARTHEST, CLOSEST])
    .filter(mayZoom)
    .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLCanvasElement, unknown>) =>
      handlers.onZoom({ k: transform.k, x: transform.x, y: transform.y }, Boolean(sourceEvent)),
    );

  const dragging = drag<HTMLCanvasElement, unknown>()
    .container(canvas)
    .filter((event: MouseEvent) => !event.ctrlKey && !event.button && !wantsLasso(event))
    .clickDistance(4)
    .subject((event: { x: number; y: number }) => {
      const index = handlers.nodeAt(event.x, event.y);
      return index < 0 ? undefined : { index, x: event.x, y: event.y };
    })
    .on('drag', (event: { x: number; y: number; dx: number; dy: number; subject: Dragged }) => {
      if (!event.subject.moved && Math.hypot(event.dx, event.dy) < 1) return;
      event.subject.moved = true;
      handlers.onDrag(event.subject.index, event.x, event.y);
    })
    .on('end', ({ subject }: { subject: Dragged }) => {
      if (subject.moved) handlers.onDrop(subject.index);
    });
  select(canvas).call(dragging).call(zooming).on('dblclick.zoom', null);

  let lassoedAt = -Infinity;
  const listeners = {
    pointerenter: measureBox,
    pointermove(event: PointerEvent) {
      const [x, y] = place(event);
      if (state.lasso.length > 0) {
        state.lasso = [...state.lasso, [x, y]];
        handlers.onLassoLine();
      } else if (event.buttons === 0 && event.pointerType !== 'touch') handlers.onPoint(x, y);
    },
    pointerdown(event: PointerEvent) {
      measureBox();
      if (!wantsLasso(event) || event.button !== 0) return;
      canvas.setPointerCapture(event.pointerId);
      state.lasso = [place(event)];
    },
    pointerup({ timeStamp }: PointerEvent) {
      const line = state.lasso;
      if (line.length === 0) return;
      state.lasso = [];
      handlers.onLassoLine();
      lassoedAt = timeStamp;
      if (line.length < 3) return;
      const inside = (_: unknown, i: number): number[] =>
        isInside(line, screenX(state, i), screenY(state, i)) ? [i] : [];
      handlers.onLasso(state.scene.nodes.flatMap(inside));
    },
    pointerleave: handlers.onLeave,
    click(event: MouseEvent) {
      measureBox();
      if (state.lassoing || event.timeStamp - lassoedAt < CLICK_AFTER_LASSO) return;
      handlers.onClick(...place(event), event.ctrlKey || event.metaKey);
    },
    dblclick: (event: MouseEvent) => handlers.onDoubleClick(...place(event)),
  };
  for (const [name, listener] of Object.entries(listeners)) canvas.addEventListener(name, listener as EventListener);
  window.addEventListener('resize', measureBox);

  return {
    syncZoom() {
      const { k, x, y } = state.camera;
      (canvas as HTMLCanvasElement & { __zoom?: ZoomTransform }).__zoom = zoomIdentity.translate(x, y).scale(k);
    },
    end: () => window.removeEventListener('resize', measureBox),
  };
};
