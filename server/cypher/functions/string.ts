import { CypherError } from '../error.ts';
import { longestString } from '../run/budget.ts';
import type { Run } from '../run/run.ts';
import { kindOf, type Value } from '../values/value.ts';
import { characterCount, characterSlice } from './characters.ts';
import { asText } from './conversion.ts';
import { define, type FunctionDefinition } from './define.ts';

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

function trimmed(text: string, characters: string, left: boolean, right: boolean): string {
  const set = new Set(characters);
  const units = [...text];
  let from = 0;
  let to = units.length;
  while (left && from < to && set.has(units[from]!)) from++;
  while (right && to > from && set.has(units[to - 1]!)) to--;
  return units.slice(from, to).join('');
}

function trim(name: string, left: boolean, right: boolean): FunctionDefinition {
  return define(
    `${name}(text, characters?)`,
    (run, of: Value, characters: Value = undefined as never) => {
      const text = theText(run, name, of);
      if (characters !== undefined) return trimmed(text, theText(run, name, characters), left, right);
      if (left && right) return text.trim();
      return left ? text.trimStart() : text.trimEnd();
    },
    returns,
  );
}

/** Functions of strings. */
export const stringFunctions: readonly FunctionDefinition[] = [
  define('toUpper(text)', (run, of: Value) => theText(run, 'toUpper', of).toUpperCase(), returns),
  define('toLower(text)', (run, of: Value) => theText(run, 'toLower', of).toLowerCase(), returns),
  define('upper(text)', (run, of: Value) => theText(run, 'upper', of).toUpperCase(), returns),
  define('lower(text)', (run, of: Value) => theText(run, 'lower', of).toLowerCase(), returns),
  trim('trim', true, true),
  trim('btrim', true, true),
  trim('ltrim', true, false),
  trim('rtrim', false, true),
  define(
    'left(text, length)',
    (run, of: Value, length: Value) => characterSlice(theText(run, 'left', of), 0, theCount('left', length)),
    returns,
  ),
  define(
    'right(text, length)',
    (run, of: Value, length: Value) => {
      const text = theText(run, 'right', of);
      return characterSlice(text, Math.max(0, characterCount(text) - theCount('right', length)));
    },
    returns,
  ),
  define(
    'substring(text, start, length?)',
    (run, of: Value, start: Value, length: Value = undefined as never) => {
      const text = theText(run, 'substring', of);
      const from = theCount('substring', start);
      return characterSlice(text, from, length === undefined ? undefined : from + theCount('substring', length));
    },
    returns,
  ),
  define(
    'replace(text, search, replacement, limit?)',
    (run, of: Value, search: Value, replacement: Value, limit: Value = undefined as never) => {
      const text = theText(run, 'replace', of);
      const sought = theText(run, 'replace', search);
      const put = theText(run, 'replace', replacement);
      if (limit !== undefined)
        return (
          text
            .split(sought)
            .slice(0, 1 + theCount('replace', limit))
            .join(put) + rest(text, sought, theCount('replace', limit))
        );
      const count = sought === '' ? text.length + 1 : Math.floor(text.length / sought.length);
      if (text.length + count * put.length > longestString) {
        checkedLength(text.length + (text.split(sought).length - 1) * (put.length - sought.length));
      }
      return text.replaceAll(sought, () => put);
    },
    returns,
  ),
  define(
    'split(text, delimiter)',
    (run, of: Value, delimiter: Value) => {
      const text = theText(run, 'split', of);
      const cuts = (Array.isArray(delimiter) ? delimiter : [delimiter]) as readonly Value[];
      run.budget.spend(8 * text.length);
      return cuts.reduce<readonly string[]>(
        (parts, cut) => {
          const delimiter = theText(run, 'split', cut);
          return parts.flatMap((part) => (delimiter !== '' ? part.split(delimiter) : part === '' ? [part] : [...part]));
        },
        [text],
      );
    },
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
    (run, of: Value, form: Value = 'NFC') => theText(run, 'normalize', of).normalize(form as string),
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

function rest(text: string, sought: string, limit: number): string {
  const parts = text.split(sought);
  return parts.length > limit + 1 ? sought + parts.slice(limit + 1).join(sought) : '';
}
