import type { Expression } from '../ast.ts';
import { CypherError } from '../error.ts';
import { includesInTurns, isLongSearch } from '../functions/search.ts';
import type { Looping } from '../pace.ts';
import { isIn, isInTurns } from '../values/equality.ts';
import { isList, kindOf, type Value } from '../values/value.ts';
import { add, concatenate, divide, multiply, negate, power, remainder, subtract } from './arithmetic.ts';
import { isBounded } from './bounded.ts';
import { longCopy } from './budget.ts';
import { compileInto, truth } from './expression.ts';
import type { Run } from './run.ts';
import { type Evaluate, inOneTurn, type Step, sizedStep } from './step.ts';

export function compileUnary(operator: 'not' | '-' | '+', of: Evaluate): Evaluate {
  if (operator === '-') return () => negate(of());
  if (operator === 'not') {
    return () => {
      const value = of();
      return value === null ? null : !truth(value);
    };
  }
  return () => {
    const value = of();
    if (value === null || typeof value === 'bigint' || typeof value === 'number') return value;
    throw new CypherError('TypeError', 'InvalidArgumentType', `Cannot compute + ${kindOf(value)}`);
  };
}

function textTest(left: Evaluate, right: Evaluate, test: (a: string, b: string) => boolean): Evaluate {
  return () => {
    const a = left();
    const b = right();
    return typeof a === 'string' && typeof b === 'string' ? test(a, b) : null;
  };
}

/** One closure each, so that the machine can tell them apart. */
const arithmetic: Readonly<Record<string, (left: Evaluate, right: Evaluate) => Evaluate>> = {
  '-': (left, right) => () => subtract(left(), right()),
  '*': (left, right) => () => multiply(left(), right()),
  '/': (left, right) => () => divide(left(), right()),
  '%': (left, right) => () => remainder(left(), right()),
  '^': (left, right) => () => power(left(), right()),
};

export function compileBinary(run: Run, expression: Extract<Expression, { kind: 'binary' }>, steps: Step[]): Evaluate {
  const { operator } = expression;
  const left = compileInto(run, expression.left, steps);
  const right = compileInto(run, expression.right, steps);
  const compute = arithmetic[operator];
  if (compute !== undefined) return compute(left, right);
  switch (operator) {
    case '+':
    case '||': {
      const join = operator === '+' ? add : concatenate;
      if (isBounded(run, expression)) return () => join(left(), right());
      return sizedStep<[Value, Value]>(
        run,
        steps,
        () => [left(), right()],
        join,
        (a, b) => (lengthOf(a) + lengthOf(b) > longCopy ? inOneTurn(run.budget, () => join(a, b)) : undefined),
      );
    }
    case 'in':
      return compileIn(run, expression, left, right, steps);
    case 'starts with':
      return textTest(left, right, (a, b) => {
        run.budget.spend(8 * b.length);
        return a.startsWith(b);
      });
    case 'ends with':
      return textTest(left, right, (a, b) => {
        run.budget.spend(8 * b.length);
        return a.endsWith(b);
      });
    case 'contains': {
      const test = (a: string, b: string): boolean => a.includes(b);
      if (isBounded(run, expression.right)) {
        return textTest(left, right, (a, b) => {
          run.budget.spend(a.length);
          return test(a, b);
        });
      }
      return compileSearch(run, left, right, steps, test, (a, b) =>
        isLongSearch(a, b) ? includesInTurns(a, b, run.budget) : undefined,
      );
    }
    default: {
      const test = (a: string, b: string): boolean => {
        run.budget.spend(8 * a.length);
        return run.patterns!.matches(a, b);
      };
      return compileSearch(run, left, right, steps, test, (a, b) =>
        run.patterns!.isLong(a, b) ? inOneTurn(run.budget, () => test(a, b)) : undefined,
      );
    }
  }
}

function compileSearch(
  run: Run,
  left: Evaluate,
  right: Evaluate,
  steps: Step[],
  test: (a: string, b: string) => boolean,
  inTurns: (a: string, b: string) => Looping<boolean> | undefined,
): Evaluate {
  return sizedStep<[Value, Value]>(
    run,
    steps,
    () => [left(), right()],
    (a, b) => (typeof a === 'string' && typeof b === 'string' ? test(a, b) : null),
    (a, b) => (typeof a === 'string' && typeof b === 'string' ? inTurns(a, b) : undefined),
  );
}

function lengthOf(value: Value): number {
  return isList(value) ? value.length : 0;
}

/** Lists up to this length are looked through at once for what is no list. */
const shortList = 64;

function compileIn(
  run: Run,
  expression: Extract<Expression, { kind: 'binary' }>,
  left: Evaluate,
  right: Evaluate,
  steps: Step[],
): Evaluate {
  const { budget } = run;
  const within = (list: Value): readonly Value[] => {
    if (isList(list)) return list;
    throw new CypherError('TypeError', 'InvalidArgumentType', `IN asks for a list, not ${kindOf(list)}`);
  };
  const test = (value: Value, list: Value): Value => (list === null ? null : isIn(value, within(list)));
  if (isBounded(run, expression.right)) {
    return () => {
      const [value, list] = [left(), right()];
      if (isList(list)) budget.spend(8 * list.length);
      return test(value, list);
    };
  }
  return sizedStep<[Value, Value]>(
    run,
    steps,
    () => [left(), right()],
    test,
    (value, list) =>
      list === null || (lengthOf(list) <= shortList && typeof value !== 'object')
        ? undefined
        : isInTurns(value, within(list), budget),
  );
}
