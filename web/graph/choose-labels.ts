import { ENTITY_KINDS } from '../../graph-schema/kinds.ts';
import { shapeBox } from './badges.ts';
import { NARROW } from './camera.ts';
import { discRadius } from './clusters.ts';
import { screenRadius, screenX, screenY } from './frame.ts';
import { type Obstacle, type PlacedLabel, placeLabels } from './labels.ts';
import { HALF_HEIGHT, HALF_WIDTH } from './shapes.ts';
import type { TopInput } from './top-input.ts';

const MOST_LABELS = 140;
const HURRIED_LABELS = 44;

/** Height of a name, px. */
const sizeOf = (important: boolean, many: boolean, scale: number): number => {
  if (many) return important ? 12.5 : 11;
  if (important) return 13.5;
  return scale < 0.7 ? 11 : 12;
};

/** The names that find room on the picture: chosen ones first, then by importance. */
export const chooseLabels = (input: TopInput, obstacles: readonly Obstacle[]): PlacedLabel[] => {
  const { frame, focus, base } = input;
  const { scene, scale, clusters, communities } = frame;
  const many = scene.nodes.length > 400;
  const shapes: Obstacle[] = [];
  const limit = many && !focus ? 150 : scene.nodes.length;
  for (let at = Math.min(limit, scene.order.length) - 1; at >= 0; at--) {
    const i = scene.order[at]!;
    if (focus && !focus.namesOfAll && !focus.nodes.has(i)) continue;
    const r = screenRadius(frame, i);
    if (many && r < 5) continue;
    shapes.push(shapeBox(frame, i));
  }
  const closed = base.closed;
  const isClosed = (i: number) => closed !== undefined && communities !== undefined && closed[communities[i]!] === 1;
  const first = [...input.selected, ...(input.cursor >= 0 ? [input.cursor] : [])];
  const order =
    focus && !focus.namesOfAll
      ? [...first, ...scene.order.filter((i) => focus.nodes.has(i) && !first.includes(i))]
      : [...first, ...(first.length ? scene.order.filter((i) => !first.includes(i)) : scene.order)];
  const chiefs = new Set(clusters && closed ? clusters.chief : []);
  const at = (i: number, axis: 'x' | 'y'): number => {
    if (isClosed(i) && clusters) {
      const c = communities![i]!;
      return axis === 'x'
        ? clusters.x[c]! * frame.camera.k + frame.camera.x
        : clusters.y[c]! * frame.camera.k + frame.camera.y;
    }
    return axis === 'x' ? screenX(frame, i) : screenY(frame, i);
  };
  const half = (i: number, share: typeof HALF_WIDTH): number =>
    isClosed(i) && clusters
      ? discRadius(clusters, communities![i]!, frame.camera)
      : screenRadius(frame, i) * share[ENTITY_KINDS[scene.kind[i]!]!];
  const labelled = closed ? order.filter((i) => !isClosed(i) || chiefs.has(i)) : order;
  const important = (i: number) => scene.radius[i]! > 14;
  return placeLabels({
    order: labelled,
    name: (i) => scene.nodes[i]!.name,
    x: (i) => at(i, 'x'),
    y: (i) => at(i, 'y'),
    halfWidth: (i) => half(i, HALF_WIDTH),
    halfHeight: (i) => half(i, HALF_HEIGHT),
    size: (i) => sizeOf(important(i), many, scale) - (frame.size.width < NARROW ? 1 : 0),
    bold: (i) => important(i) || input.selected.has(i),
    measure: input.measure,
    width: frame.size.width,
    height: frame.size.height,
    most: frame.hurried ? HURRIED_LABELS : MOST_LABELS,
    tries: many ? 350 : 2000,
    obstacles: [...shapes, ...obstacles],
    makeRoom: !many && !frame.hurried,
    originX: frame.camera.x,
    originY: frame.camera.y,
  });
};
