import type { StaticType } from '../ast.ts';
import { CypherError } from '../error.ts';
import { finish, type Looping, type Pace, unhurried } from '../pace.ts';
import type { Run } from '../run/run.ts';
import { kindOf, type Value } from '../values/value.ts';

/** A function of Cypher: what it is called, what it takes, and how it is computed. */
export interface FunctionDefinition {
  readonly name: string;
  readonly signature: string;
  readonly least: number;
  readonly most: number;
  readonly returns?: StaticType | undefined;
  /** For each argument, what it may be where the check knows. */
  readonly accepts?: readonly (readonly StaticType[] | undefined)[] | undefined;
  readonly temporal?: boolean;
  /** Absent for functions that aggregate. With `null` given back for a null argument unless `takesNull`. */
  readonly call?: (run: Run, ...args: readonly Value[]) => Value;
  readonly takesNull?: boolean;
  /** For values that may take long: the loop that computes it. Undefined for those which `call` computes at once. */
  readonly inTurns?: (run: Run, ...args: readonly Value[]) => Looping<Value> | undefined;
}

export function wrongType(name: string, expected: string, found: Value): CypherError {
  return new CypherError('TypeError', 'InvalidArgumentValue', `${name}(…) takes ${expected}, not ${kindOf(found)}`);
}

/** The two ways to compute a function. */
export type Computed = Pick<Required<FunctionDefinition>, 'call' | 'inTurns'>;

/** A function whose loop does for all values; small ones are done to its end at once. */
export function looping(
  loop: (run: Run, pace: Pace, ...args: readonly never[]) => Looping<Value>,
  isLong: (...args: readonly Value[]) => boolean,
): Computed {
  const begin = loop as (run: Run, pace: Pace, ...args: readonly Value[]) => Looping<Value>;
  return {
    call: (run, ...args) => finish(begin(run, unhurried, ...args)),
    inTurns: (run, ...args) => (isLong(...args) ? begin(run, run.budget, ...args) : undefined),
  };
}

/** Shortens a table of functions: the number of arguments is read from the signature. */
export function define(
  signature: string,
  how: ((run: Run, ...args: readonly never[]) => Value) | Computed,
  more: Partial<FunctionDefinition> = {},
): FunctionDefinition {
  const name = signature.slice(0, signature.indexOf('('));
  const inner = signature.slice(name.length + 1, signature.indexOf(')'));
  const args = inner === '' ? [] : inner.split(',');
  const least = args.filter((one) => !one.includes('?') && !one.includes('…')).length;
  const most = inner.includes('…') ? Number.POSITIVE_INFINITY : args.length;
  const computed = typeof how === 'function' ? { call: how as NonNullable<FunctionDefinition['call']> } : how;
  return { name, signature, least, most, ...computed, ...more };
}
