import type { Looping, Pace } from '../pace.ts';
import { createRows, type Rows } from './rows.ts';

/** An order of two things: at once, or in turns where they may be large. */
export interface Compare<T> {
  atOnce(a: T, b: T): number;
  inTurns(a: T, b: T): Looping<number>;
}

/** So many elements are sorted in one go. */
const piece = 128;

/** Sorts in pieces, giving way between comparisons, and within those of large elements. Stable. */
export function* mergeSort<T>(pace: Pace, rows: Rows<T>, compare: Compare<T>, large: boolean): Looping<Rows<T>> {
  let from: Rows<T> = rows;
  if (!large) {
    from = createRows();
    for (const block of rows.blocks) {
      for (let i = 0; i < block.length; i += piece) {
        for (const one of block.slice(i, i + piece).sort(compare.atOnce)) from.push(one);
        pace.ticks -= 2 * piece;
        if (pace.ticks < 0 && pace.due()) yield;
      }
    }
  }
  for (let width = large ? 1 : piece; width < rows.length; width *= 2) {
    const to: Rows<T> = createRows();
    for (let start = 0; start < from.length; start += 2 * width) {
      let left = start;
      let right = Math.min(start + width, from.length);
      const middle = right;
      const end = Math.min(start + 2 * width, from.length);
      while (left < middle || right < end) {
        if (--pace.ticks < 0 && pace.due()) yield;
        let takeLeft = right >= end;
        if (!takeLeft && left < middle) {
          const [a, b] = [from.at(left), from.at(right)];
          takeLeft = (large ? yield* compare.inTurns(a, b) : compare.atOnce(a, b)) <= 0;
        }
        to.push(from.at(takeLeft ? left++ : right++));
      }
    }
    from = to;
  }
  return from;
}
