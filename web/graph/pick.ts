import { ENTITY_KINDS } from '../../graph-schema/kinds.ts';
import { bundleCurve } from './bundle-curve.ts';
import { discRadius } from './clusters.ts';
import { distanceToCurve } from './curve.ts';
import { type Frame, MANY_BUNDLES, screenRadius, screenX, screenY } from './frame.ts';
import type { NodeIndex } from './node-index.ts';
import { HALF_HEIGHT, HALF_WIDTH } from './shapes.ts';

/** Something on the picture that can be pointed at. */
export type Target = { readonly node: number } | { readonly bundle: number } | undefined;

/** Whether two targets are the same thing on the picture. */
export const sameTarget = (a: Target, b: Target): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    ('node' in a ? 'node' in b && a.node === b.node : 'bundle' in b && a.bundle === b.bundle));

/** A shape is hit this far beyond its border, px, so that small ones are targets of 24 px. */
const LEAST_REACH = 12;
const LINE_REACH = 7;
/** No shape reaches further than this from its place, px. */
const FURTHEST = 50;

/** The node at a place on the screen, or -1; the nearest where several are. */
export const pickNode = (frame: Frame, index: NodeIndex, x: number, y: number, closed?: Uint8Array): number => {
  const { scene, positions, camera } = frame;
  let best = -1;
  let bestDistance = Infinity;
  const worldX = (x - camera.x) / camera.k;
  const worldY = (y - camera.y) / camera.k;
  index.near(worldX, worldY, FURTHEST / camera.k, (i) => {
    if (closed && frame.communities && closed[frame.communities[i]!] === 1) return;
    const dx = (positions[2 * i]! - worldX) * camera.k;
    const dy = (positions[2 * i + 1]! - worldY) * camera.k;
    const distance = dx * dx + dy * dy;
    if (distance > bestDistance || (distance === bestDistance && i > best)) return;
    const kind = ENTITY_KINDS[scene.kind[i]!]!;
    const r = screenRadius(frame, i);
    if (Math.abs(dx) > Math.max(LEAST_REACH, r * HALF_WIDTH[kind])) return;
    if (Math.abs(dy) > Math.max(LEAST_REACH, r * HALF_HEIGHT[kind])) return;
    best = i;
    bestDistance = distance;
  });
  return best;
};

/** The bundle whose line or sign is at a place on the screen, or -1. */
export const pickBundle = (frame: Frame, x: number, y: number): number => {
  const { scene, shown } = frame;
  if (scene.bundles.length > MANY_BUNDLES * 4) return -1;
  let best = -1;
  let bestDistance = LINE_REACH;
  for (let bundle = 0; bundle < scene.bundles.length; bundle++) {
    if (shown && shown[bundle] === 0) continue;
    const s = scene.source[bundle]!;
    const t = scene.target[bundle]!;
    const [x0, y0, x1, y1] = [screenX(frame, s), screenY(frame, s), screenX(frame, t), screenY(frame, t)];
    const pad = 24;
    if (x < Math.min(x0, x1) - pad || x > Math.max(x0, x1) + pad) continue;
    if (y < Math.min(y0, y1) - pad || y > Math.max(y0, y1) + pad) continue;
    const distance = distanceToCurve(bundleCurve(frame, bundle), x, y) - scene.width[bundle]! / 2;
    if (distance < bestDistance) {
      best = bundle;
      bestDistance = distance;
    }
  }
  return best;
};

/** The closed community at a place on the screen, or -1. */
export const pickCluster = (frame: Frame, closed: Uint8Array | undefined, x: number, y: number): number => {
  const { clusters, camera } = frame;
  if (!clusters || !closed) return -1;
  for (let c = 0; c < clusters.count; c++) {
    if (closed[c] === 0) continue;
    const dx = clusters.x[c]! * camera.k + camera.x - x;
    const dy = clusters.y[c]! * camera.k + camera.y - y;
    if (Math.hypot(dx, dy) <= discRadius(clusters, c, camera)) return c;
  }
  return -1;
};
