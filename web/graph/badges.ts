import { ENTITY_KINDS } from '../../graph-schema/kinds.ts';
import { backboneOf } from './backbone.ts';
import { BUNDLE_SIGNS } from './bundle.ts';
import { bundleCurve } from './bundle-curve.ts';
import { pointOn } from './curve.ts';
import { type Frame, MANY_BUNDLES, screenRadius, screenX, screenY } from './frame.ts';
import type { Obstacle, PlacedLabel } from './labels.ts';
import { SIGN_MARKS } from './look.ts';
import { BADGE } from './paint-bundle.ts';
import { HALF_HEIGHT, HALF_WIDTH } from './shapes.ts';

/** The sign of a bundle at its place on the screen, px. */
export interface PlacedBadge {
  readonly bundle: number;
  readonly x: number;
  readonly y: number;
}

/** A bundle bears its sign where so much of its line is seen, px. */
const BADGE_FROM = 40;
/** Where on the seen part of the line a sign may stand, the best place first. */
const SLIDES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

/**
 * Put the signs of bundles, the first ones first, on their lines where nothing is in the way: a sign slides along its
 * line, and is left out where it finds no place.
 */
export const placeBadges = (
  frame: Frame,
  bundles: Iterable<number>,
  obstacles: readonly Obstacle[],
  most: number,
): PlacedBadge[] => {
  const placed: PlacedBadge[] = [];
  const { scene, size, shown } = frame;
  const free = (x: number, y: number): boolean =>
    x > BADGE &&
    y > BADGE &&
    x < size.width - BADGE &&
    y < size.height - BADGE &&
    !placed.some((one) => Math.hypot(one.x - x, one.y - y) < 2 * BADGE + 3) &&
    !obstacles.some(
      (box) => box.left < x + BADGE && box.right > x - BADGE && box.top < y + BADGE && box.bottom > y - BADGE,
    );
  for (const bundle of bundles) {
    if (placed.length >= most) break;
    if ((shown && shown[bundle] === 0) || SIGN_MARKS[BUNDLE_SIGNS[scene.sign[bundle]!]!] === '') continue;
    const curve = bundleCurve(frame, bundle);
    const length = Math.hypot(curve.x1 - curve.x0, curve.y1 - curve.y0) || 1;
    const from = screenRadius(frame, scene.source[bundle]!) / length;
    const to = 1 - screenRadius(frame, scene.target[bundle]!) / length;
    if (length * (to - from) < BADGE_FROM) continue;
    for (const share of SLIDES) {
      const [x, y] = pointOn(curve, from + (to - from) * share);
      if (!free(x, y)) continue;
      placed.push({ bundle, x, y });
      break;
    }
  }
  return placed;
};

/** So many of the most evident lines bear their sign; the others do when they are pointed at or come near. */
const MOST_BADGES = 60;
/** A sign should have so much of the picture to itself, square px. */
const AREA_OF_BADGE = 8_000;

/** The box of a node's shape, px. */
export const shapeBox = (frame: Frame, i: number): Obstacle => {
  const kind = ENTITY_KINDS[frame.scene.kind[i]!]!;
  const r = screenRadius(frame, i);
  const [x, y] = [screenX(frame, i), screenY(frame, i)];
  const [w, h] = [r * HALF_WIDTH[kind] + 1, r * HALF_HEIGHT[kind] + 1];
  return { left: x - w, top: y - h, right: x + w, bottom: y + h, owner: i };
};

const labelBox = ({ index, left, top, width, height }: PlacedLabel): Obstacle => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
  owner: index,
});

/** The signs of a picture in which nothing is in focus: of the lines that carry it, the best attested first. */
export const badgesAtRest = (
  frame: Frame,
  labels: readonly PlacedLabel[],
  others: readonly Obstacle[] = [],
): PlacedBadge[] => {
  const { scene, size, opened } = frame;
  if (scene.bundles.length > MANY_BUNDLES) return [];
  const backbone = backboneOf(scene);
  const order = [...scene.bundles.keys()]
    .filter((bundle) => backbone[bundle] === 1 && bundle !== opened)
    .sort((a, b) => scene.bundles[b]!.evidence - scene.bundles[a]!.evidence || a - b);
  return badgesOf(frame, order, labels, others, Math.min(MOST_BADGES, (size.width * size.height) / AREA_OF_BADGE));
};

/** The signs of some bundles, clear of shapes and names. */
export const badgesOf = (
  frame: Frame,
  bundles: Iterable<number>,
  labels: readonly PlacedLabel[],
  others: readonly Obstacle[],
  most: number,
): PlacedBadge[] => {
  const shapes = frame.scene.nodes.map((_, i) => shapeBox(frame, i));
  return placeBadges(frame, bundles, [...shapes, ...labels.map(labelBox), ...others], most);
};
