import type { Camera, Size } from './camera.ts';

/** Two canvases on top of each other: shapes and lines below, names and what is in focus above. */
export interface Layers {
  readonly base: CanvasRenderingContext2D;
  readonly top: CanvasRenderingContext2D;
  readonly topElement: HTMLCanvasElement;
  readonly size: () => Size;
  /** Let the base fade behind the focus. */
  readonly fade: (faded: boolean) => void;
  /** How much wider than the host the base is painted on each side, px, so that it can be moved without a new picture. */
  readonly overscan: () => number;
  readonly setOverscan: (margin: number) => void;
  /** Show the base, painted as seen from one camera, as it would be seen from another; exact where they are equal. */
  readonly moveBase: (painted: Camera, now: Camera) => void;
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
  let overscan = 0;

  const dimension = (): void => {
    const ratio = Math.min(MOST_PIXELS_A_POINT, globalThis.devicePixelRatio || 1);
    for (const [canvas, context, extra] of [
      [lower, base, overscan],
      [upper, top, 0],
    ] as const) {
      const [width, height] = [size.width + 2 * extra, size.height + 2 * extra];
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      canvas.style.left = canvas.style.top = `${-extra}px`;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
    }
  };

  let ready = false;
  const resize = (): void => {
    const box = host.getBoundingClientRect();
    const width = Math.max(1, Math.round(box.width));
    const height = Math.max(1, Math.round(box.height));
    if (width === size.width && height === size.height) return;
    size = { width, height };
    dimension();
    if (ready) onResize();
  };
  const observer = new ResizeObserver(resize);
  observer.observe(host);
  const box = host.getBoundingClientRect();
  if (box.width > 0) resize();
  ready = true;

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
    overscan: () => overscan,
    setOverscan(margin) {
      if (margin === overscan) return;
      overscan = margin;
      if (size.width > 0) dimension();
    },
    moveBase(painted, now) {
      const scale = now.k / painted.k;
      const x = now.x - painted.x * scale + overscan * (1 - scale);
      const y = now.y - painted.y * scale + overscan * (1 - scale);
      const still = Math.abs(x) < 0.01 && Math.abs(y) < 0.01 && Math.abs(scale - 1) < 1e-6;
      lower.style.transform = still ? '' : `translate(${x}px, ${y}px) scale(${scale})`;
    },
    end() {
      observer.disconnect();
      lower.remove();
      upper.remove();
    },
  };
};
