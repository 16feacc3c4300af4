import type { Expression } from '../ast.ts';
import { equals } from '../values/equality.ts';
import { compare } from '../values/order.ts';
import { isTemporal, type Value } from '../values/value.ts';
import type { Evaluate } from './expression.ts';

export function compileComparison(
  operands: readonly Evaluate[],
  operators: readonly Extract<Expression, { kind: 'comparison' }>['operators'][number][],
): Evaluate {
  const tests = operators.map(comparison);
  if (tests.length === 1) {
    const [left, right] = operands as [Evaluate, Evaluate];
    const test = tests[0]!;
    return () => test(left(), right());
  }
  return () => {
    const values = operands.map((operand) => operand());
    let unknown = false;
    for (let i = 0; i < tests.length; i++) {
      const result = tests[i]!(values[i]!, values[i + 1]!);
      if (result === false) return false;
      if (result === null) unknown = true;
    }
    return unknown ? null : true;
  };
}

/** Durations have no order, but one is at least and at most itself. */
const orEqual = (a: Value, b: Value, inclusive: boolean): true | null =>
  inclusive && isTemporal(a) && isTemporal(b) && a.kind === 'duration' && equals(a, b) === true ? true : null;

/** A test of two values in three-valued logic. */
export function comparison(operator: string): (a: Value, b: Value) => boolean | null {
  const ordered =
    (test: (order: number) => boolean) =>
    (a: Value, b: Value): boolean | null => {
      const order = compare(a, b);
      return order === null ? orEqual(a, b, test(0)) : test(order);
    };
  switch (operator) {
    case '=':
      return equals;
    case '<>':
      return (a, b) => {
        const same = equals(a, b);
        return same === null ? null : !same;
      };
    case '<':
      return ordered((order) => order < 0);
    case '<=':
      return ordered((order) => order <= 0);
    case '>':
      return ordered((order) => order > 0);
    default:
      return ordered((order) => order >= 0);
  }
}
