import type { Problem } from '../../graph-schema/check.ts';

/** What kind of trouble a store is in. */
export type StoreErrorKind =
  /** The value given is not one the store can hold. */
  | 'invalid'
  /** The store cannot be reached now, or does not answer in time. */
  | 'unavailable'
  /** The disk is full, or may not be written. */
  | 'storage'
  /** The data is not ours, is damaged, or was written by a newer program. */
  | 'incompatible'
  /** The store was closed. */
  | 'closed';

/** An error of a store: what is wrong, where, and what to do. The store is as it was before the call. */
export class StoreError extends Error {
  readonly kind: StoreErrorKind;
  /** What to do about it, in a sentence. */
  readonly advice: string;

  constructor(kind: StoreErrorKind, what: string, where: string, advice: string, cause?: unknown) {
    super(`${what} (${where}). ${advice}`, cause === undefined ? undefined : { cause });
    this.name = 'StoreError';
    this.kind = kind;
    this.advice = advice;
  }
}

/** The one maker of store errors. */
export const storeError = (
  kind: StoreErrorKind,
  what: string,
  where: string,
  advice: string,
  cause?: unknown,
): StoreError => new StoreError(kind, what, where, advice, cause);

/** A value that the store does not take: the first things that are wrong with it. */
export const invalidError = (problems: readonly Problem[], where: string): StoreError =>
  storeError(
    'invalid',
    problems
      .slice(0, 5)
      .map(({ at, what }) => `${at} ${what}`)
      .join('; '),
    where,
    'Nothing was stored. Put it right, or read the article again with the program’s own extractor.',
  );
