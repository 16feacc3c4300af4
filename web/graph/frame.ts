import type { Camera, Size } from './camera.ts';
import type { Clusters } from './clusters.ts';
import type { Look } from './look.ts';
import type { Scene } from './scene.ts';

/** All that one picture is painted from; painters are functions of it. */
export interface Frame {
  readonly scene: Scene;
  readonly positions: Float32Array;
  readonly camera: Camera;
  readonly size: Size;
  readonly look: Look;
  /** Factor on node radii, see `nodeScale`. */
  readonly scale: number;
  /** 1 for each bundle that is shown; absent = all. */
  readonly shown?: Uint8Array;
  /** Which communities nodes are in; absent before the layout knows. */
  readonly communities?: Int32Array;
  readonly clusters?: Clusters;
  /** The bundle that is opened into its typed edges, or -1. */
  readonly opened: number;
  /** Nodes and the bundle that a highlighter marks. */
  readonly marked: ReadonlySet<number>;
  /** Painted again and again, as while a node of a large graph is dragged: what is faint may be left out. */
  readonly hurried: boolean;
  /** Tints behind communities. */
  readonly tinted: boolean;
}

/** From so many bundles on, lines are straight, thin and painted in batches. */
export const MANY_BUNDLES = 1600;

type Placed = Pick<Frame, 'positions' | 'camera'>;
export const screenX = ({ positions, camera }: Placed, i: number): number => positions[2 * i]! * camera.k + camera.x;
export const screenY = ({ positions, camera }: Placed, i: number): number =>
  positions[2 * i + 1]! * camera.k + camera.y;
export const screenRadius = (frame: Frame, i: number): number => Math.min(34, frame.scene.radius[i]! * frame.scale);

/** Whether a line from one point to another passes by the picture for certain. */
export const isOutside = (frame: Frame, x0: number, y0: number, x1: number, y1: number): boolean => {
  const { width, height } = frame.size;
  return (x0 < 0 && x1 < 0) || (y0 < 0 && y1 < 0) || (x0 > width && x1 > width) || (y0 > height && y1 > height);
};
