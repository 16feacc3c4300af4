import type { Pace } from '../pace.ts';
import { isLarge } from '../values/large.ts';
import { compareOrder, compareOrderInTurns } from '../values/order.ts';
import type { Value } from '../values/value.ts';
import { weigh } from '../values/weigh.ts';
import { type Cursor, DONE, fromGenerator, PAUSE, paused, ROW } from './cursor.ts';
import { type Compare, mergeSort } from './merge-sort.ts';
import { createRows, type Rows } from './rows.ts';
import type { Run } from './run.ts';
import type { Evaluate } from './step.ts';

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
  return fromGenerator(sorting(run, source, keys, slots, ordering(run.budget, descending), most));
}

/** The order of rows by their keys. */
function ordering(pace: Pace, descending: readonly boolean[]): Compare<Row> {
  const { length } = descending;
  return {
    atOnce(a, b) {
      for (let i = 0; i < length; i++) {
        const order = compareOrder(a.keys[i]!, b.keys[i]!);
        if (order !== 0) return descending[i] ? -order : order;
      }
      return a.order - b.order;
    },
    *inTurns(a, b) {
      for (let i = 0; i < length; i++) {
        const order = yield* compareOrderInTurns(a.keys[i]!, b.keys[i]!, pace);
        if (order !== 0) return descending[i] ? -order : order;
      }
      return a.order - b.order;
    },
  };
}

/** Fewer rows than this are kept in a heap while the others pass. */
const smallHeap = 10_000;

function* sorting(
  run: Run,
  source: Cursor,
  keys: readonly Evaluate[],
  slots: readonly number[],
  compare: Compare<Row>,
  most: number | undefined,
): Generator<1 | 2, void, undefined> {
  const { frame, budget } = run;
  const small = most !== undefined && most <= smallHeap;
  let rows: Rows<Row> = createRows();
  let large = false;
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
    for (const key of row.keys) large ||= isLarge(key);
    if (small && !large) {
      keepSmallest(rows, row, compare.atOnce, most);
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
  rows = yield* paused(mergeSort(budget, rows, compare, large));
  for (let at = 0; at < rows.length; at++) {
    if (at === most) break;
    const { values } = rows.at(at);
    for (let i = 0; i < slots.length; i++) frame[slots[i]!] = values[i]!;
    yield ROW;
  }
  budget.release(held);
}

/** Keeps the `most` smallest rows in a heap whose root is the largest kept. */
function keepSmallest(heap: Rows<Row>, row: Row, compare: (a: Row, b: Row) => number, most: number): void {
  if (most === 0) return;
  if (heap.length < most) {
    let at = heap.length;
    heap.push(row);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (compare(heap.at(parent), row) >= 0) break;
      heap.set(at, heap.at(parent));
      at = parent;
    }
    heap.set(at, row);
    return;
  }
  if (compare(row, heap.at(0)) >= 0) return;
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    if (left >= heap.length) break;
    const right = left + 1;
    const child = right < heap.length && compare(heap.at(right), heap.at(left)) > 0 ? right : left;
    if (compare(heap.at(child), row) <= 0) break;
    heap.set(at, heap.at(child));
    at = child;
  }
  heap.set(at, row);
}
