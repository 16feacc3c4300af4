import { readFileSync } from 'node:fs';

type WordKind =
  | 'begin'
  | 'end'
  | 'cancel'
  | 'withdraw'
  | 'agree'
  | 'refuse'
  | 'demand'
  | 'threaten'
  | 'say'
  | 'allege'
  | 'permit'
  | 'help'
  | 'promiseNoun'
  | 'restriction'
  | 'help nouns'
  | 'tie nouns'
  | 'utterance'
  | 'meeting'
  | 'proposal nouns'
  | 'event nouns'
  | 'timetable'
  | 'troops'
  | 'time'
  | 'targetPrepositions'
  | 'individual';

const DATA: Readonly<Record<WordKind, string>> = JSON.parse(
  readFileSync(new URL('words.json', import.meta.url), 'utf8'),
);

/** The closed kinds of words that the meaning of a clause is composed of (words.json). */
export const WORDS = Object.fromEntries(
  Object.entries(DATA).map(([kind, list]) => [kind, new Set(list.split(' '))]),
) as unknown as Readonly<Record<WordKind, ReadonlySet<string>>>;

/** Prepositions before which a target may stand, likeliest first. */
export const TARGET_PREPOSITIONS: readonly string[] = DATA.targetPrepositions.split(' ');

/** Whether a word only tells when ("on Monday"), so that it never completes a frame. */
export const isTimeWord = (lower: string): boolean => WORDS.time.has(lower) || /^\d+$/.test(lower);
