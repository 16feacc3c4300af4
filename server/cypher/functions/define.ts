import type { StaticType } from '../ast.ts';
import { CypherError } from '../error.ts';
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
}

export function wrongType(name: string, expected: string, found: Value): CypherError {
  return new CypherError('TypeError', 'InvalidArgumentValue', `${name}(…) takes ${expected}, not ${kindOf(found)}`);
}

/** Shortens a table of functions: the number of arguments is read from the signature. */
export function define(
  signature: string,
  call: (run: Run, ...args: readonly never[]) => Value,
  more: Partial<FunctionDefinition> = {},
): FunctionDefinition {
  const name = signature.slice(0, signature.indexOf('('));
  const inner = signature.slice(name.length + 1, signature.indexOf(')'));
  const args = inner === '' ? [] : inner.split(',');
  const least = args.filter((one) => !one.includes('?') && !one.includes('…')).length;
  const most = inner.includes('…') ? Number.POSITIVE_INFINITY : args.length;
  return { name, signature, least, most, call: call as NonNullable<FunctionDefinition['call']>, ...more };
}
