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

export const screenX = (frame: Frame, i: number): number => frame.positions[2 * i]! * frame.camera.k + frame.camera.x;
export const screenY = (frame: Frame, i: number): number =>
  frame.positions[2 * i + 1]! * frame.camera.k + frame.camera.y;
export const screenRadius = (frame: Frame, i: number): number => Math.min(34, frame.scene.radius[i]! * frame.scale);
