import { CypherError } from '../error.ts';
import { longCopy } from '../run/budget.ts';
import { inOneTurn } from '../run/step.ts';
import { equalsInTurns } from '../values/equality.ts';
import { isLarge } from '../values/large.ts';
import { isList, isMap, type Value } from '../values/value.ts';
import { characterCount } from './characters.ts';
import { asText } from './conversion.ts';
import { converting, isLongList, theList } from './converting.ts';
import { type Computed, define, type FunctionDefinition, looping, wrongType } from './define.ts';
import { reversedText } from './string.ts';

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

/** What JavaScript copies in one go: for long lists in a turn of its own. */
function inOneGo(compute: (of: Value) => Value): Computed {
  return {
    call: (_, of) => compute(of!),
    inTurns: ({ budget }, of) => (isLongList(of!) ? inOneTurn(budget, () => compute(of!)) : undefined),
  };
}

/** The same backwards, of a list or a text. */
const reversed = looping(
  function* (_run, pace, of: Value) {
    if (typeof of === 'string') return yield* reversedText(of, pace);
    const list = theList('reverse', of);
    if (isLongList(list)) yield;
    return list.toReversed();
  },
  (of) => isLongList(of) || (typeof of === 'string' && of.length > longCopy),
);

/** Functions of lists. */
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
  define(
    'tail(list)',
    inOneGo((of) => theList('tail', of).slice(1)),
    {
      returns: 'list',
      accepts: [['list', 'relationships']],
    },
  ),
  define('reverse(list)', reversed, { accepts: [['list', 'string', 'relationships']] }),
  // Runs as a loop of the engine, as comprehensions do.
  { name: 'range', signature: 'range(from, to, step?)', least: 2, most: 3, returns: 'list' },
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
  define(
    'nullIf(a, b)',
    looping(
      function* (_run, pace, a: Value, b: Value) {
        return (yield* equalsInTurns(a, b, pace)) === true ? null : a;
      },
      (a, b) => isLarge(a) && isLarge(b),
    ),
    { takesNull: true },
  ),
  define(
    'toBooleanList(list)',
    converting('toBooleanList', (one) => {
      if (typeof one === 'boolean') return one;
      if (typeof one === 'bigint') return one !== 0n;
      const word = typeof one === 'string' ? one.trim().toLowerCase() : '';
      return word === 'true' ? true : word === 'false' ? false : null;
    }),
    { returns: 'list' },
  ),
  define('toStringList(list)', converting('toStringList', asText), { returns: 'list' }),
];
