import type { Looping, Pace } from '../pace.ts';

/** Characters sought times characters searched, up to which JavaScript's own search takes a few milliseconds at worst. */
const quick = 4_000_000;
/** Sought texts so short are found quickly in all that a string may hold. */
const shortNeedle = 8;

/** May JavaScript's search for the text take long? It compares the whole of what is sought again and again. */
export function isLongSearch(text: string, sought: string): boolean {
  return sought.length > shortNeedle && sought.length <= text.length && text.length * sought.length > quick;
}

/** Does the text hold what is sought? In linear time, giving way. */
export function* includesInTurns(text: string, sought: string, pace: Pace): Looping<boolean> {
  for (const _ of yield* placesInTurns(text, sought, pace, 1)) return true;
  return false;
}

/**
 * Where a text is found in another, from left to right and none within another, `most` of them: by Knuth, Morris and
 * Pratt, who never look at a character of the text twice.
 */
export function* placesInTurns(
  text: string,
  sought: string,
  pace: Pace,
  most = Number.POSITIVE_INFINITY,
): Looping<readonly number[]> {
  const fall = new Int32Array(sought.length);
  for (let i = 1, k = 0; i < sought.length; i++) {
    if (--pace.ticks < 0 && pace.due()) yield;
    while (k > 0 && sought.charCodeAt(i) !== sought.charCodeAt(k)) k = fall[k - 1]!;
    if (sought.charCodeAt(i) === sought.charCodeAt(k)) k++;
    fall[i] = k;
  }
  const found: number[] = [];
  for (let i = 0, k = 0; i < text.length && found.length < most; i++) {
    if (--pace.ticks < 0 && pace.due()) yield;
    while (k > 0 && text.charCodeAt(i) !== sought.charCodeAt(k)) k = fall[k - 1]!;
    if (text.charCodeAt(i) === sought.charCodeAt(k)) k++;
    if (k === sought.length) {
      found.push(i - k + 1);
      k = 0;
    }
  }
  return found;
}
