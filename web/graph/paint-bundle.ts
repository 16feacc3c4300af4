import { BUNDLE_SIGNS, type BundleSign } from './bundle.ts';
import { bundleCurve } from './bundle-curve.ts';
import type { Frame } from './frame.ts';
import { DASHES, UNCERTAIN_DASH } from './look.ts';

type Context = CanvasRenderingContext2D;

/** Radius of a sign on a line, px. */
export const BADGE = 7.5;

/** Draw one bundle's line: colour and dash by its sign, dotted where nothing in it is certain. */
export const strokeBundle = (context: Context, frame: Frame, bundle: number, width: number): void => {
  const { scene, look } = frame;
  const sign = BUNDLE_SIGNS[scene.sign[bundle]!]!;
  const curve = bundleCurve(frame, bundle);
  const certain = scene.bundles[bundle]!.certain;
  context.strokeStyle = look.edge[sign];
  context.lineWidth = width;
  context.lineCap = certain ? 'butt' : 'round';
  context.setLineDash((certain ? DASHES[sign] : UNCERTAIN_DASH) as number[]);
  context.beginPath();
  context.moveTo(curve.x0, curve.y0);
  context.quadraticCurveTo(curve.cx, curve.cy, curve.x1, curve.y1);
  context.stroke();
};

/** The +, − or ± that a line bears. */
export const paintBadge = (context: Context, frame: Frame, sign: BundleSign, x: number, y: number, r = BADGE): void => {
  const { look } = frame;
  context.setLineDash([]);
  context.beginPath();
  context.arc(x, y, r, 0, Math.PI * 2);
  context.fillStyle = look.paper;
  context.fill();
  context.strokeStyle = look.edge[sign];
  context.lineWidth = 1.3;
  context.stroke();
  const reach = r * 0.48;
  context.lineWidth = 1.6;
  context.beginPath();
  const lift = sign === 'mixed' ? -r * 0.2 : 0;
  if (sign !== 'none') {
    context.moveTo(x - reach, y + lift);
    context.lineTo(x + reach, y + lift);
  }
  if (sign === 'cooperation' || sign === 'mixed') {
    const half = sign === 'mixed' ? reach * 0.85 : reach;
    context.moveTo(x, y + lift - half);
    context.lineTo(x, y + lift + half);
  }
  if (sign === 'mixed') {
    context.moveTo(x - reach, y + r * 0.52);
    context.lineTo(x + reach, y + r * 0.52);
  }
  context.stroke();
};
