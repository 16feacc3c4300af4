import type { Expression } from '../ast.ts';
import type { FunctionDefinition } from '../functions/define.ts';
import { findFunction } from '../functions/find.ts';
import type { Value } from '../values/value.ts';
import { isBounded } from './bounded.ts';
import { compileParts } from './conditional.ts';
import { compileInto, evaluateAll } from './expression.ts';
import { compileLoop } from './loops.ts';
import type { Run } from './run.ts';
import { asStep, type Evaluate, placed, placedStep, type Step, sizedStep } from './step.ts';

export function compileCall(run: Run, expression: Extract<Expression, { kind: 'call' }>, steps: Step[]): Evaluate {
  const known = findFunction(expression.name)!;
  const { start, args: given } = expression;
  if (known.name === 'range') {
    const step = placedStep(compileLoop(run, expression, steps), start);
    steps.push(step);
    const { frame } = run;
    return () => frame[step.slot]!;
  }
  if (known.name === 'coalesce') return coalesce(run, given, steps);
  const args = given.map((arg) => compileInto(run, arg, steps));
  const { inTurns, takesNull } = known;
  if (inTurns === undefined || given.every((arg) => isBounded(run, arg))) {
    return placed(applied(run, known, args), start);
  }
  const needless = (values: readonly Value[]): boolean => takesNull !== true && values.includes(null);
  const own: Step[] = [];
  const evaluate = sizedStep(
    run,
    own,
    () => args.map((arg) => arg()),
    (...values) => (needless(values) ? null : known.call!(run, ...values)),
    (...values) => (needless(values) ? undefined : inTurns(run, ...values)),
  );
  steps.push(...own.map((step) => placedStep(step, start)));
  return evaluate;
}

/** The first value that is not null; what comes after is not computed. */
function coalesce(run: Run, args: readonly Expression[], steps: Step[]): Evaluate {
  const { parts, steps: some } = compileParts(run, args);
  if (some) {
    return asStep(run, steps, function* () {
      for (const part of parts) {
        const value = yield* evaluateAll(run, part);
        if (value !== null) return value;
      }
      return null;
    });
  }
  const all = parts.map((part) => part.evaluate);
  return () => {
    for (const one of all) {
      const value = one();
      if (value !== null) return value;
    }
    return null;
  };
}

function applied(run: Run, known: FunctionDefinition, args: readonly Evaluate[]): Evaluate {
  const call = known.call!;
  const [first, second] = args;
  if (known.takesNull === true) return () => call(run, ...args.map((arg) => arg()));
  if (args.length === 1) {
    return () => {
      const value = first!();
      return value === null ? null : call(run, value);
    };
  }
  if (args.length === 2) {
    return () => {
      const a = first!();
      const b = second!();
      return a === null || b === null ? null : call(run, a, b);
    };
  }
  return () => {
    const values = args.map((arg) => arg());
    return values.includes(null) ? null : call(run, ...values);
  };
}
