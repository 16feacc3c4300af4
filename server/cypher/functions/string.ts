import { CypherError } from '../error.ts';
import type { Looping, Pace } from '../pace.ts';
import { longestString } from '../run/budget.ts';
import type { Run } from '../run/run.ts';
import { inOneTurn } from '../run/step.ts';
import { kindOf, type Value } from '../values/value.ts';
import { characterCount, characterSlice, unitsAt } from './characters.ts';
import { asText } from './conversion.ts';
import { type Computed, define, type FunctionDefinition, looping } from './define.ts';
import { isLongSearch, placesInTurns } from './search.ts';

function theText(run: Run, name: string, value: Value): string {
  if (typeof value === 'string') {
    run.budget.spend(value.length);
    return value;
  }
  throw new CypherError('TypeError', 'InvalidArgumentValue', `${name}(…) takes a string, not ${kindOf(value)}`);
}

function theCount(name: string, value: Value): number {
  if (typeof value !== 'bigint')
    throw new CypherError('TypeError', 'InvalidArgumentValue', `${name}(…) takes an integer, not ${kindOf(value)}`);
  if (value < 0n) {
    throw new CypherError('ArgumentError', 'NegativeIntegerArgument', `${name}(…) takes no negative number`);
  }
  return value > 2_000_000_000n ? 2_000_000_000 : Number(value);
}

/** Refuses a string that would grow beyond measure. */
export function checkedLength(length: number): void {
  if (length > longestString) {
    throw new CypherError('LimitExceeded', 'StringTooLong', `A string may have ${longestString} characters`);
  }
}

const returns = { returns: 'string' } as const;

/** Texts up to this length are dealt with at once. */
const shortText = 5000;
const isLongText = (...args: readonly Value[]): boolean =>
  args.reduce<number>((sum, one) => sum + (typeof one === 'string' ? one.length : 0), 0) > shortText;

/** What JavaScript does in one go and in a few milliseconds at the utmost: for long texts in a turn of its own. */
function inOneGo(compute: (run: Run, ...args: readonly Value[]) => Value): Computed {
  return {
    call: compute,
    inTurns: (run, ...args) => (isLongText(...args) ? inOneTurn(run.budget, () => compute(run, ...args)) : undefined),
  };
}

/** Takes the characters away at the ends. */
function* trimmed(text: string, characters: string, left: boolean, right: boolean, pace: Pace): Looping<string> {
  const set = new Set<string>();
  for (const one of characters) {
    if (--pace.ticks < 0 && pace.due()) yield;
    set.add(one);
  }
  let from = 0;
  let to = text.length;
  while (left && from < to) {
    if (--pace.ticks < 0 && pace.due()) yield;
    const one = text.slice(from, from + unitsAt(text, from));
    if (!set.has(one)) break;
    from += one.length;
  }
  while (right && to > from) {
    if (--pace.ticks < 0 && pace.due()) yield;
    const one = text.slice(to - (to - from > 1 ? unitsAt(text, to - 2) : 1), to);
    if (!set.has(one)) break;
    to -= one.length;
  }
  return text.slice(from, to);
}

function trim(name: string, left: boolean, right: boolean): FunctionDefinition {
  return define(
    `${name}(text, characters?)`,
    looping(function* (run, pace, of: Value, characters: Value = undefined as never) {
      const text = theText(run, name, of);
      if (characters !== undefined) return yield* trimmed(text, theText(run, name, characters), left, right, pace);
      if (left && right) return text.trim();
      return left ? text.trimStart() : text.trimEnd();
    }, isLongText),
    returns,
  );
}

/** A function of one text. */
function ofText(name: string, compute: (text: string) => string): FunctionDefinition {
  return define(
    `${name}(text)`,
    inOneGo((run, of) => compute(theText(run, name, of!))),
    returns,
  );
}

/** Pieces that are joined in one go. */
const fewPieces = 4096;

function* joined(pieces: readonly string[], between: string, pace: Pace): Looping<string> {
  if (pieces.length <= fewPieces) return pieces.join(between);
  let text = '';
  for (let i = 0; i < pieces.length; i += fewPieces) {
    text += (i === 0 ? '' : between) + pieces.slice(i, i + fewPieces).join(between);
    pace.ticks -= fewPieces;
    if (pace.ticks < 0 && pace.due()) yield;
  }
  return text;
}

/** The text in the order of its characters turned round. */
export function* reversedText(text: string, pace: Pace): Looping<string> {
  const pieces: string[] = [];
  for (let to = text.length; to > 0; ) {
    if (--pace.ticks < 0 && pace.due()) yield;
    const one = text.slice(to - (to > 1 ? unitsAt(text, to - 2) : 1), to);
    pieces.push(one);
    to -= one.length;
  }
  return yield* joined(pieces, '', pace);
}

/** The text in a normal form: stretch by stretch, each from a character that none before it changes. */
export function* normalized(text: string, form: string, pace: Pace): Looping<string> {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    if (--pace.ticks < 0 && pace.due()) yield;
    let to = from + shortText;
    while (to < text.length && text.charCodeAt(to) > 0x7e) to++;
    pieces.push(text.slice(from, to).normalize(form));
    pace.spend(64 * (to - from));
    from = to;
  }
  return yield* joined(pieces, '', pace);
}

