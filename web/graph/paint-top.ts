import { ENTITY_KINDS } from '../../graph-schema/kinds.ts';
import { badgesAtRest, badgesOf, shapeBox } from './badges.ts';
import { discRadius } from './clusters.ts';
import { type Curve, curveBetween, pointOn } from './curve.ts';
import { type Frame, screenRadius, screenX, screenY } from './frame.ts';
import { lineHeight, type Obstacle, type PlacedLabel, placeLabels } from './labels.ts';
import { DASHES, UNCERTAIN_DASH } from './look.ts';
import { type BaseResult, paintBadge, strokeBundle } from './paint-base.ts';
import { BUNDLE_SIGNS } from './scene.ts';
import { drawShape, HALF_HEIGHT, HALF_WIDTH, outline } from './shapes.ts';
import { typedArcs } from './typed-arcs.ts';

type Context = CanvasRenderingContext2D;

/** What stands in the focus: its nodes and lines are painted in full, the rest fades. */
export interface Focus {
  readonly nodes: ReadonlySet<number>;
  readonly bundles: ReadonlySet<number>;
  /** Names of what is not in the focus are shown too, faintly. */
  readonly namesOfAll?: boolean;
}

export interface TopInput {
  readonly frame: Frame;
  readonly base: BaseResult;
  readonly focus?: Focus;
  /** Nodes with a ring: selected ones; and the one the keyboard is on. */
  readonly selected: ReadonlySet<number>;
  readonly cursor: number;
  readonly pinned: ReadonlySet<number>;
  /** How many neighbours of each node are not shown, by index. */
  readonly hidden: ReadonlyMap<number, number>;
  readonly lasso: readonly (readonly [number, number])[];
  readonly measure: (text: string, size: number, bold: boolean) => number;
}

const MOST_LABELS = 140;
const HURRIED_LABELS = 44;
/** In a small graph every node tells how many neighbours are not shown, in a larger one only the great. */
const FEW = 24;
/** Lines of a focus bear their signs where there are fewer than so many. */
const MOST_LIT = 60;

const paintArrowhead = (context: Context, x: number, y: number, ux: number, uy: number, size: number): void => {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - ux * size - uy * size * 0.46, y - uy * size + ux * size * 0.46);
  context.lineTo(x - ux * size + uy * size * 0.46, y - uy * size - ux * size * 0.46);
  context.fill();
};

