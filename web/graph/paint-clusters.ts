import { BUNDLE_SIGNS } from './bundle.ts';
import { discRadius } from './clusters.ts';
import { type Frame, isOutside } from './frame.ts';

/** Discs for communities that are not open from here, and the lines between them. */
export const paintClosedClusters = (context: CanvasRenderingContext2D, frame: Frame, closed: Uint8Array): void => {
  const { clusters, camera, look } = frame;
  if (!clusters) return;
  const { link } = clusters;
  const x = (c: number) => clusters.x[c]! * camera.k + camera.x;
  const y = (c: number) => clusters.y[c]! * camera.k + camera.y;
  context.globalAlpha = 0.5;
  for (let i = 0; i < link.a.length; i++) {
    const a = link.a[i]!;
    const b = link.b[i]!;
    if ((closed[a] === 0 && closed[b] === 0) || link.weight[i]! < 2) continue;
    if (isOutside(frame, x(a), y(a), x(b), y(b))) continue;
    context.strokeStyle = look.edge[BUNDLE_SIGNS[link.sign[i]!]!];
    context.lineWidth = Math.min(6, 0.4 + Math.log2(link.weight[i]!) * 0.7);
    context.beginPath();
    context.moveTo(x(a), y(a));
    context.lineTo(x(b), y(b));
    context.stroke();
  }
  context.globalAlpha = 1;
  for (let c = 0; c < clusters.count; c++) {
    if (closed[c] === 0) continue;
    const r = discRadius(clusters, c, camera);
    if (x(c) + r < 0 || y(c) + r < 0 || x(c) - r > frame.size.width || y(c) - r > frame.size.height) continue;
    context.fillStyle = look.shade;
    context.strokeStyle = look.ink;
    context.lineWidth = 1.4;
    context.beginPath();
    context.arc(x(c), y(c), r, 0, Math.PI * 2);
    context.fill();
    context.stroke();
    if (r >= 12) {
      context.fillStyle = look.ink;
      context.font = `600 ${Math.min(13, r * 0.6).toFixed(1)}px ${look.sans}`;
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillText(String(clusters.members[c]), x(c), y(c));
    }
  }
};
