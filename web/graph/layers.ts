import type { Size } from './camera.ts';

/** Two canvases on top of each other: shapes and lines below, names and what is in focus above. */
export interface Layers {
  readonly base: CanvasRenderingContext2D;
  readonly top: CanvasRenderingContext2D;
  readonly topElement: HTMLCanvasElement;
  readonly size: () => Size;
  /** Let the base fade behind the focus. */
  readonly fade: (faded: boolean) => void;
  readonly end: () => void;
}

const MOST_PIXELS_A_POINT = 2;

export const createLayers = (host: HTMLElement, onResize: () => void): Layers => {
  const make = (name: string): HTMLCanvasElement => {
    const canvas = document.createElement('canvas');
    canvas.className = `layer ${name}`;
    canvas.setAttribute('aria-hidden', 'true');
    host.append(canvas);
    return canvas;
  };
  const lower = make('layer-base');
  const upper = make('layer-top');
  const base = lower.getContext('2d', { alpha: false })!;
  const top = upper.getContext('2d')!;
  let size: Size = { width: 0, height: 0 };

  const resize = (): void => {
    const box = host.getBoundingClientRect();
    const width = Math.max(1, Math.round(box.width));
    const height = Math.max(1, Math.round(box.height));
    if (width === size.width && height === size.height) return;
    size = { width, height };
    const ratio = Math.min(MOST_PIXELS_A_POINT, globalThis.devicePixelRatio || 1);
    for (const [canvas, context] of [
      [lower, base],
      [upper, top],
    ] as const) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
    }
    onResize();
  };
  const observer = new ResizeObserver(resize);
  observer.observe(host);
  const box = host.getBoundingClientRect();
  if (box.width > 0) resize();

  let faded = false;
  return {
    base,
    top,
    topElement: upper,
    size: () => size,
    fade(next) {
      if (next === faded) return;
      faded = next;
      lower.classList.toggle('is-faded', next);
    },
    end() {
      observer.disconnect();
      lower.remove();
      upper.remove();
    },
  };
};
