import type { Camera, Size } from './camera.ts';

/** Canvases on top of each other: shapes and lines below, names and what is in focus above. */
export interface Layers {
  /** The base that is seen. */
  readonly base: () => CanvasRenderingContext2D;
  /** Another base, not seen, to be painted over several frames; seen instead of the other after `swap`. */
  readonly spare: () => CanvasRenderingContext2D;
  readonly swap: () => void;
  readonly top: CanvasRenderingContext2D;
  readonly clearTop: () => void;
  readonly topElement: HTMLCanvasElement;
  readonly size: () => Size;
  /** Let the base fade behind the focus. */
  readonly fade: (faded: boolean) => void;
  /** How much wider than the host the base is painted on each side, px, so that it can be moved without a new picture. */
  readonly overscan: () => number;
  /** Change that; the base is empty paper after. */
  readonly setOverscan: (margin: number, paper: string) => void;
  /** Show the base, painted as seen from one camera, as it would be seen from another; exact where they are equal. */
  readonly moveBase: (painted: Camera, now: Camera) => void;
  readonly end: () => void;
}

const MOST_PIXELS_A_POINT = 2;

interface Layer {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
}

const createLayer = (name: string, opaque: boolean): Layer => {
  const canvas = document.createElement('canvas');
  canvas.className = `layer ${name}`;
  canvas.setAttribute('aria-hidden', 'true');
  return { canvas, context: canvas.getContext('2d', { alpha: !opaque })! };
};

/** Give a layer the size of the host and so much more on each side; it is empty after. */
const dimension = ({ canvas, context }: Layer, size: Size, extra: number): void => {
  const ratio = Math.min(MOST_PIXELS_A_POINT, globalThis.devicePixelRatio || 1);
  const [width, height] = [size.width + 2 * extra, size.height + 2 * extra];
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  canvas.style.left = canvas.style.top = `${-extra}px`;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
};

export const createLayers = (host: HTMLElement, onResize: () => void): Layers => {
  let front = createLayer('layer-base', true);
  let back: Layer | undefined;
  const upper = createLayer('layer-top', false);
  host.append(front.canvas, upper.canvas);
  let size: Size = { width: 0, height: 0 };
  let overscan = 0;

  let ready = false;
  const resize = (): void => {
    const box = host.getBoundingClientRect();
    const width = Math.max(1, Math.round(box.width));
    const height = Math.max(1, Math.round(box.height));
    if (width === size.width && height === size.height) return;
    size = { width, height };
    for (const base of [front, back]) if (base) dimension(base, size, overscan);
    dimension(upper, size, 0);
    if (ready) onResize();
  };
  const observer = new ResizeObserver(resize);
  observer.observe(host);
  if (host.getBoundingClientRect().width > 0) resize();
  ready = true;

  let faded = false;
  return {
    base: () => front.context,
    spare() {
      if (!back) {
        back = createLayer('layer-base', true);
        // hidden but in the page: only then does the browser paint each slice when it is given
        back.canvas.style.visibility = 'hidden';
        back.canvas.classList.toggle('is-faded', faded);
        front.canvas.after(back.canvas);
        dimension(back, size, overscan);
      }
      return back.context;
    },
    swap() {
      if (!back) return;
      [front, back] = [back, front];
      front.canvas.style.visibility = '';
      back.canvas.style.visibility = 'hidden';
    },
    top: upper.context,
    clearTop: () => upper.context.clearRect(0, 0, size.width, size.height),
    topElement: upper.canvas,
    size: () => size,
    fade(next) {
      if (next === faded) return;
      faded = next;
      for (const base of [front, back]) base?.canvas.classList.toggle('is-faded', next);
    },
    overscan: () => overscan,
    setOverscan(margin, paper) {
      if (margin === overscan) return;
      overscan = margin;
      back?.canvas.remove();
      back = undefined;
      if (size.width === 0) return;
      dimension(front, size, overscan);
      front.context.fillStyle = paper;
      front.context.fillRect(0, 0, size.width + 2 * margin, size.height + 2 * margin);
    },
    moveBase(painted, now) {
      const scale = now.k / painted.k;
      const x = now.x - painted.x * scale + overscan * (1 - scale);
      const y = now.y - painted.y * scale + overscan * (1 - scale);
      const still = Math.abs(x) < 0.01 && Math.abs(y) < 0.01 && Math.abs(scale - 1) < 1e-6;
      front.canvas.style.transform = still ? '' : `translate(${x}px, ${y}px) scale(${scale})`;
    },
    end() {
      observer.disconnect();
      for (const layer of [front, back, upper]) layer?.canvas.remove();
    },
  };
};
