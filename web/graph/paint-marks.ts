import { ENTITY_KINDS } from '../../graph-schema/kinds.ts';
import { NARROW } from './camera.ts';
import { drawNode } from './draw-node.ts';
import { type Frame, screenRadius, screenX, screenY } from './frame.ts';
import type { Obstacle } from './labels.ts';
import { outline } from './shapes.ts';
import type { TopInput } from './top-input.ts';

type Context = CanvasRenderingContext2D;

/** In a small graph every node tells how many neighbours are not shown, in a larger one only the great. */
const FEW = 24;

const ring = (context: Context, frame: Frame, i: number, gap: number): void => {
  const kind = ENTITY_KINDS[frame.scene.kind[i]!]!;
  context.beginPath();
  outline(context, kind, screenX(frame, i), screenY(frame, i), Math.max(4, screenRadius(frame, i)) + gap);
};

/** Rings around what is selected and where the keyboard is. */
export const paintRings = (context: Context, input: TopInput): void => {
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
    drawNode(context, frame, i);
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
export interface HiddenMark extends Obstacle {
  readonly text: string;
}

export const hiddenMarks = (input: TopInput): HiddenMark[] => {
  const { frame, hidden } = input;
  const few = frame.scene.nodes.length <= FEW && frame.size.width >= NARROW;
  const marks: HiddenMark[] = [];
  for (const [i, count] of hidden) {
    const r = screenRadius(frame, i);
    if (r < 11 || !(few || r > 20 || input.selected.has(i) || input.cursor === i)) continue;
    if (input.focus && !input.focus.nodes.has(i)) continue;
    const text = `+${count}`;
    const left = screenX(frame, i) + r * 0.78;
    const y = screenY(frame, i) - r * 0.86;
    const right = left + input.measure(text, 10, true) + 8;
    if (right > frame.size.width) continue;
    marks.push({ text, left, right, top: y - 7, bottom: y + 7, owner: -1 });
  }
  return marks;
};

/** What is hidden beside the shapes, and a dot on what is pinned. */
export const paintMarks = (context: Context, input: TopInput, marks: readonly HiddenMark[]): void => {
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

/** The line that is being drawn around nodes. */
export const paintLasso = (context: Context, { frame, lasso }: TopInput): void => {
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
