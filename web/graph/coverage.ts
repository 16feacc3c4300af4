import type { Bounds } from './bounds.ts';
import type { Camera, Size } from './camera.ts';

/** Shapes reach so far beyond their places, px. */
const EDGE = 30;
/** A picture is stretched no further than this: then it is painted anew. */
const MOST_STRETCH = 1.3;

/**
 * Whether a picture that was painted from one camera, `overscan` px wider than the screen on each side, still serves
 * from another: it is not stretched much, and covers all of the graph that is to be seen.
 */
export const stillServes = (painted: Camera, now: Camera, overscan: number, size: Size, graph: Bounds): boolean => {
  const scale = now.k / painted.k;
  if (scale > MOST_STRETCH || scale < 1 / MOST_STRETCH) return false;
  const left = now.x - (painted.x + overscan) * scale;
  const top = now.y - (painted.y + overscan) * scale;
  const right = left + (size.width + 2 * overscan) * scale;
  const bottom = top + (size.height + 2 * overscan) * scale;
  // beyond the graph there is nothing to be seen, so nothing to be covered
  return (
    left <= Math.max(0, graph.left * now.k + now.x - EDGE) &&
    top <= Math.max(0, graph.top * now.k + now.y - EDGE) &&
    right >= Math.min(size.width, graph.right * now.k + now.x + EDGE) &&
    bottom >= Math.min(size.height, graph.bottom * now.k + now.y + EDGE)
  );
};
