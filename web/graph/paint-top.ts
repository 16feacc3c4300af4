import { badgesAtRest, badgesOf } from './badges.ts';
import { BUNDLE_SIGNS } from './bundle.ts';
import { chooseLabels } from './choose-labels.ts';
import { drawNode } from './draw-node.ts';
import type { Frame } from './frame.ts';
import { lineHeight, type Obstacle, type PlacedLabel } from './labels.ts';
import { paintBadge, strokeBundle } from './paint-bundle.ts';
import { hiddenMarks, paintLasso, paintMarks, paintRings } from './paint-marks.ts';
import { paintOpened } from './paint-opened.ts';
import type { Focus, TopInput } from './top-input.ts';

type Context = CanvasRenderingContext2D;

/** Lines of a focus bear their signs where there are fewer than so many. */
const MOST_LIT = 60;

const paintFocus = (context: Context, input: TopInput, focus: Focus): void => {
  const { frame } = input;
  for (const bundle of focus.bundles) {
    if (bundle === frame.opened || (frame.shown && frame.shown[bundle] === 0)) continue;
    strokeBundle(context, frame, bundle, Math.max(1.6, frame.scene.width[bundle]! * Math.min(1, frame.scale + 0.3)));
  }
  context.setLineDash([]);
  for (const i of focus.nodes) {
    drawNode(context, frame, i);
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

/** Paint what lies over the base: the focus in full, opened arrows, rings, marks and names. Gives the names placed. */
export const paintTop = (context: Context, input: TopInput): readonly PlacedLabel[] => {
  const { frame, focus } = input;
  context.clearRect(0, 0, frame.size.width, frame.size.height);
  context.globalAlpha = 1;
  if (focus) paintFocus(context, input, focus);
  const verbs = paintOpened(context, input);
  if (frame.opened >= 0) {
    for (const i of [frame.scene.source[frame.opened]!, frame.scene.target[frame.opened]!]) {
      drawNode(context, frame, i);
    }
  }
  paintRings(context, input);
  const marks = hiddenMarks(input);
  const labels = chooseLabels(input, [...verbs, ...marks, ...input.covered]);
  paintBadges(context, input, labels, [...verbs, ...marks]);
  paintLabels(context, frame, labels, focus);
  context.globalAlpha = 1;
  paintMarks(context, input, marks);
  paintLasso(context, input);
  return labels;
};