/** Paint an opened bundle as its typed arrows, each with its verb; gives the boxes of the verbs. */
const paintOpened = (context: Context, input: TopInput): Obstacle[] => {
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

const paintFocus = (context: Context, input: TopInput, focus: Focus): void => {
  const { frame } = input;
  for (const bundle of focus.bundles) {
    if (bundle === frame.opened || (frame.shown && frame.shown[bundle] === 0)) continue;
    strokeBundle(context, frame, bundle, Math.max(1.6, frame.scene.width[bundle]! * Math.min(1, frame.scale + 0.3)));
  }
  context.setLineDash([]);
  for (const i of focus.nodes) {
    const r = Math.max(4, screenRadius(frame, i));
    drawShape(context, frame.scene.nodes[i]!, screenX(frame, i), screenY(frame, i), r, frame.look);
  }
};

/** The signs of what is in focus, or of the whole picture. */
const paintBadges = (
  context: Context,
  { frame, focus }: TopInput,
  labels: readonly PlacedLabel[],
  verbs: readonly Obstacle[],
): void => {
  const lit = focus && !focus.namesOfAll;
  if (focus && !lit) return;
  const badges = lit
    ? focus.bundles.size < MOST_LIT
      ? badgesOf(frame, focus.bundles, labels, verbs, MOST_LIT)
      : []
    : badgesAtRest(frame, labels, verbs);
  for (const { bundle, x, y } of badges) paintBadge(context, frame, BUNDLE_SIGNS[frame.scene.sign[bundle]!]!, x, y);
};

const ring = (context: Context, frame: Frame, i: number, gap: number): void => {
  const kind = ENTITY_KINDS[frame.scene.kind[i]!]!;
  context.beginPath();
  outline(context, kind, screenX(frame, i), screenY(frame, i), Math.max(4, screenRadius(frame, i)) + gap);
};

const paintRings = (context: Context, input: TopInput): void => {
  const { frame, selected, cursor } = input;
  for (const i of selected) {
    ring(context, frame, i, 5);
    context.strokeStyle = frame.look.pen;
    context.lineWidth = 6;
    context.stroke();
    context.strokeStyle = frame.look.ink;
    context.lineWidth = 1.2;
    ring(context, frame, i, 8);
    context.stroke();
    drawShape(
      context,
      frame.scene.nodes[i]!,
      screenX(frame, i),
      screenY(frame, i),
      Math.max(4, screenRadius(frame, i)),
      frame.look,
    );
  }
  if (cursor >= 0) {
    ring(context, frame, cursor, 9);
    context.strokeStyle = frame.look.paper;
    context.lineWidth = 5;
    context.stroke();
    context.strokeStyle = frame.look.edge.cooperation;
    context.lineWidth = 3;
    context.stroke();
  }
};

/** A small "+12" beside a node with relations that are not shown. */
interface HiddenMark extends Obstacle {
  readonly text: string;
}

const hiddenMarks = (input: TopInput): HiddenMark[] => {
  const { frame, hidden } = input;
  const few = frame.scene.nodes.length <= FEW;
  const marks: HiddenMark[] = [];
  for (const [i, count] of hidden) {
    const r = screenRadius(frame, i);
    if (r < 11 || !(few || r > 20 || input.selected.has(i) || input.cursor === i)) continue;
    if (input.focus && !input.focus.nodes.has(i)) continue;
    const text = `+${count}`;
    const left = screenX(frame, i) + r * 0.78;
    const y = screenY(frame, i) - r * 0.86;
    marks.push({ text, left, right: left + input.measure(text, 10, true) + 8, top: y - 7, bottom: y + 7, owner: -1 });
  }
  return marks;
};

/** What is hidden beside the shapes, and a dot on what is pinned. */
const paintMarks = (context: Context, input: TopInput, marks: readonly HiddenMark[]): void => {
  const { frame, pinned } = input;
  const { look } = frame;
  for (const i of pinned) {
    const r = screenRadius(frame, i);
    context.fillStyle = look.ink;
    context.strokeStyle = look.paper;
    context.lineWidth = 1.5;
    context.beginPath();
    context.arc(screenX(frame, i) - r * 0.8, screenY(frame, i) - r * 0.8, 3.6, 0, Math.PI * 2);
    context.fill();
    context.stroke();
  }
  context.font = `600 10px ${look.sans}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const { text, left, right, top } of marks) {
    context.fillStyle = look.card;
    context.strokeStyle = look.line;
    context.lineWidth = 1;
    context.beginPath();
    context.roundRect(left, top, right - left, 14, 7);
    context.fill();
    context.stroke();
    context.fillStyle = look.soft;
    context.fillText(text, left + 4, top + 7.5);
  }
};

const chooseLabels = (input: TopInput, obstacles: readonly Obstacle[]): PlacedLabel[] => {
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
    size: (i) => (many ? (important(i) ? 12.5 : 11) : important(i) ? 13.5 : scale < 0.7 ? 11 : 12),
    bold: (i) => important(i) || input.selected.has(i),
    measure: input.measure,
    width: frame.size.width,
    height: frame.size.height,
    most: frame.hurried ? HURRIED_LABELS : MOST_LABELS,
    tries: many ? 350 : 2000,
    obstacles: [...shapes, ...obstacles],
    originX: frame.camera.x,
    originY: frame.camera.y,
  });
};

const paintLabels = (
  context: Context,
  frame: Frame,
  labels: readonly PlacedLabel[],
  focus: Focus | undefined,
): void => {
  const { look } = frame;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.strokeStyle = look.paper;
  context.lineWidth = 3.6;
  context.fillStyle = look.ink;
  let font = '';
  for (const label of labels) {
    const next = `${label.bold ? 600 : 400} ${label.size}px ${look.sans}`;
    if (next !== font) context.font = font = next;
    context.textAlign = label.align;
    context.globalAlpha = focus && !focus.nodes.has(label.index) ? 0.5 : 1;
    label.lines.forEach((line, nth) => {
      const y = label.y + nth * lineHeight(label.size);
      context.strokeText(line, label.x, y);
      context.fillText(line, label.x, y);
    });
  }
};

const paintLasso = (context: Context, { frame, lasso }: TopInput): void => {
  if (lasso.length < 2) return;
  context.beginPath();
  lasso.forEach(([x, y], nth) => {
    if (nth === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  context.closePath();
  context.globalAlpha = 0.16;
  context.fillStyle = frame.look.edge.cooperation;
  context.fill();
  context.globalAlpha = 1;
  context.setLineDash([4, 4]);
  context.lineWidth = 1.5;
  context.strokeStyle = frame.look.ink;
  context.stroke();
  context.setLineDash([]);
};

/** Paint what lies over the base: the focus in full, opened arrows, rings, marks and names. Gives the names placed. */
export const paintTop = (context: Context, input: TopInput): readonly PlacedLabel[] => {
  const { frame, focus } = input;
  context.clearRect(0, 0, frame.size.width, frame.size.height);
  context.globalAlpha = 1;
  if (focus) paintFocus(context, input, focus);
  const verbs = paintOpened(context, input);
  if (frame.opened >= 0) {
    for (const i of [frame.scene.source[frame.opened]!, frame.scene.target[frame.opened]!]) {
      drawShape(
        context,
        frame.scene.nodes[i]!,
        screenX(frame, i),
        screenY(frame, i),
        Math.max(4, screenRadius(frame, i)),
        frame.look,
      );
    }
  }
  paintRings(context, input);
  const marks = hiddenMarks(input);
  const labels = chooseLabels(input, [...verbs, ...marks]);
  paintBadges(context, input, labels, [...verbs, ...marks]);
  paintLabels(context, frame, labels, focus);
  context.globalAlpha = 1;
  paintMarks(context, input, marks);
  paintLasso(context, input);
  return labels;
};
