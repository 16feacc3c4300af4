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

/** Paint an opened bundle as its typed arrows, each with its verb; gives the boxes of the verbs. */
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
  const verbs: { text: string; x: number; y: number; colour: string }[] = [];
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
    const spread = arcs.length > 1 ? 0.5 + ((nth % 3) - 1) * 0.13 : 0.5;
    const [x, y] = pointOn(curve, spread);
    verbs.push({ text: arc.label, x, y, colour: arc.sign === 'none' ? look.soft : look.edge[arc.sign] });
  });
  if (left > 0) {
    const [x, y] = pointOn(curveBetween(ax, ay, bx, by, (arcs.length / 2 + 0.4) * step), 0.5);
    verbs.push({ text: `${left} more`, x, y, colour: look.soft });
  }
  context.font = `600 11.5px ${look.sans}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { text, x, y, colour } of verbs) {
    const half = input.measure(text, 11.5, true) / 2 + 4;
    const box = { left: x - half, top: y - 8, right: x + half, bottom: y + 8, owner: -1 };
    if (boxes.some((o) => o.left < box.right && o.right > box.left && o.top < box.bottom && o.bottom > box.top))
      continue;
    context.fillStyle = look.paper;
    context.beginPath();
    context.roundRect(box.left, box.top, 2 * half, 16, 8);
    context.fill();
    context.fillStyle = colour;
    context.fillText(text, x, y + 0.5);
    boxes.push(box);
  }
  return boxes;
};
