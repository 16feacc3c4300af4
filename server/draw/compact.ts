/** The type with `undefined` allowed in place of an absent property. */
export type Loose<T> = { [K in keyof T]: T[K] | undefined };

/** The object without the properties that are undefined, so that equal values have equal JSON. */
export const compact = <T extends object>(value: Loose<T>): T => {
  const kept: Record<string, unknown> = {};
  for (const key in value) if (value[key] !== undefined) kept[key] = value[key];
  return kept as T;
};

/** Code unit order: the same on every machine and in every locale. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The key counted most; ties go to the first in the order given, then to code unit order. */
export const mostCounted = (
  counts: Readonly<Record<string, number>>,
  order: readonly string[] = [],
): string | undefined => {
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.keys(counts).sort((a, b) => counts[b]! - counts[a]! || rank(a) - rank(b) || byText(a, b))[0];
};
