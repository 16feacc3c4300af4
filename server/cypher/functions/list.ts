import { CypherError } from '../error.ts';
import { longestList } from '../run/budget.ts';
import { equals } from '../values/equality.ts';
import { isList, isMap, type ListValue, type Value } from '../values/value.ts';
import { characterCount } from './characters.ts';
import { asText } from './conversion.ts';
import { define, type FunctionDefinition, wrongType } from './define.ts';

function theList(name: string, value: Value): ListValue {
  if (isList(value)) return value;
  throw wrongType(name, 'a list', value);
}

/** Whole numbers from `from` to `to`, both included. */
export function rangeBounds(args: readonly Value[]): { from: bigint; to: bigint; step: bigint; length: number } | null {
  const [from, to, step = 1n] = args;
  if (from === null || to === null || step === null) return null;
  if (typeof from !== 'bigint' || typeof to !== 'bigint' || typeof step !== 'bigint') {
    throw new CypherError('ArgumentError', 'InvalidArgumentType', 'range(…) takes integers');
  }
  if (step === 0n) throw new CypherError('ArgumentError', 'NumberOutOfRange', 'The step of range(…) cannot be 0');
  const length = (to - from) / step + 1n;
  return { from, to, step, length: length <= 0n || (step > 0n ? from > to : from < to) ? 0 : Number(length) };
}

function converted(name: string, of: Value, convert: (value: Value) => Value): Value {
  return theList(name, of).map((one) => (one === null ? null : convert(one)));
}

/** Functions of lists. `range` runs as a loop of the engine, as comprehensions do. */
export const listFunctions: readonly FunctionDefinition[] = [
  define(
    'size(list)',
    (_, of: Value) => {
      if (typeof of === 'string') return BigInt(characterCount(of));
      if (isList(of)) return BigInt(of.length);
      throw wrongType('size', 'a list or a string', of);
    },
    { returns: 'integer', accepts: [['list', 'string', 'relationships']] },
  ),
  define('head(list)', (_, of: Value) => theList('head', of)[0] ?? null, { accepts: [['list', 'relationships']] }),
  define('last(list)', (_, of: Value) => theList('last', of).at(-1) ?? null, { accepts: [['list', 'relationships']] }),
  define('tail(list)', (_, of: Value) => theList('tail', of).slice(1), {
    returns: 'list',
    accepts: [['list', 'relationships']],
  }),
  define(
    'reverse(list)',
    (run, of: Value) => {
      run.budget.spend(isList(of) || typeof of === 'string' ? of.length : 0);
      if (typeof of === 'string') return [...of].reverse().join('');
      return theList('reverse', of).toReversed();
    },
    { accepts: [['list', 'string', 'relationships']] },
  ),
  define(
    'range(from, to, step?)',
    (_, ...args: readonly Value[]) => {
      const bounds = rangeBounds(args);
      if (bounds === null) return null;
      if (bounds.length > longestList) {
        throw new CypherError('LimitExceeded', 'ListTooLong', `A list may have ${longestList} elements`, {
          hint: 'UNWIND range(…) counts without making a list',
        });
      }
      const list: Value[] = [];
      for (let i = 0, value = bounds.from; i < bounds.length; i++, value += bounds.step) list.push(value);
      return list;
    },
    { returns: 'list' },
  ),
  define(
    'isEmpty(value)',
    (_, of: Value) => {
      if (isList(of) || typeof of === 'string') return of.length === 0;
      if (isMap(of)) return of.size === 0;
      throw wrongType('isEmpty', 'a list, a map or a string', of);
    },
    { returns: 'boolean' },
  ),
  define('coalesce(value, …)', (_, ...args: readonly Value[]) => args.find((one) => one !== null) ?? null, {
    least: 1,
    takesNull: true,
  }),
  define('nullIf(a, b)', (_, a: Value, b: Value) => (a !== null && b !== null && equals(a, b) === true ? null : a), {
    takesNull: true,
  }),
  define(
    'toBooleanList(list)',
    (_, of: Value) =>
      converted('toBooleanList', of, (one) => {
        if (typeof one === 'boolean') return one;
        if (typeof one === 'bigint') return one !== 0n;
        const word = typeof one === 'string' ? one.trim().toLowerCase() : '';
        return word === 'true' ? true : word === 'false' ? false : null;
      }),
    { returns: 'list' },
  ),
  define('toStringList(list)', (_, of: Value) => converted('toStringList', of, asText), { returns: 'list' }),
];
