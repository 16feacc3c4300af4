/** A name that has found its place, px on the screen. */
export interface PlacedLabel {
  readonly index: number;
  readonly lines: readonly string[];
  /** Middle of the text, horizontally by `align`; vertical middle of the first line. */
  readonly x: number;
  readonly y: number;
  readonly align: 'center' | 'left' | 'right';
  readonly size: number;
  readonly bold: boolean;
  /** The box that nothing else may cover. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A box that labels keep clear of, with the node that it belongs to (its own label may touch it), or -1. */
export interface Obstacle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly owner: number;
}

export interface LabelInput {
  /** Who may have a label, the most important first. */
  readonly order: Iterable<number>;
  readonly name: (index: number) => string;
  readonly x: (index: number) => number;
  readonly y: (index: number) => number;
  readonly halfWidth: (index: number) => number;
  readonly halfHeight: (index: number) => number;
  readonly size: (index: number) => number;
  readonly bold: (index: number) => boolean;
  readonly measure: (text: string, size: number, bold: boolean) => number;
  readonly width: number;
  readonly height: number;
  readonly most: number;
  /** Give up after so many that found no room. */
  readonly tries: number;
  readonly obstacles: readonly Obstacle[];
  /** Where the world's origin is on the screen: the grid moves with it, so that panning changes no choice. */
  readonly originX: number;
  readonly originY: number;
}

const CELL = 6;
const LINE_HEIGHT = 1.24;
const LONGEST_LINE = 24;
const GAP = 4;

const wrapped = new Map<string, readonly string[]>();

/** A name in one line or two of about equal length; what is still too long ends in an ellipsis. */
export const wrapName = (name: string): readonly string[] => {
  const known = wrapped.get(name);
  if (known) return known;
  const clip = (text: string) => (text.length > LONGEST_LINE + 2 ? `${text.slice(0, LONGEST_LINE).trimEnd()}…` : text);
  let lines: readonly string[] = [name];
  if (name.length > LONGEST_LINE) {
    const middle = Math.min(LONGEST_LINE, Math.ceil(name.length / 2));
    const before = name.lastIndexOf(' ', middle);
    const after = name.indexOf(' ', middle);
    const at = after > 0 && after <= LONGEST_LINE && after - middle < middle - before ? after : before;
    lines = at > 0 ? [clip(name.slice(0, at)), clip(name.slice(at + 1))] : [clip(name)];
  }
  wrapped.set(name, lines);
  return lines;
};

/** Which cells of the screen are taken: 0 free, -1 taken by a label, else 1 + the node whose shape is there. */
const createGrid = (width: number, height: number, originX: number, originY: number) => {
  const shiftX = ((originX % CELL) + CELL) % CELL;
  const shiftY = ((originY % CELL) + CELL) % CELL;
  const columns = Math.ceil(width / CELL) + 2;
  const rows = Math.ceil(height / CELL) + 2;
  const cells = new Int32Array(columns * rows);
  const column = (x: number) => Math.min(columns - 1, Math.max(0, Math.floor((x - shiftX) / CELL) + 1));
  const row = (y: number) => Math.min(rows - 1, Math.max(0, Math.floor((y - shiftY) / CELL) + 1));
  return {
    free(left: number, top: number, right: number, bottom: number, owner: number): boolean {
      const to = column(right);
      for (let r = row(top); r <= row(bottom); r++) {
        for (let c = column(left); c <= to; c++) {
          const value = cells[r * columns + c]!;
          if (value !== 0 && value !== owner + 1) return false;
        }
      }
      return true;
    },
    take(left: number, top: number, right: number, bottom: number, value: number): void {
      for (let r = row(top); r <= row(bottom); r++) {
        for (let c = column(left); c <= column(right); c++) cells[r * columns + c] = value;
      }
    },
  };
};

/** Put labels where there is room, the most important first; below the node, else right, left or above of it. */
export const placeLabels = (input: LabelInput): PlacedLabel[] => {
  const placed: PlacedLabel[] = [];
  const grid = createGrid(input.width, input.height, input.originX, input.originY);
  for (const { left, top, right, bottom, owner } of input.obstacles) {
    if (right < 0 || bottom < 0 || left > input.width || top > input.height) continue;
    grid.take(left, top, right, bottom, owner < 0 ? -1 : owner + 1);
  }
  let failed = 0;
  for (const index of input.order) {
    if (placed.length >= input.most || failed > input.tries) break;
    const x = input.x(index);
    const y = input.y(index);
    if (x < 0 || y < 0 || x > input.width || y > input.height) continue;
    const size = input.size(index);
    const bold = input.bold(index);
    const lines = wrapName(input.name(index));
    const width = Math.max(...lines.map((line) => input.measure(line, size, bold)));
    const height = lines.length * size * LINE_HEIGHT;
    const across = input.halfWidth(index) + GAP;
    const along = input.halfHeight(index) + GAP;
    const candidates = [
      { left: x - width / 2, top: y + along, align: 'center' },
      { left: x + across, top: y - height / 2, align: 'left' },
      { left: x - across - width, top: y - height / 2, align: 'right' },
      { left: x - width / 2, top: y - along - height, align: 'center' },
    ] as const;
    let found = false;
    for (const { left, top, align } of candidates) {
      if (left < 2 || top < 2 || left + width > input.width - 2 || top + height > input.height - 2) continue;
      if (!grid.free(left, top, left + width, top + height, index)) continue;
      grid.take(left, top, left + width, top + height, -1);
      const anchor = align === 'center' ? left + width / 2 : align === 'left' ? left : left + width;
      placed.push({
        index,
        lines,
        x: anchor,
        y: top + (size * LINE_HEIGHT) / 2,
        align,
        size,
        bold,
        left,
        top,
        width,
        height,
      });
      found = true;
      break;
    }
    if (!found) failed++;
  }
  return placed;
};

/** Vertical distance between the lines of a label, px. */
export const lineHeight = (size: number): number => size * LINE_HEIGHT;
