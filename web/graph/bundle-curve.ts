import { bundleBend, type Curve, curveBetween, pointOn } from './curve.ts';
import { type Frame, screenRadius, screenX, screenY } from './frame.ts';

/** The curve of a bundle on the screen. */
export const bundleCurve = (frame: Frame, bundle: number): Curve => {
  const s = frame.scene.source[bundle]!;
  const t = frame.scene.target[bundle]!;
  const [x0, y0, x1, y1] = [screenX(frame, s), screenY(frame, s), screenX(frame, t), screenY(frame, t)];
  const bend = frame.scene.sign[bundle] === 0 ? 0 : bundleBend(Math.hypot(x1 - x0, y1 - y0));
  return curveBetween(x0, y0, x1, y1, bend);
};

/** Where a bundle's sign stands: in the middle of what is seen of the line between its two shapes. */
export const badgePlace = (frame: Frame, bundle: number) => {
  const curve = bundleCurve(frame, bundle);
  const length = Math.hypot(curve.x1 - curve.x0, curve.y1 - curve.y0) || 1;
  const from = screenRadius(frame, frame.scene.source[bundle]!) / length;
  const to = screenRadius(frame, frame.scene.target[bundle]!) / length;
  const [x, y] = pointOn(curve, Math.min(0.9, Math.max(0.1, (from + 1 - to) / 2)));
  return { x, y, room: length * (1 - from - to) };
};
