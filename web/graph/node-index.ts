import { boundsOf } from './bounds.ts';

/** Nodes near a place, without looking at all of them. */
export interface NodeIndex {
  /** Calls back with every node within so far of a place, and perhaps a few more; world units. */
  readonly near: (x: number, y: number, reach: number, visit: (node: number) => void) => void;
}

/** Mean number of nodes a cell. */
const IN_A_CELL = 3;

/** A grid over the places of nodes as they are now; made anew when they have moved. */
export const createNodeIndex = (positions: Float32Array): NodeIndex => {
  const count = positions.length / 2;
  const { left, top, right, bottom } = boundsOf(positions);
  const wide = Math.max(right - left, 1e-6);
  const high = Math.max(bottom - top, 1e-6);
  const side = Math.max(Math.sqrt((wide * high * IN_A_CELL) / Math.max(1, count)), wide / 512, high / 512);
  const columns = Math.floor(wide / side) + 1;
  const rows = Math.floor(high / side) + 1;
  const first = new Int32Array(columns * rows).fill(-1);
  const next = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; i++) {
    const column = Math.floor((positions[2 * i]! - left) / side);
    const row = Math.floor((positions[2 * i + 1]! - top) / side);
    const cell = row * columns + column;
    next[i] = first[cell]!;
    first[cell] = i;
  }
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));
  return {
    near(x, y, reach, visit) {
      if (count === 0) return;
      const toColumn = clamp(Math.floor((x + reach - left) / side), columns - 1);
      const toRow = clamp(Math.floor((y + reach - top) / side), rows - 1);
      for (let row = clamp(Math.floor((y - reach - top) / side), rows - 1); row <= toRow; row++) {
        for (let column = clamp(Math.floor((x - reach - left) / side), columns - 1); column <= toColumn; column++) {
          for (let i = first[row * columns + column]!; i >= 0; i = next[i]!) visit(i);
        }
      }
    },
  };
};
