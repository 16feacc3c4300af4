import { CypherError } from '../error.ts';
import { checkedInteger } from '../values/number.ts';
import { kindOf, type Value } from '../values/value.ts';
import { define, type FunctionDefinition } from './define.ts';

function theNumber(name: string, value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  throw new CypherError('TypeError', 'InvalidArgumentValue', `${name}(…) takes a number, not ${kindOf(value)}`);
}

/** A function of floats, by its own name. */
function plain(name: string, compute: (x: number) => number): FunctionDefinition {
  return define(`${name}(number)`, (_, x: Value) => compute(theNumber(name, x)), { returns: 'float' });
}

function roundHalfUp(x: number): number {
  return Math.floor(x + 0.5);
}

const modes: Readonly<Record<string, (x: number) => number>> = {
  UP: (x) => (x < 0 ? Math.floor(x) : Math.ceil(x)),
  DOWN: Math.trunc,
  CEILING: Math.ceil,
  FLOOR: Math.floor,
  HALF_UP: (x) => Math.sign(x) * Math.floor(Math.abs(x) + 0.5),
  HALF_DOWN: (x) => Math.sign(x) * Math.ceil(Math.abs(x) - 0.5),
  HALF_EVEN: (x) => {
    const down = Math.floor(x);
    const rest = x - down;
    return rest === 0.5 ? (down % 2 === 0 ? down : down + 1) : Math.round(x);
  },
};

function round(x: number, digits: number, mode: string): number {
  const by = modes[mode];
  if (by === undefined)
    throw new CypherError('ArgumentError', 'InvalidArgumentValue', `Unknown rounding mode '${mode}'`);
  if (!Number.isFinite(x) || digits > 15) return x;
  const scaled = Number(`${x}e${digits}`);
  const value = Number.isNaN(scaled) ? by(x * 10 ** digits) / 10 ** digits : Number(`${by(scaled)}e-${digits}`);
  return value;
}

/** Functions of numbers. */
export const mathematicalFunctions: readonly FunctionDefinition[] = [
  define(
    'abs(number)',
    (_, x: Value) => {
      if (typeof x === 'bigint') return x < 0n ? checkedInteger(-x) : x;
      return Math.abs(theNumber('abs', x));
    },
    { accepts: [['integer', 'float']] },
  ),
  define('sign(number)', (_, x: Value) => BigInt(Math.sign(theNumber('sign', x)) || 0), { returns: 'integer' }),
  plain('ceil', Math.ceil),
  plain('ceiling', Math.ceil),
  plain('floor', Math.floor),
  define(
    'round(number, digits?, mode?)',
    (_, x: Value, digits: Value = undefined as never, mode: Value = undefined as never) => {
      const value = theNumber('round', x);
      const count = digits === undefined ? 0 : theNumber('round', digits);
      if (count === 0 && mode === undefined) return roundHalfUp(value);
      if (count < 0)
        throw new CypherError('ArgumentError', 'NumberOutOfRange', 'round(…) takes no negative number of digits');
      return round(value, count, typeof mode === 'string' ? mode.toUpperCase() : 'HALF_UP');
    },
    { returns: 'float' },
  ),
  define('isNaN(number)', (_, x: Value) => Number.isNaN(theNumber('isNaN', x)), { returns: 'boolean' }),
  plain('sqrt', Math.sqrt),
  plain('cbrt', Math.cbrt),
  plain('exp', Math.exp),
  plain('log', Math.log),
  plain('ln', Math.log),
  plain('log10', Math.log10),
  plain('sin', Math.sin),
  plain('cos', Math.cos),
  plain('tan', Math.tan),
  plain('cot', (x) => 1 / Math.tan(x)),
  plain('asin', Math.asin),
  plain('acos', Math.acos),
  plain('atan', Math.atan),
  plain('sinh', Math.sinh),
  plain('cosh', Math.cosh),
  plain('tanh', Math.tanh),
  plain('coth', (x) => 1 / Math.tanh(x)),
  plain('degrees', (x) => (x * 180) / Math.PI),
  plain('radians', (x) => (x * Math.PI) / 180),
  plain('haversin', (x) => (1 - Math.cos(x)) / 2),
  define('atan2(y, x)', (_, y: Value, x: Value) => Math.atan2(theNumber('atan2', y), theNumber('atan2', x)), {
    returns: 'float',
  }),
  define('pi()', () => Math.PI, { returns: 'float' }),
  define('e()', () => Math.E, { returns: 'float' }),
  define('rand()', (run) => run.random(), { returns: 'float' }),
  define(
    'randomUUID()',
    (run) => {
      const hex = (length: number): string =>
        Array.from({ length }, () => Math.floor(run.random() * 16).toString(16)).join('');
      const variant = (8 + Math.floor(run.random() * 4)).toString(16);
      return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
    },
    { returns: 'string' },
  ),
  define('timestamp()', (run) => run.now.nanoseconds / 1_000_000n, { returns: 'integer' }),
];
