import type { Frame } from './frame.ts';

/** Soft discs of colour behind communities, so that a group is seen before its lines are. */
export const paintTints = (context: CanvasRenderingContext2D, frame: Frame): void => {
  const { clusters, camera, look, scene } = frame;
  if (!clusters || !frame.tinted || frame.hurried) return;
  const least = Math.max(3, scene.nodes.length * 0.004);
  let nth = 0;
  for (let c = 0; c < clusters.count; c++) {
    if (clusters.members[c]! < least) continue;
    const colour = look.tints[nth++ % look.tints.length]!;
    const x = clusters.x[c]! * camera.k + camera.x;
    const y = clusters.y[c]! * camera.k + camera.y;
    const radius = clusters.radius[c]! * camera.k * 1.45 + 34;
    if (x + radius < 0 || y + radius < 0 || x - radius > frame.size.width || y - radius > frame.size.height) continue;
    const gradient = context.createRadialGradient(x, y, radius * 0.3, x, y, radius);
    gradient.addColorStop(0, colour);
    gradient.addColorStop(1, `${colour.slice(0, 7)}00`);
    context.fillStyle = gradient;
    context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
  }
};
