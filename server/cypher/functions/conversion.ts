import { CypherError } from '../error.ts';
import { floatText, truncated } from '../values/number.ts';
import { Point } from '../values/point.ts';
import { isTemporal, kindOf, type Value } from '../values/value.ts';
import { converting } from './converting.ts';
import { define, type FunctionDefinition } from './define.ts';

/** A value as toString gives it; null where it has no text. */
export function asText(value: Value): string | null {
  switch (typeof value) {
    case 'string':
      return value;
    case 'boolean':
    case 'bigint':
      return `${value}`;
    case 'number':
      return floatText(value);
    default:
      if (isTemporal(value)) return withSeconds(value.toString());
      return value instanceof Point ? value.toString() : null;
  }
}

/** As Neo4j’s toString writes times: with their seconds, even of a full minute. */
function withSeconds(text: string): string {
  return text.replace(/(^|T)(\d\d:\d\d)(?!:)/, '$1$2:00');
}

/** Digits of a number's text: more say nothing of a number, and take ages to read. */
const longestNumber = 1000;

function numberText(value: string): string {
  const text = value.trim();
  if (text.length <= longestNumber) return text;
  throw new CypherError('LimitExceeded', 'TextTooLong', `The text of a number may have ${longestNumber} characters`);
}

function asInteger(value: Value): bigint | null | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return truncated(value);
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value !== 'string') return undefined;
  const text = numberText(value);
  const whole = /^([+-]?)0*(\d+)$/.exec(text);
  if (whole !== null) {
    const [, sign, digits] = whole as unknown as [string, string, string];
    if (digits.length > 19) return null;
    const number = BigInt(sign === '-' ? `-${digits}` : digits);
    return number >= -(2n ** 63n) && number < 2n ** 63n ? number : null;
  }
  const float = asFloat(text);
  return typeof float === 'number' && Number.isFinite(float) ? truncated(float) : null;
}

/** Digits that are a whole number beyond 64 bits are an error; other texts that are no number are null. */
function inRange(value: Value, found: bigint | null | undefined): bigint | null | undefined {
  if (found === null && typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value)) {
    throw new CypherError('TypeError', 'IntegerOverflow', `The integer ${value.trim()} is too large`);
  }
  return found;
}

function asFloat(value: Value): number | null | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'string') return undefined;
  const text = numberText(value);
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : null;
}

function asBoolean(value: Value): boolean | null | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return value !== 0n;
  if (typeof value !== 'string') return undefined;
  const word = value.trim().toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : null;
}

function strict<T extends Value>(name: string, convert: (value: Value) => T | undefined) {
  return (_: unknown, of: Value): Value => {
    const result = convert(of);
    if (result === undefined) {
      throw new CypherError('TypeError', 'InvalidArgumentValue', `${name}(…) cannot convert ${kindOf(of)}`);
    }
    return result;
  };
}

const lenient =
  (convert: (value: Value) => Value | undefined) =>
  (_: unknown, of: Value): Value =>
    convert(of) ?? null;

/** Conversions between types. */
export const conversionFunctions: readonly FunctionDefinition[] = [
  define(
    'toInteger(value)',
    strict('toInteger', (value) => inRange(value, asInteger(value))),
    {
      returns: 'integer',
      accepts: [['string', 'integer', 'float', 'boolean']],
    },
  ),
  define('toFloat(value)', strict('toFloat', asFloat), { returns: 'float', accepts: [['string', 'integer', 'float']] }),
  define('toBoolean(value)', strict('toBoolean', asBoolean), {
    returns: 'boolean',
    accepts: [['string', 'integer', 'boolean']],
  }),
  define('toIntegerOrNull(value)', lenient(asInteger), { returns: 'integer' }),
  define('toFloatOrNull(value)', lenient(asFloat), { returns: 'float' }),
  define('toBooleanOrNull(value)', lenient(asBoolean), { returns: 'boolean' }),
  define('toIntegerList(list)', converting('toIntegerList', asInteger), { returns: 'list' }),
  define('toFloatList(list)', converting('toFloatList', asFloat), { returns: 'list' }),
];
