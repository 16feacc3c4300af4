import { CypherError } from '../error.ts';

const smallest = -(2n ** 63n);
const largest = 2n ** 63n - 1n;
const safe = 4503599627370496n;

/** The integer, or an error where it does not fit in 64 bits. */
export function checkedInteger(value: bigint): bigint {
  if (value >= -safe && value <= safe) return value;
  if (value < smallest || value > largest) {
    throw new CypherError('ArithmeticError', 'IntegerOverflow', 'long overflow', {
      hint: 'integers have 64 bits; use toFloat(…) for larger numbers',
    });
  }
  return value;
}

/** Cuts towards zero into 64 bits, as a cast does. */
export function truncated(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  const cut = Math.trunc(value);
  if (cut >= 2 ** 63) return largest;
  if (cut <= -(2 ** 63)) return smallest;
  return BigInt(cut);
}

/** Order of an integer and a float, exactly; NaN is greatest. */
export function compareNumbers(a: bigint | number, b: bigint | number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  // biome-ignore lint/suspicious/noDoubleEquals: bigint and number are compared by value
  if (a == b) return 0;
  const left = Number.isNaN(a as number);
  const right = Number.isNaN(b as number);
  return left === right ? 0 : left ? 1 : -1;
}

/** A float as Cypher writes it: `1.0`, `1.0E10`, `Infinity`. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e7 || size < 1e-3)) {
    const [digits, exponent] = value.toExponential().split('e') as [string, string];
    return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
  }
  if (Object.is(value, -0)) return '-0.0';
  const text = `${value}`;
  return text.includes('.') ? text : `${text}.0`;
}