/** Adds the parts of a text between the places where another is found, `most` of them. */
function* cut(
  text: string,
  sought: string,
  pace: Pace,
  parts: string[],
  most = Number.POSITIVE_INFINITY,
): Looping<void> {
  let from = 0;
  let left = most;
  if (sought === '') {
    for (; from < text.length && left > 0; left--) {
      if (--pace.ticks < 0 && pace.due()) yield;
      const next = from + unitsAt(text, from);
      parts.push(text.slice(from, next));
      from = next;
    }
    if (from < text.length) parts.push(text.slice(from));
    return;
  }
  if (isLongSearch(text, sought)) {
    for (const place of yield* placesInTurns(text, sought, pace, most)) {
      if (--pace.ticks < 0 && pace.due()) yield;
      parts.push(text.slice(from, place));
      from = place + sought.length;
    }
  } else {
    for (let at = text.indexOf(sought); at >= 0 && left > 0; at = text.indexOf(sought, from), left--) {
      pace.spend(at - from);
      if (--pace.ticks < 0 && pace.due()) yield;
      parts.push(text.slice(from, at));
      from = at + sought.length;
    }
  }
  parts.push(text.slice(from));
}

function* replaced(text: string, sought: string, put: string, pace: Pace, most: number): Looping<string> {
  if (most === 0) return text;
  // Nothing is found before, between and behind all characters.
  const nothing = sought === '';
  const parts: string[] = [];
  yield* cut(text, sought, pace, parts, nothing ? most - 1 : most);
  const [before, behind] = [nothing ? put : '', nothing && text !== '' && parts.length < most ? put : ''];
  checkedLength(text.length + (parts.length - 1) * (put.length - sought.length) + before.length + behind.length);
  return before + (yield* joined(parts, put, pace)) + behind;
}

/** Functions of strings. */
export const stringFunctions: readonly FunctionDefinition[] = [
  ofText('toUpper', (text) => text.toUpperCase()),
  ofText('toLower', (text) => text.toLowerCase()),
  ofText('upper', (text) => text.toUpperCase()),
  ofText('lower', (text) => text.toLowerCase()),
  trim('trim', true, true),
  trim('btrim', true, true),
  trim('ltrim', true, false),
  trim('rtrim', false, true),
  define(
    'left(text, length)',
    inOneGo((run, of: Value, length: Value) => characterSlice(theText(run, 'left', of), 0, theCount('left', length))),
    returns,
  ),
  define(
    'right(text, length)',
    inOneGo((run, of: Value, length: Value) => {
      const text = theText(run, 'right', of);
      return characterSlice(text, Math.max(0, characterCount(text) - theCount('right', length)));
    }),
    returns,
  ),
  define(
    'substring(text, start, length?)',
    inOneGo((run, of: Value, start: Value, length: Value = undefined as never) => {
      const text = theText(run, 'substring', of);
      const from = theCount('substring', start);
      return characterSlice(text, from, length === undefined ? undefined : from + theCount('substring', length));
    }),
    returns,
  ),
  define(
    'replace(text, search, replacement, limit?)',
    looping(function* (run, pace, of: Value, search: Value, replacement: Value, limit: Value = undefined as never) {
      const text = theText(run, 'replace', of);
      const sought = theText(run, 'replace', search);
      const put = theText(run, 'replace', replacement);
      const most = limit === undefined ? Number.POSITIVE_INFINITY : theCount('replace', limit);
      return yield* replaced(text, sought, put, pace, most);
    }, isLongText),
    returns,
  ),
  define(
    'split(text, delimiter)',
    looping(function* (run, pace, of: Value, delimiter: Value) {
      let parts: string[] = [theText(run, 'split', of)];
      for (const one of (Array.isArray(delimiter) ? delimiter : [delimiter]) as readonly Value[]) {
        const sought = theText(run, 'split', one);
        const pieces: string[] = [];
        for (const part of parts) {
          if (sought === '' && part === '') pieces.push(part);
          else yield* cut(part, sought, pace, pieces);
        }
        parts = pieces;
      }
      return parts;
    }, isLongText),
    { returns: 'list' },
  ),
  define('char_length(text)', (run, of: Value) => BigInt(characterCount(theText(run, 'char_length', of))), {
    returns: 'integer',
  }),
  define('character_length(text)', (run, of: Value) => BigInt(characterCount(theText(run, 'character_length', of))), {
    returns: 'integer',
  }),
  define(
    'normalize(text, form?)',
    looping(function* (run, pace, of: Value, form: Value = 'NFC') {
      return yield* normalized(theText(run, 'normalize', of), form as string, pace);
    }, isLongText),
    returns,
  ),
  define(
    'toString(value)',
    (_, of: Value) => {
      const text = asText(of);
      if (text === null)
        throw new CypherError('TypeError', 'InvalidArgumentValue', `toString(…) cannot write ${kindOf(of)}`);
      return text;
    },
    { ...returns, accepts: [['string', 'integer', 'float', 'boolean', 'temporal']] },
  ),
  define('toStringOrNull(value)', (_, of: Value) => asText(of), returns),
];
