import type { Expression } from '../ast.ts';
import type { Looping, Pace } from '../pace.ts';
import { equals, equalsInTurns } from '../values/equality.ts';
import { isLarge } from '../values/large.ts';
import { compare, compareInTurns } from '../values/order.ts';
import { isTemporal, type Value } from '../values/value.ts';
import { isBounded } from './bounded.ts';
import { compileInto } from './expression.ts';
import type { Run } from './run.ts';
import { asStep, type Evaluate, type Step, sizedStep } from './step.ts';

type Verdict = boolean | null;

/** A test of two values in three-valued logic. */
export interface Comparison {
  atOnce(a: Value, b: Value): Verdict;
  inTurns(a: Value, b: Value, pace: Pace): Looping<Verdict>;
}

export function compileComparison(
  run: Run,
  { operands, operators }: Extract<Expression, { kind: 'comparison' }>,
  steps: Step[],
): Evaluate {
  const { budget } = run;
  const tests = operators.map(comparison);
  const values = operands.map((one) => compileInto(run, one, steps));
  const bounded = operands.map((one) => isBounded(run, one));
  const quick = tests.every((_, i) => bounded[i] || bounded[i + 1]);
  if (tests.length === 1) {
    const [left, right] = values as [Evaluate, Evaluate];
    const { atOnce, inTurns } = tests[0]!;
    if (quick) return () => atOnce(left(), right());
    return sizedStep<[Value, Value]>(
      run,
      steps,
      () => [left(), right()],
      atOnce,
      (a, b) => (isLarge(a) && isLarge(b) ? inTurns(a, b, budget) : undefined),
    );
  }
  if (quick) {
    return () => {
      const given = values.map((value) => value());
      return all(tests.map(({ atOnce }, i) => atOnce(given[i]!, given[i + 1]!)));
    };
  }
  return asStep(run, steps, function* () {
    const given = values.map((value) => value());
    const verdicts: Verdict[] = [];
    for (const [i, { inTurns }] of tests.entries()) verdicts.push(yield* inTurns(given[i]!, given[i + 1]!, budget));
    return all(verdicts);
  });
}

/** `a AND b AND …` */
function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(null) ? null : true;
}

/** Durations have no order, but one is at least and at most itself. */
const orEqual = (a: Value, b: Value, inclusive: boolean): true | null =>
  inclusive && isTemporal(a) && isTemporal(b) && a.kind === 'duration' && equals(a, b) === true ? true : null;

function ordered(test: (order: number) => boolean): Comparison {
  const verdict = (a: Value, b: Value, order: number | null): Verdict =>
    order === null ? orEqual(a, b, test(0)) : test(order);
  return {
    atOnce: (a, b) => verdict(a, b, compare(a, b)),
    *inTurns(a, b, pace) {
      return verdict(a, b, yield* compareInTurns(a, b, pace));
    },
  };
}

const equal: Comparison = { atOnce: equals, inTurns: equalsInTurns };

const not = (verdict: Verdict): Verdict => (verdict === null ? null : !verdict);

const comparisons: Readonly<Record<string, Comparison>> = {
  '=': equal,
  '<>': {
    atOnce: (a, b) => not(equals(a, b)),
    *inTurns(a, b, pace) {
      return not(yield* equalsInTurns(a, b, pace));
    },
  },
  '<': ordered((order) => order < 0),
  '<=': ordered((order) => order <= 0),
  '>': ordered((order) => order > 0),
  '>=': ordered((order) => order >= 0),
};

export function comparison(operator: string): Comparison {
  return comparisons[operator]!;
}
