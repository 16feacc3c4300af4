import { AGGREGATE_FROM, closedClusters } from './clusters.ts';
import { type Frame, MANY_BUNDLES } from './frame.ts';
import { paintClosedClusters } from './paint-clusters.ts';
import { paintFewLines, paintFewNodes } from './paint-few.ts';
import { paintManyLines, paintManyNodes } from './paint-many.ts';
import { paintTints } from './paint-tints.ts';

/** What the base layer leaves for the top one to know. */
export interface BaseResult {
  /** 1 for each community that is drawn as a disc. */
  readonly closed?: Uint8Array;
}

/**
 * Paint everything but names and signs: tints, lines, shapes. Stops between slices, so that a large graph can be
 * painted over several frames; run to its end it paints at once.
 */
export function* paintBase(context: CanvasRenderingContext2D, frame: Frame): Generator<void, BaseResult> {
  const { look, size, scene } = frame;
  context.globalAlpha = 1;
  context.setLineDash([]);
  context.fillStyle = look.paper;
  context.fillRect(0, 0, size.width, size.height);
  paintTints(context, frame);
  if (scene.bundles.length <= MANY_BUNDLES) {
    paintFewLines(context, frame);
    paintFewNodes(context, frame);
    return {};
  }
  const aggregates = scene.nodes.length >= AGGREGATE_FROM;
  const closed = aggregates && frame.clusters ? closedClusters(frame.clusters, frame.camera, size) : undefined;
  const any = closed?.includes(1) ? closed : undefined;
  yield* paintManyLines(context, frame, any);
  if (any) paintClosedClusters(context, frame, any);
  yield* paintManyNodes(context, frame, any);
  return any ? { closed: any } : {};
}
