/** A box on the screen, px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Which cells of the screen are taken by shapes, and which by names. */
export interface LabelGrid {
  /** Whether a name of this node may stand there: on nothing but its own shape. */
  readonly isFree: (box: Box, node: number) => boolean;
  /** The node whose name alone is in the way there, or -1 where nothing or more is. */
  readonly onlyNameIn: (box: Box, node: number) => number;
  /** Mark a shape's box as taken, by a node or by nobody (-1). */
  readonly putShape: (box: Box, node: number) => void;
  readonly putName: (box: Box, node: number) => void;
  readonly liftName: (box: Box) => void;
}

const CELL = 6;

/** A grid over the screen that moves with the world's origin, so that panning changes no choice. */
export const createLabelGrid = (width: number, height: number, originX: number, originY: number): LabelGrid => {
  const shiftX = ((originX % CELL) + CELL) % CELL;
  const shiftY = ((originY % CELL) + CELL) % CELL;
  const columns = Math.ceil(width / CELL) + 2;
  const rows = Math.ceil(height / CELL) + 2;
  /** 0 free, -1 taken by nobody's shape, else 1 + the node. */
  const shapes = new Int32Array(columns * rows);
  /** 0 free, else 1 + the node whose name it is. */
  const names = new Int32Array(columns * rows);
  const column = (x: number) => Math.min(columns - 1, Math.max(0, Math.floor((x - shiftX) / CELL) + 1));
  const row = (y: number) => Math.min(rows - 1, Math.max(0, Math.floor((y - shiftY) / CELL) + 1));
  const fill = (cells: Int32Array, { left, top, width: wide, height: high }: Box, value: number): void => {
    for (let r = row(top); r <= row(top + high); r++)
      cells.fill(value, r * columns + column(left), r * columns + column(left + wide) + 1);
  };
  return {
    isFree({ left, top, width: wide, height: high }, node) {
      const to = column(left + wide);
      for (let r = row(top); r <= row(top + high); r++) {
        for (let at = r * columns + column(left); at <= r * columns + to; at++) {
          if (names[at] !== 0 || (shapes[at] !== 0 && shapes[at] !== node + 1)) return false;
        }
      }
      return true;
    },
    onlyNameIn({ left, top, width: wide, height: high }, node) {
      let found = 0;
      const to = column(left + wide);
      for (let r = row(top); r <= row(top + high); r++) {
        for (let at = r * columns + column(left); at <= r * columns + to; at++) {
          if (shapes[at] !== 0 && shapes[at] !== node + 1) return -1;
          const name = names[at]!;
          if (name === 0 || name === found) continue;
          if (found !== 0) return -1;
          found = name;
        }
      }
      return found - 1;
    },
    putShape: (box, node) => fill(shapes, box, node < 0 ? -1 : node + 1),
    putName: (box, node) => fill(names, box, node + 1),
    liftName: (box) => fill(names, box, 0),
  };
};
