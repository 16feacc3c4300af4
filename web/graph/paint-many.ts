import { ENTITY_KINDS } from '../../graph-schema/kinds.ts';
import { BUNDLE_SIGNS } from './bundle.ts';
import { type Frame, isOutside, screenRadius, screenX, screenY } from './frame.ts';
import { fillOfKind, outline } from './shapes.ts';

type Context = CanvasRenderingContext2D;

/** Paths are stroked in batches of so many: longer ones are slower, not faster, without a GPU. */
const BATCH = 64;
/** Shapes of a smaller radius, px, cannot be told from each other. */
const DOT = 3;
/** Others get their turn after so many lines or shapes: what is painted in a frame then leaves room for a gesture. */
const SLICE = 40 * BATCH;

/** Thin straight lines in batches: lines within a community stronger, lines between communities faded. */
export function* paintManyLines(context: Context, frame: Frame, closed: Uint8Array | undefined): Generator<void> {
  const { scene, positions, camera, communities, look, shown } = frame;
  const { k, x: tx, y: ty } = camera;
  const { source, target, sign } = scene;
  context.lineWidth = 1;
  let drawn = 0;
  const crowd = scene.bundles.length > 8000 ? 0.34 : 0.5;
  // in a hurry every other line of a crowd will do: it looks the same until the hand rests
  const thinned = frame.hurried && scene.bundles.length > 8000;
  for (let far = communities && !frame.hurried ? 1 : 0; far >= 0; far--) {
    context.globalAlpha = far ? 0.09 : crowd;
    for (let group = 0; group < BUNDLE_SIGNS.length; group++) {
      context.strokeStyle = look.edge[BUNDLE_SIGNS[group]!];
      let batch = 0;
      context.beginPath();
      for (let i = 0; i < source.length; i++) {
        if (sign[i] !== group || (shown && shown[i] === 0)) continue;
        if (thinned && i % 2 === 1) continue;
        const s = source[i]!;
        const t = target[i]!;
        if (communities) {
          const cs = communities[s]!;
          const ct = communities[t]!;
          if ((cs !== ct) !== (far === 1)) continue;
          if (closed && (closed[cs] === 1 || closed[ct] === 1)) continue;
        }
        const x0 = positions[2 * s]! * k + tx;
        const y0 = positions[2 * s + 1]! * k + ty;
        const x1 = positions[2 * t]! * k + tx;
        const y1 = positions[2 * t + 1]! * k + ty;
        if (isOutside(frame, x0, y0, x1, y1)) continue;
        context.moveTo(x0, y0);
        context.lineTo(x1, y1);
        if (++batch < BATCH) continue;
        context.stroke();
        batch = 0;
        drawn += BATCH;
        if (drawn % SLICE === 0) yield;
        context.beginPath();
      }
      if (batch > 0) context.stroke();
    }
  }
  context.globalAlpha = 1;
}

/** Nodes as plain shapes in batches by kind. */
export function* paintManyNodes(context: Context, frame: Frame, closed: Uint8Array | undefined): Generator<void> {
  const { scene, look, size } = frame;
  let drawn = 0;
  for (let kind = 0; kind < ENTITY_KINDS.length; kind++) {
    const name = ENTITY_KINDS[kind]!;
    context.fillStyle = name === 'person' ? look.soft : name === 'event' ? look.edge.mixed : fillOfKind(name, look);
    context.strokeStyle = look.ink;
    context.lineWidth = 0.8;
    const bordered = name !== 'country' && name !== 'person';
    let batch = 0;
    context.beginPath();
    const flush = (): void => {
      context.fill();
      if (bordered) context.stroke();
      context.beginPath();
      batch = 0;
    };
    for (let i = 0; i < scene.nodes.length; i++) {
      if (scene.kind[i] !== kind || (closed && frame.communities && closed[frame.communities[i]!] === 1)) continue;
      const x = screenX(frame, i);
      const y = screenY(frame, i);
      const r = screenRadius(frame, i);
      if (x < -r || y < -r || x > size.width + r || y > size.height + r) continue;
      if (r < DOT) context.rect(x - r, y - r, 2 * r, 2 * r);
      else outline(context, name, x, y, r);
      if (++batch < BATCH) continue;
      flush();
      drawn += BATCH;
      if (drawn % SLICE === 0) yield;
    }
    if (batch > 0) flush();
  }
}
