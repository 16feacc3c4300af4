import { createLabelGrid } from './label-grid.ts';
import { foldedName, wrapName } from './wrap-name.ts';

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
  /** Move names that are placed where that makes room for another; worth it where there are few. */
  readonly makeRoom: boolean;
  /** Where the world's origin is on the screen: the grid moves with it, so that panning changes no choice. */
  readonly originX: number;
  readonly originY: number;
}

const LINE_HEIGHT = 1.24;
const GAP = 4;
/** Names keep so far from the border, px. */
const BORDER = 2;

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

/** The places that a node's name may have within the picture, the best first: in one line, then folded into two. */
function* placesOf(input: LabelInput, index: number): Generator<PlacedLabel> {
  const size = input.size(index);
  const bold = input.bold(index);
  const across = input.halfWidth(index) + GAP;
  const along = input.halfHeight(index) + GAP;
  const name = input.name(index);
  for (const lines of [wrapName(name), foldedName(name)]) {
    if (!lines) continue;
    const width = Math.max(...lines.map((line) => input.measure(line, size, bold)));
    const height = lines.length * size * LINE_HEIGHT;
    for (const { left, top, align } of placesAround(input.x(index), input.y(index), across, along, width, height)) {
      if (left < BORDER || top < BORDER || left + width > input.width - BORDER || top + height > input.height - BORDER)
        continue;
      const x = align === 'center' ? left + width / 2 : align === 'left' ? left : left + width;
      const y = top + (size * LINE_HEIGHT) / 2;
      yield { index, lines, x, y, align, size, bold, left, top, width, height };
    }
  }
}

/** Put labels where there is room, the most important first. */
export const placeLabels = (input: LabelInput): PlacedLabel[] => {
  const placed = new Map<number, PlacedLabel>();
  const grid = createLabelGrid(input.width, input.height, input.originX, input.originY);
  for (const { left, top, right, bottom, owner } of input.obstacles) {
    if (right < 0 || bottom < 0 || left > input.width || top > input.height) continue;
    grid.putShape({ left, top, width: right - left, height: bottom - top }, owner);
  }
  const put = (label: PlacedLabel): void => {
    grid.putName(label, label.index);
    placed.set(label.index, label);
  };
  const firstFree = (index: number): PlacedLabel | undefined => {
    for (const place of placesOf(input, index)) if (grid.isFree(place, index)) return place;
    return undefined;
  };
  /** Put a name where only one other is in the way, if that one finds another place. */
  const putInExchange = (index: number): boolean => {
    for (const place of placesOf(input, index)) {
      const other = grid.onlyNameIn(place, index);
      const before = placed.get(other);
      if (!before) continue;
      grid.liftName(before);
      grid.putName(place, index);
      const elsewhere = firstFree(other);
      if (elsewhere) {
        put(elsewhere);
        put(place);
        return true;
      }
      grid.liftName(place);
      grid.putName(before, other);
    }
    return false;
  };
  let failed = 0;
  for (const index of input.order) {
    if (placed.size >= input.most || failed > input.tries) break;
    const [x, y] = [input.x(index), input.y(index)];
    if (x < 0 || y < 0 || x > input.width || y > input.height) continue;
    const place = firstFree(index);
    if (place) put(place);
    else if (!input.makeRoom || !putInExchange(index)) failed++;
  }
  return [...placed.values()];
};

/** Vertical distance between the lines of a label, px. */
export const lineHeight = (size: number): number => size * LINE_HEIGHT;
