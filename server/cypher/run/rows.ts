const bits = 14;
const mask = (1 << bits) - 1;

/**
 * A list for millions of elements, in blocks. An array that grows is copied in one go, tens of milliseconds at millions
 * of elements; here none of more than 16,384 is.
 */
export interface Rows<T> extends Iterable<T> {
  readonly length: number;
  push(one: T): void;
  at(index: number): T;
  set(index: number, one: T): void;
  /** The blocks, one after the other. */
  readonly blocks: readonly (readonly T[])[];
}

export function createRows<T>(): Rows<T> {
  const blocks: T[][] = [];
  let last: T[] = [];
  let length = 0;
  return {
    blocks,
    get length() {
      return length;
    },
    push(one) {
      if ((length & mask) === 0) {
        last = [];
        blocks.push(last);
      }
      last.push(one);
      length++;
    },
    at: (index) => blocks[index >> bits]![index & mask]!,
    set(index, one) {
      blocks[index >> bits]![index & mask] = one;
    },
    *[Symbol.iterator]() {
      for (const block of blocks) yield* block;
    },
  };
}
