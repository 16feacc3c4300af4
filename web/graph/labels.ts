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

/** A name that finds no room in one line is tried in two from this length on. */
const FOLDS_FROM = 8;

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

/** The name folded at the space nearest to its middle, or nothing where it cannot be. */
const folded = (name: string): readonly string[] | undefined => {
  if (name.length < FOLDS_FROM || name.length > LONGEST_LINE) return undefined;
  const middle = name.length / 2;
  let best = -1;
  for (let at = name.indexOf(' '); at > 0; at = name.indexOf(' ', at + 1))
    if (best < 0 || Math.abs(at - middle) < Math.abs(best - middle)) best = at;
  return best > 0 ? [name.slice(0, best), name.slice(best + 1)] : undefined;
};

/** Places for a box of this size around a shape: below, right, left, above, then the corners. */
const placesAround = (x: number, y: number, across: number, along: number, width: number, height: number) =>
  [
    { left: x - width / 2, top: y + along, align: 'center' },
    { left: x + across, top: y - height / 2, align: 'left' },
    { left: x - across - width, top: y - height / 2, align: 'right' },
    { left: x - width / 2, top: y - along - height, align: 'center' },
    { left: x + across * 0.6, top: y + along * 0.7, align: 'left' },
    { left: x - across * 0.6 - width, top: y + along * 0.7, align: 'right' },
    { left: x + across * 0.6, top: y - along * 0.7 - height, align: 'left' },
    { left: x - across * 0.6 - width, top: y - along * 0.7 - height, align: 'right' },
  ] as const;

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

/** Put labels where there is room, the most important first; in one line, else folded into two. */
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
    const across = input.halfWidth(index) + GAP;
    const along = input.halfHeight(index) + GAP;
    const name = input.name(index);
    let found = false;
    for (const lines of [wrapName(name), folded(name)]) {
      if (found || !lines) break;
      const width = Math.max(...lines.map((line) => input.measure(line, size, bold)));
      const height = lines.length * size * LINE_HEIGHT;
      for (const { left, top, align } of placesAround(x, y, across, along, width, height)) {
        if (left < 2 || top < 2 || left + width > input.width - 2 || top + height > input.height - 2) continue;
        if (!grid.free(left, top, left + width, top + height, index)) continue;
        grid.take(left, top, left + width, top + height, -1);
        const anchor = align === 'center' ? left + width / 2 : align === 'left' ? left : left + width;
        const first = top + (size * LINE_HEIGHT) / 2;
        placed.push({ index, lines, x: anchor, y: first, align, size, bold, left, top, width, height });
        found = true;
        break;
      }
    }
    if (!found) failed++;
  }
  return placed;
};

/** Vertical distance between the lines of a label, px. */
export const lineHeight = (size: number): number => size * LINE_HEIGHT;
