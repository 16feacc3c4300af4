import { compareOrder } from '../values/order.ts';
import type { Value } from '../values/value.ts';
import { weigh } from '../values/weigh.ts';
import { type Cursor, DONE, fromGenerator, PAUSE, ROW } from './cursor.ts';
import type { Evaluate } from './expression.ts';
import type { Run } from './run.ts';

interface Row {
  readonly keys: readonly Value[];
  readonly values: readonly Value[];
  readonly order: number;
}

/** Sorts all rows, or keeps the first `most` of them. Equal rows stay in the order they came. */
export function sort(
  run: Run,
  source: Cursor,
  keys: readonly Evaluate[],
  descending: readonly boolean[],
  slots: readonly number[],
  most: number | undefined,
): Cursor {
  const compare = (a: Row, b: Row): number => {
    for (let i = 0; i < descending.length; i++) {
      const order = compareOrder(a.keys[i]!, b.keys[i]!);
      if (order !== 0) return descending[i] ? -order : order;
    }
    return a.order - b.order;
  };
  return fromGenerator(sorting(run, source, keys, slots, compare, most));
}

function* sorting(
  run: Run,
  source: Cursor,
  keys: readonly Evaluate[],
  slots: readonly number[],
  compare: (a: Row, b: Row) => number,
  most: number | undefined,
): Generator<1 | 2, void, undefined> {
  const { frame, budget } = run;
  const small = most !== undefined && most <= 10_000;
  let rows: Row[] = [];
  let count = 0;
  let held = 0;
  for (;;) {
    const signal = source.next();
    if (signal === DONE) break;
    if (signal === PAUSE) {
      yield PAUSE;
      continue;
    }
    if (--budget.ticks < 0 && budget.due()) yield PAUSE;
    const row: Row = { keys: keys.map((key) => key()), values: slots.map((slot) => frame[slot]!), order: count++ };
    if (small) {
      keepSmallest(rows, row, compare, most!);
      continue;
    }
    const weight =
      64 +
      row.keys.reduce<number>((sum, one) => sum + weigh(one), 0) +
      row.values.reduce<number>((sum, one) => sum + weigh(one), 0);
    held += weight;
    budget.hold(weight);
    rows.push(row);
  }
  if (small) rows.sort(compare);
  else {
    const loop = mergeSort(run, rows, compare);
    let result = loop.next();
    for (; result.done !== true; result = loop.next()) yield PAUSE;
    rows = result.value;
  }
  for (const row of rows) {
    for (let i = 0; i < slots.length; i++) frame[slots[i]!] = row.values[i]!;
    yield ROW;
  }
  budget.release(held);
}

/** Keeps the `most` smallest rows in a heap whose root is the largest kept. */
function keepSmallest(heap: Row[], row: Row, compare: (a: Row, b: Row) => number, most: number): void {
  if (most === 0) return;
  if (heap.length < most) {
    let at = heap.push(row) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (compare(heap[parent]!, heap[at]!) >= 0) break;
      [heap[parent], heap[at]] = [heap[at]!, heap[parent]!];
      at = parent;
    }
    return;
  }
  if (compare(row, heap[0]!) >= 0) return;
  heap[0] = row;
  for (let at = 0; ; ) {
    const left = 2 * at + 1;
    if (left >= heap.length) return;
    const right = left + 1;
    const child = right < heap.length && compare(heap[right]!, heap[left]!) > 0 ? right : left;
    if (compare(heap[child]!, heap[at]!) <= 0) return;
    [heap[child], heap[at]] = [heap[at]!, heap[child]!];
    at = child;
  }
}

/** Sorts in pieces, giving way between comparisons. */
export function* mergeSort<T>(
  run: Run,
  rows: readonly T[],
  compare: (a: T, b: T) => number,
): Generator<undefined, T[], undefined> {
  const { budget } = run;
  const piece = 128;
  let from: T[] = [];
  for (let i = 0; i < rows.length; i += piece) {
    from.push(...rows.slice(i, i + piece).sort(compare));
    budget.ticks -= piece;
    if (budget.ticks < 0 && budget.due()) yield;
  }
  for (let width = piece; width < rows.length; width *= 2) {
    const to: T[] = [];
    for (let start = 0; start < from.length; start += 2 * width) {
      let left = start;
      let right = Math.min(start + width, from.length);
      const middle = right;
      const end = Math.min(start + 2 * width, from.length);
      while (left < middle || right < end) {
        if (--budget.ticks < 0 && budget.due()) yield;
        const takeLeft = right >= end || (left < middle && compare(from[left]!, from[right]!) <= 0);
        to.push(takeLeft ? from[left++]! : from[right++]!);
      }
    }
    from = to;
  }
  return from;
}
