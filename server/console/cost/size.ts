/** Bounds on a value: elements and characters in all, and how many elements its outermost list has. */
export interface Size {
  readonly all: number;
  readonly items: number;
}

export const ONE: Size = { all: 1, items: 1 };
/** A property, at most an article's text; a list found in the graph. */
export const STORED: Size = { all: 10_000, items: 1_000 };
/** What an aggregate of rows may hold; the rows themselves are counted by the store, which can stop between them. */
export const COLLECTED: Size = { all: 100_000, items: 10_000 };
export const ENDLESS: Size = { all: Number.POSITIVE_INFINITY, items: Number.POSITIVE_INFINITY };

export const sizeOfValue = (value: unknown): Size => {
  if (typeof value === 'string') return { all: value.length + 1, items: 1 };
  if (typeof value !== 'object' || value === null) return ONE;
  const parts = Object.values(value).map(sizeOfValue);
  return { all: parts.reduce((sum, part) => sum + part.all, 1), items: parts.length };
};

export const plus = (a: Size, b: Size): Size => ({ all: a.all + b.all, items: a.items + b.items });
export const larger = (a: Size, b: Size): Size => ({
  all: Math.max(a.all, b.all),
  items: Math.max(a.items, b.items),
});
/** The largest of each bound. */
export const largest = (sizes: readonly Size[]): Size => sizes.reduce(larger, ONE);
/** An element on the average: what a loop spends on all of them is then right where its body is linear. */
export const elementOf = ({ all, items }: Size): Size => {
  const each = Math.ceil(all / Math.max(1, items));
  return Number.isFinite(all) ? { all: each, items: each } : ENDLESS;
};
