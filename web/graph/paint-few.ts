import { backboneOf, CROWDED } from './backbone.ts';
import { BUNDLE_SIGNS, type BundleSign } from './bundle.ts';
import { bundleCurve } from './bundle-curve.ts';
import { type Frame, isOutside, screenRadius, screenX, screenY } from './frame.ts';
import { strokeBundle } from './paint-bundle.ts';
import { drawShape } from './shapes.ts';

type Context = CanvasRenderingContext2D;

/** Lines that do not carry a crowded picture step back. */
const QUIET = 0.2;

const strokeAlpha = (sign: BundleSign, certain: boolean, evidence: number, crowded: boolean): number => {
  if (sign === 'none') return 1;
  if (!certain) return 0.7;
  return crowded ? Math.min(0.95, 0.5 + 0.18 * Math.log2(evidence + 0.5)) : 0.92;
};

/** Each line in its own style, those that carry the picture above the others. */
export const paintFewLines = (context: Context, frame: Frame): void => {
  const { scene, shown, opened } = frame;
  const crowded = scene.bundles.length > CROWDED;
  const backbone = backboneOf(scene);
  for (let layer = crowded ? 0 : 1; layer <= 1; layer++) {
    for (let bundle = 0; bundle < scene.bundles.length; bundle++) {
      if (bundle === opened || backbone[bundle] !== layer || (shown && shown[bundle] === 0)) continue;
      const curve = bundleCurve(frame, bundle);
      if (isOutside(frame, curve.x0, curve.y0, curve.x1, curve.y1)) continue;
      const sign = BUNDLE_SIGNS[scene.sign[bundle]!]!;
      const { certain, evidence } = scene.bundles[bundle]!;
      const width = scene.width[bundle]! * Math.min(1, 0.55 + frame.scale * 0.45);
      context.globalAlpha = layer === 0 ? QUIET : strokeAlpha(sign, certain, evidence, crowded);
      strokeBundle(context, frame, bundle, layer === 0 ? Math.min(1.4, width) : width);
    }
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
};

/** Each node in full, the most important on top. */
export const paintFewNodes = (context: Context, frame: Frame): void => {
  const { scene, size, look } = frame;
  for (let at = scene.order.length - 1; at >= 0; at--) {
    const i = scene.order[at]!;
    const x = screenX(frame, i);
    const y = screenY(frame, i);
    const r = screenRadius(frame, i);
    if (x < -r || y < -r || x > size.width + r || y > size.height + r) continue;
    drawShape(context, scene.nodes[i]!, x, y, r, look);
  }
};
