import { boundsOf } from './bounds.ts';

/** Where the graph is looked at from: screen = world · k + (x, y), px. */
export interface Camera {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room that is kept free for what floats over the graph, px. */
export interface Margin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Room for what floats over the graph of the page, px: more of it above and below than beside. */
export const usualMargin = ({ width }: Size): Margin => {
  const beside = Math.min(64, width * 0.11);
  return { top: 90, right: beside, bottom: 98, left: beside };
};
/** Least and greatest scale. */
export const FARTHEST = 0.01;
export const CLOSEST = 12;

/** The camera from which all positions (or those of `only`) are seen, filling the place less its margin. */
export const fitCamera = (positions: Float32Array, size: Size, margin: Margin, only?: Iterable<number>): Camera => {
  const { left, top, right, bottom } = boundsOf(positions, only);
  if (left > right) return { k: 1, x: size.width / 2, y: size.height / 2 };
  const wide = Math.max(1, size.width - margin.left - margin.right);
  const high = Math.max(1, size.height - margin.top - margin.bottom);
  const k = Math.min(wide / Math.max(right - left, 1), high / Math.max(bottom - top, 1), 2.2);
  return {
    k,
    x: margin.left + wide / 2 - (k * (left + right)) / 2,
    y: margin.top + high / 2 - (k * (top + bottom)) / 2,
  };
};

/** Narrower than this, px, shapes are smaller, so that names find room. */
export const NARROW = 480;

/**
 * By how much node sizes are multiplied on the screen: smaller the less room there is for each, larger as one comes
 * nearer, but slower than the distances, so that coming nearer also pulls apart.
 */
export const nodeScale = (nodes: number, size: Size, k: number, fitted: number): number => {
  const room = Math.sqrt((size.width * size.height) / Math.max(1, nodes));
  const crowd = Math.min(1.12, Math.max(0.26, room / 92)) * Math.min(1, size.width / NARROW);
  return Math.min(2.2, crowd * Math.min(3.2, Math.max(0.7, Math.sqrt(k / fitted))));
};

/** The camera so much nearer or farther, about the middle of what is seen. */
export const zoomedBy = ({ k, x, y }: Camera, factor: number, { width, height }: Size): Camera => {
  const next = Math.min(CLOSEST, Math.max(FARTHEST, k * factor));
  const ratio = next / k;
  return { k: next, x: width / 2 - (width / 2 - x) * ratio, y: height / 2 - (height / 2 - y) * ratio };
};
