import { CypherError } from '../error.ts';
import { asText } from '../functions/conversion.ts';
import { checkedLength } from '../functions/string.ts';
import { checkedInteger } from '../values/number.ts';
import { isList, isTemporal, kindOf, type ListValue, type Temporal, type Value } from '../values/value.ts';
import { longestList } from './budget.ts';

function mismatch(operator: string, a: Value, b: Value): CypherError {
  return new CypherError('TypeError', 'InvalidArgumentType', `Cannot compute ${kindOf(a)} ${operator} ${kindOf(b)}`);
}

function isDuration(value: Value): value is Temporal {
  return isTemporal(value) && value.kind === 'duration';
}

function checkedList(length: number): void {
  if (length > longestList) {
    throw new CypherError('LimitExceeded', 'ListTooLong', `A list may have ${longestList} elements`);
  }
}

/** `a + b`: sums, joins strings and lists, moves dates. */
export function add(a: Value, b: Value): Value {
  if (typeof a === 'bigint' && typeof b === 'bigint') return checkedInteger(a + b);
  if (a === null || b === null) return null;
  if ((typeof a === 'number' || typeof a === 'bigint') && (typeof b === 'number' || typeof b === 'bigint')) {
    return Number(a) + Number(b);
  }
  if (isList(a) || isList(b)) {
    checkedList((isList(a) ? a.length : 1) + (isList(b) ? b.length : 1));
    if (isList(a)) return isList(b) ? a.concat(b) : a.concat([b]);
    return ([a] as readonly Value[]).concat(b as ListValue);
  }
  if (typeof a === 'string' || typeof b === 'string') return join(a, b, '+');
  if (isTemporal(a) && isDuration(b)) return a.plus(b);
  if (isDuration(a) && isTemporal(b)) return b.plus(a);
  throw mismatch('+', a, b);
}

/** `a || b`: joins two strings or two lists. */
export function concatenate(a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  if (typeof a === 'string' && typeof b === 'string') return join(a, b, '||');
  if (isList(a) && isList(b)) {
    checkedList(a.length + b.length);
    return a.concat(b);
  }
  throw mismatch('||', a, b);
}

function join(a: Value, b: Value, operator: string): string {
  const left = asText(a);
  const right = asText(b);
  if (left === null || right === null) throw mismatch(operator, a, b);
  checkedLength(left.length + right.length);
  return left + right;
}

export function subtract(a: Value, b: Value): Value {
  if (typeof a === 'bigint' && typeof b === 'bigint') return checkedInteger(a - b);
  if (a === null || b === null) return null;
  if ((typeof a === 'number' || typeof a === 'bigint') && (typeof b === 'number' || typeof b === 'bigint')) {
    return Number(a) - Number(b);
  }
  if (isTemporal(a) && isDuration(b)) return a.minus(b);
  throw mismatch('-', a, b);
}

export function multiply(a: Value, b: Value): Value {
  if (typeof a === 'bigint' && typeof b === 'bigint') return checkedInteger(a * b);
  if (a === null || b === null) return null;
  if ((typeof a === 'number' || typeof a === 'bigint') && (typeof b === 'number' || typeof b === 'bigint')) {
    return Number(a) * Number(b);
  }
  if (isDuration(a) && (typeof b === 'number' || typeof b === 'bigint')) return a.times(Number(b));
  if (isDuration(b) && (typeof a === 'number' || typeof a === 'bigint')) return b.times(Number(a));
  throw mismatch('*', a, b);
}

export function divide(a: Value, b: Value): Value {
  if (typeof a === 'bigint' && typeof b === 'bigint') {
    if (b === 0n) throw new CypherError('ArithmeticError', 'DivisionByZero', '/ by zero');
    return checkedInteger(a / b);
  }
  if (a === null || b === null) return null;
  if ((typeof a === 'number' || typeof a === 'bigint') && (typeof b === 'number' || typeof b === 'bigint')) {
    return Number(a) / Number(b);
  }
  if (isDuration(a) && (typeof b === 'number' || typeof b === 'bigint')) return a.times(1, Number(b));
  throw mismatch('/', a, b);
}

export function remainder(a: Value, b: Value): Value {
  if (typeof a === 'bigint' && typeof b === 'bigint') {
    if (b === 0n) throw new CypherError('ArithmeticError', 'DivisionByZero', '/ by zero');
    return a % b;
  }
  if (a === null || b === null) return null;
  if ((typeof a === 'number' || typeof a === 'bigint') && (typeof b === 'number' || typeof b === 'bigint')) {
    return Number(a) % Number(b);
  }
  throw mismatch('%', a, b);
}

export function power(a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  if ((typeof a === 'number' || typeof a === 'bigint') && (typeof b === 'number' || typeof b === 'bigint')) {
    return Number(a) ** Number(b);
  }
  throw mismatch('^', a, b);
}

export function negate(a: Value): Value {
  if (a === null) return null;
  if (typeof a === 'bigint') return checkedInteger(-a);
  if (typeof a === 'number') return -a;
  if (isDuration(a)) return a.times(-1);
  throw new CypherError('TypeError', 'InvalidArgumentType', `Cannot compute - ${kindOf(a)}`);
}
