/** A quadratic curve between two points, px. */
export interface Curve {
  readonly x0: number;
  readonly y0: number;
  readonly cx: number;
  readonly cy: number;
  readonly x1: number;
  readonly y1: number;
}

/** The curve from a to b whose middle stands `bend` px to the left of the straight line. */
export const curveBetween = (x0: number, y0: number, x1: number, y1: number, bend: number): Curve => {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const length = Math.hypot(dx, dy) || 1;
  return {
    x0,
    y0,
    cx: (x0 + x1) / 2 + (dy / length) * bend * 2,
    cy: (y0 + y1) / 2 - (dx / length) * bend * 2,
    x1,
    y1,
  };
};

/** How far a bundle's line bends, px, for a line of this length. */
export const bundleBend = (length: number): number => Math.min(16, length * 0.07);

export const pointOn = (curve: Curve, t: number): readonly [x: number, y: number] => {
  const u = 1 - t;
  return [
    u * u * curve.x0 + 2 * u * t * curve.cx + t * t * curve.x1,
    u * u * curve.y0 + 2 * u * t * curve.cy + t * t * curve.y1,
  ];
};

/** Distance from a point to a curve, px, to about half a pixel. */
export const distanceToCurve = (curve: Curve, x: number, y: number): number => {
  let best = Infinity;
  let [px, py] = [curve.x0, curve.y0];
  const steps = 12;
  for (let i = 1; i <= steps; i++) {
    const [qx, qy] = pointOn(curve, i / steps);
    const dx = qx - px;
    const dy = qy - py;
    const t = Math.max(0, Math.min(1, ((x - px) * dx + (y - py) * dy) / (dx * dx + dy * dy || 1)));
    best = Math.min(best, Math.hypot(x - px - t * dx, y - py - t * dy));
    [px, py] = [qx, qy];
  }
  return best;
};
