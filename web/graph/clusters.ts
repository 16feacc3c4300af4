import { BUNDLE_SIGNS } from './bundle.ts';
import type { Camera, Size } from './camera.ts';
import type { Scene } from './scene.ts';

/** From so many nodes on, crowded communities are drawn as one disc until one comes near. */
export const AGGREGATE_FROM = 8000;
/** A community smaller than this is always drawn open. */
const ALWAYS_OPEN = 12;
/** Radius on the screen, px a square root of members, from which a community opens. */
const OPEN_FROM = 9;

/** Communities as bodies of their own: their places, sizes, and the lines between them. */
export interface Clusters {
  readonly count: number;
  readonly of: Int32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Root mean square distance of the members from the middle, world units. */
  readonly radius: Float32Array;
  readonly members: Int32Array;
  /** Index of the most important member, whose name the disc bears. */
  readonly chief: Int32Array;
  readonly link: {
    readonly a: Int32Array;
    readonly b: Int32Array;
    readonly weight: Int32Array;
    readonly sign: Uint8Array;
  };
}

/** Sum up the lines between communities; they do not change while nodes move. */
const linkClusters = (scene: Scene, of: Int32Array, count: number): Clusters['link'] => {
  const sums = new Map<number, { weight: number; cooperation: number; conflict: number }>();
  for (let i = 0; i < scene.bundles.length; i++) {
    const a = of[scene.source[i]!]!;
    const b = of[scene.target[i]!]!;
    if (a === b) continue;
    const key = a < b ? a * count + b : b * count + a;
    const sum = sums.get(key) ?? { weight: 0, cooperation: 0, conflict: 0 };
    sum.weight++;
    const sign = BUNDLE_SIGNS[scene.sign[i]!];
    if (sign === 'cooperation' || sign === 'mixed') sum.cooperation++;
    if (sign === 'conflict' || sign === 'mixed') sum.conflict++;
    sums.set(key, sum);
  }
  const signs = Array.from(sums.values(), ({ cooperation, conflict }) =>
    cooperation > 3 * conflict ? 1 : conflict > 3 * cooperation ? 2 : cooperation + conflict === 0 ? 0 : 3,
  );
  return {
    a: Int32Array.from(sums.keys(), (key) => Math.floor(key / count)),
    b: Int32Array.from(sums.keys(), (key) => key % count),
    weight: Int32Array.from(sums.values(), (sum) => sum.weight),
    sign: Uint8Array.from(signs),
  };
};

/** Communities of a scene, without places yet. */
export const createClusters = (scene: Scene, of: Int32Array): Clusters => {
  let count = 0;
  for (const community of of) if (community >= count) count = community + 1;
  const members = new Int32Array(count);
  const chief = new Int32Array(count).fill(-1);
  for (const i of scene.order) {
    const community = of[i]!;
    members[community]!++;
    if (chief[community] === -1) chief[community] = i;
  }
  return {
    count,
    of,
    members,
    chief,
    x: new Float32Array(count),
    y: new Float32Array(count),
    radius: new Float32Array(count),
    link: linkClusters(scene, of, count),
  };
};

/** Set the places of communities from those of their members. */
export const placeClusters = (clusters: Clusters, positions: Float32Array): void => {
  const { of, x, y, radius, members, count } = clusters;
  x.fill(0);
  y.fill(0);
  radius.fill(0);
  for (let i = 0; i < of.length; i++) {
    x[of[i]!]! += positions[2 * i]!;
    y[of[i]!]! += positions[2 * i + 1]!;
  }
  for (let c = 0; c < count; c++) {
    const size = Math.max(1, members[c]!);
    x[c]! /= size;
    y[c]! /= size;
  }
  for (let i = 0; i < of.length; i++) {
    const c = of[i]!;
    radius[c]! += (positions[2 * i]! - x[c]!) ** 2 + (positions[2 * i + 1]! - y[c]!) ** 2;
  }
  for (let c = 0; c < count; c++) radius[c] = Math.sqrt(radius[c]! / Math.max(1, members[c]!));
};

/** 1 for each community that is drawn as one disc from here. */
export const closedClusters = (clusters: Clusters, camera: Camera, size: Size): Uint8Array => {
  const closed = new Uint8Array(clusters.count);
  for (let c = 0; c < clusters.count; c++) {
    if (clusters.members[c]! <= ALWAYS_OPEN) continue;
    const radius = clusters.radius[c]! * camera.k;
    const x = clusters.x[c]! * camera.k + camera.x;
    const y = clusters.y[c]! * camera.k + camera.y;
    const away =
      x + 2 * radius < 0 || y + 2 * radius < 0 || x - 2 * radius > size.width || y - 2 * radius > size.height;
    if (away || radius < OPEN_FROM * Math.sqrt(clusters.members[c]!)) closed[c] = 1;
  }
  return closed;
};

/** Radius that a closed community is drawn with, px. */
export const discRadius = (clusters: Clusters, c: number, camera: Camera): number =>
  Math.max(4, Math.min(clusters.radius[c]! * camera.k * 0.9, 6 + Math.sqrt(clusters.members[c]!) * 1.6));
