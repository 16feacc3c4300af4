import type { Communities } from './communities.ts';
import { createForceLayout } from './force-layout.ts';

/** Communities need no finer places than they have once they are so cool. */
const COOL_ENOUGH = 0.05;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Places to start a layout from that can already be read: the graph of communities is laid out (it is small), and
 * each community's members are put on a spiral around its place. Writes into `positions` (x, y, x, y, …).
 *
 * `spacing` is the distance between neighbours on the spiral, world units.
 */
export const startFromCommunities = (
  positions: Float32Array,
  source: Int32Array,
  target: Int32Array,
  { of, count }: Communities,
  { distance = 30, spacing = 9, aspect = 1 }: { distance?: number; spacing?: number; aspect?: number } = {},
): void => {
  const nodes = of.length;
  const size = new Float32Array(count);
  for (let i = 0; i < nodes; i++) size[of[i]!]!++;
  const linked = new Uint8Array(count * count);
  const from: number[] = [];
  const to: number[] = [];
  for (let i = 0; i < source.length; i++) {
    const a = of[source[i]!]!;
    const b = of[target[i]!]!;
    const pair = a < b ? a * count + b : b * count + a;
    if (a === b || linked[pair] === 1) continue;
    linked[pair] = 1;
    from.push(Math.min(a, b));
    to.push(Math.max(a, b));
  }
  const mean = nodes / count;
  const coarse = createForceLayout(count, Int32Array.from(from), Int32Array.from(to), {
    charge: -distance * mean * 2,
    distance: distance * Math.sqrt(mean),
    gravity: 0.05,
    aspect,
    masses: size.map((value) => value / mean),
  });
  while (coarse.alpha > COOL_ENOUGH) coarse.tick();
  const placed = new Int32Array(count);
  for (let i = 0; i < nodes; i++) {
    const community = of[i]!;
    const nth = placed[community]!++;
    const radius = spacing * Math.sqrt(nth > 0 ? 0.5 + nth : 0);
    positions[2 * i] = coarse.positions[2 * community]! + radius * Math.cos(nth * GOLDEN_ANGLE);
    positions[2 * i + 1] = coarse.positions[2 * community + 1]! + radius * Math.sin(nth * GOLDEN_ANGLE);
  }
};
