import { type Curve, curveBetween, pointOn } from './curve.ts';
import { screenRadius, screenX, screenY } from './frame.ts';
import type { Obstacle } from './labels.ts';
import { DASHES, UNCERTAIN_DASH } from './look.ts';
import type { TopInput } from './top-input.ts';
import { typedArcs } from './typed-arcs.ts';

type Context = CanvasRenderingContext2D;

const paintArrowhead = (context: Context, x: number, y: number, ux: number, uy: number, size: number): void => {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - ux * size - uy * size * 0.46, y - uy * size + ux * size * 0.46);
  context.lineTo(x - ux * size + uy * size * 0.46, y - uy * size - ux * size * 0.46);
  context.fill();
};

/** Where on its arrow a verb may stand, the best place first; neighbours begin at different ones. */
const SPREADS = [0.5, 0.63, 0.37, 0.56, 0.44, 0.7, 0.3];
/** An arrow keeps names off with boxes at so many places along it, of so many px on each side. */
const GUARDS = 24;
const GUARD = 4;

const overlap = (a: Obstacle, b: Obstacle): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

const boxAround = (x: number, y: number, across: number, along: number): Obstacle => ({
  left: x - across,
  top: y - along,
  right: x + across,
  bottom: y + along,
  owner: -1,
});

const guardsOf = (curve: Curve): Obstacle[] =>
  Array.from({ length: GUARDS - 1 }, (_, i) => {
    const [x, y] = pointOn(curve, (i + 1) / GUARDS);
    return boxAround(x, y, GUARD, GUARD);
  });

/** Paint an opened bundle as its typed arrows, each with its verb; gives the boxes that no name may cover. */
export const paintOpened = (context: Context, input: TopInput): Obstacle[] => {
  const { frame } = input;
  const { scene, look, opened } = frame;
  if (opened < 0) return [];
  const bundle = scene.bundles[opened]!;
  const { arcs, left } = typedArcs(bundle, scene.nodes[bundle.a]!.id);
  const [ax, ay] = [screenX(frame, bundle.a), screenY(frame, bundle.a)];
  const [bx, by] = [screenX(frame, bundle.b), screenY(frame, bundle.b)];
  const length = Math.hypot(bx - ax, by - ay) || 1;
  const step = Math.min(26, Math.max(15, length / 9));
  const boxes: Obstacle[] = [];
  const guards: Obstacle[] = [];
  const verbs: { text: string; curve: Curve; colour: string }[] = [];
  arcs.forEach((arc, nth) => {
    const bend = (nth - (arcs.length - 1) / 2) * step;
    const curve: Curve = curveBetween(ax, ay, bx, by, bend);
    context.strokeStyle = context.fillStyle = look.edge[arc.sign];
    context.lineWidth = Math.min(4.5, 1.6 + 0.7 * Math.log2(arc.edges.length + 1));
    context.lineCap = arc.certain ? 'butt' : 'round';
    context.setLineDash((arc.certain ? DASHES[arc.sign] : UNCERTAIN_DASH) as number[]);
    context.beginPath();
    context.moveTo(curve.x0, curve.y0);
    context.quadraticCurveTo(curve.cx, curve.cy, curve.x1, curve.y1);
    context.stroke();
    context.setLineDash([]);
    const ends = arc.symmetric ? [true, false] : [arc.forward];
    for (const forward of ends) {
      const tip = forward ? bundle.b : bundle.a;
      const inset = Math.min(0.45, (screenRadius(frame, tip) + 3) / length);
      const [x, y] = pointOn(curve, forward ? 1 - inset : inset);
      const [px, py] = pointOn(curve, forward ? 1 - inset - 0.04 : inset + 0.04);
      const norm = Math.hypot(x - px, y - py) || 1;
      paintArrowhead(context, x, y, (x - px) / norm, (y - py) / norm, 10);
    }
    guards.push(...guardsOf(curve));
    verbs.push({ text: arc.label, curve, colour: arc.sign === 'none' ? look.soft : look.edge[arc.sign] });
  });
  if (left > 0) {
    const curve = curveBetween(ax, ay, bx, by, (arcs.length / 2 + 0.4) * step);
    verbs.push({ text: `${left} more`, curve, colour: look.soft });
  }
  context.font = `600 11.5px ${look.sans}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  verbs.forEach(({ text, curve, colour }, nth) => {
    const half = input.measure(text, 11.5, true) / 2 + 4;
    const first = arcs.length > 1 ? nth % 3 : 0;
    const box = [...SPREADS.slice(first), ...SPREADS.slice(0, first)]
      .map((share) => boxAround(...pointOn(curve, share), half, 8))
      .find((place) => !boxes.some((other) => overlap(other, place)));
    if (!box) return;
    context.fillStyle = look.paper;
    context.beginPath();
    context.roundRect(box.left, box.top, 2 * half, 16, 8);
    context.fill();
    context.fillStyle = colour;
    context.fillText(text, box.left + half, box.top + 8.5);
    boxes.push(box);
  });
  return [...boxes, ...guards];
};
