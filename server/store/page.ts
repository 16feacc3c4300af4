import { cursorOf, keyOfCursor } from '../../graph-schema/api/cursor.ts';
import { storeError } from './error.ts';
import type { Page, PageOptions, Window } from './store.ts';

/** Most items a page holds, and how many where nobody asks. */
export const MOST_ITEMS = 1000;
export const USUAL_ITEMS = 50;

export const limitOf = (limit: number | undefined, usual = USUAL_ITEMS, most = MOST_ITEMS): number =>
  Math.max(1, Math.min(most, Math.floor(limit ?? usual)));

/** The sort key of the last item shown. Throws a `StoreError` where the text is no cursor. */
export const keyAfter = (after: string | undefined): string | undefined => {
  if (after === undefined) return undefined;
  const key = keyOfCursor(after);
  if (key === undefined)
    throw storeError('invalid', 'This is no place in a list', 'after', 'Give `next` of the page before.');
  return key;
};

/** A page of the items behind a key, of which one more was taken than it holds, so that it is known whether there are more. */
export const pageOfTaken = <T>(
  taken: readonly T[],
  keyOf: (item: T) => string,
  { limit, total }: { readonly limit?: number; readonly total: number },
): Page<T> => {
  const size = limitOf(limit);
  const items = taken.slice(0, size);
  return { items, total, ...(taken.length > size && { next: cursorOf(keyOf(items.at(-1)!)) }) };
};

/** One page of items sorted by key. */
export const pageOf = <T>(sorted: readonly T[], keyOf: (item: T) => string, { limit, after }: PageOptions): Page<T> => {
  const key = keyAfter(after);
  const at = key === undefined ? 0 : sorted.findIndex((item) => keyOf(item) > key);
  const rest = at < 0 ? [] : sorted.slice(at, at + limitOf(limit) + 1);
  return pageOfTaken(rest, keyOf, { ...(limit === undefined ? {} : { limit }), total: sorted.length });
};

/**
 * One page of a ranking. Ranks have no key that stays right while the graph changes: the cursor is a position, and what
 * rises meanwhile may be missed.
 */
export const pageOfRanking = <T>(ranked: readonly T[], { limit, after }: PageOptions, most = MOST_ITEMS): Page<T> => {
  const from = Number(keyAfter(after) ?? 0);
  if (!Number.isSafeInteger(from) || from < 0)
    throw storeError('invalid', 'This is a place in another list', 'after', 'Give `next` of the page before.');
  const to = from + limitOf(limit, USUAL_ITEMS, most);
  const next = to < ranked.length ? { next: cursorOf(String(to)) } : {};
  return { items: ranked.slice(from, to), total: ranked.length, ...next };
};

/** Whether a day or instant lies in a window; what has none lies in no window. */
export const isWithin = (at: string | undefined, { since, until }: Window): boolean => {
  if (since === undefined && until === undefined) return true;
  const day = at?.slice(0, 10);
  return day !== undefined && (since === undefined || day >= since) && (until === undefined || day <= until);
};

/** Latest first, undated last, then by id: `'~'` stands after every digit. */
export const reportedKey = (published: string | undefined, id: string): string =>
  `${published ? invert(published) : '~'} ${id}`;

const invert = (day: string): string => day.replace(/\d/g, (digit) => String(9 - Number(digit)));
