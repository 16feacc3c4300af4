import type { Page } from './store.ts';

/** Most items a page holds, and how many where nobody asks. */
export const MOST_ITEMS = 1000;
export const USUAL_ITEMS = 50;

export const limitOf = (limit: number | undefined, usual = USUAL_ITEMS): number =>
  Math.max(1, Math.min(MOST_ITEMS, Math.floor(limit ?? usual)));

/** A cursor holds the sort key of the last item shown, so that pages stay right while items come and go. */
export const cursorOf = (key: string): string => Buffer.from(key).toString('base64url');
export const keyOfCursor = (cursor: string): string => Buffer.from(cursor, 'base64url').toString();

/** One page of items sorted by key. */
export const pageOf = <T>(
  sorted: readonly T[],
  keyOf: (item: T) => string,
  { limit, after }: { readonly limit?: number; readonly after?: string },
): Page<T> => {
  const size = limitOf(limit);
  let from = 0;
  if (after !== undefined) {
    const key = keyOfCursor(after);
    const at = sorted.findIndex((item) => keyOf(item) > key);
    from = at < 0 ? sorted.length : at;
  }
  const items = sorted.slice(from, from + size);
  const more = from + size < sorted.length;
  return { items, total: sorted.length, ...(more && { next: cursorOf(keyOf(items.at(-1)!)) }) };
};

/** Latest first, undated last, then by id: `'~'` stands after every digit. */
export const reportedKey = (published: string | undefined, id: string): string =>
  `${published ? invert(published) : '~'} ${id}`;

const invert = (day: string): string => day.replace(/\d/g, (digit) => String(9 - Number(digit)));
