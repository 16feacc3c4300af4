import { type Frame, screenRadius, screenX, screenY } from './frame.ts';
import { drawShape } from './shapes.ts';

/** Least radius of a node that is brought out of the picture, px. */
const LEAST = 4;

/** Draws a node over the picture where it stands, large enough to be told by its shape. */
export const drawNode = (context: CanvasRenderingContext2D, frame: Frame, i: number): void =>
  drawShape(
    context,
    frame.scene.nodes[i]!,
    screenX(frame, i),
    screenY(frame, i),
    Math.max(LEAST, screenRadius(frame, i)),
    frame.look,
  );
