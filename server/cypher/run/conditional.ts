import type { Expression } from '../ast.ts';
import { isLarge } from '../values/large.ts';
import type { Value } from '../values/value.ts';
import { isBounded } from './bounded.ts';
import { type Comparison, comparison } from './comparison.ts';
import { type Compiled, compile, compileInto, evaluateAll, holds, truth } from './expression.ts';
import type { Run } from './run.ts';
import { asStep, type Evaluate, type Step } from './step.ts';

export function compileParts(
  run: Run,
  expressions: readonly Expression[],
): { readonly parts: readonly Compiled[]; readonly steps: boolean } {
  const parts = expressions.map((one) => compile(run, one));
  return { parts, steps: parts.some((part) => part.steps.length > 0) };
}

export function compileLogical(
  run: Run,
  expression: Extract<Expression, { kind: 'logical' }>,
  steps: Step[],
): Evaluate {
  const { operator } = expression;
  if (operator === 'xor') return compileXor(expression.operands.map((one) => compileInto(run, one, steps)));
  const { parts, steps: some } = compileParts(run, expression.operands);
  const decides = operator === 'or';
  if (some) {
    return asStep(run, steps, function* () {
      let unknown = false;
      for (const part of parts) {
        const value = yield* evaluateAll(run, part);
        if (value === null) unknown = true;
        else if (truth(value) === decides) return decides;
      }
      return unknown ? null : !decides;
    });
  }
  const all = parts.map((part) => part.evaluate);
  if (all.length === 2) {
    const [left, right] = all as [Evaluate, Evaluate];
    return () => {
      const a = left();
      if (a === decides) return decides;
      const b = right();
      if (b === decides) return decides;
      if (a !== null) truth(a);
      if (b !== null) truth(b);
      return a === null || b === null ? null : !decides;
    };
  }
  return () => {
    let unknown = false;
    for (const one of all) {
      const value = one();
      if (value === null) unknown = true;
      else if (truth(value) === decides) return decides;
    }
    return unknown ? null : !decides;
  };
}

function compileXor(all: readonly Evaluate[]): Evaluate {
  return () => {
    let odd = false;
    let unknown = false;
    for (const one of all) {
      const value = one();
      if (value === null) unknown = true;
      else if (truth(value)) odd = !odd;
    }
    return unknown ? null : odd;
  };
}

export function compileCase(run: Run, expression: Extract<Expression, { kind: 'case' }>, steps: Step[]): Evaluate {
  const { subject, otherwise: fallback } = expression;
  const of = subject === undefined ? undefined : compileInto(run, subject, steps);
  const branches = expression.branches.map(({ tests, value }) => ({
    tests: tests.map(({ operator = '=', operand }) => ({ test: comparison(operator), operand: compile(run, operand) })),
    value: compile(run, value),
  }));
  const otherwise: Compiled = fallback === undefined ? { steps: [], evaluate: () => null } : compile(run, fallback);
  const parts = branches.flatMap(({ tests, value }) => [...tests.map(({ operand }) => operand), value]);
  const atOnce = subject === undefined || isBounded(run, subject);
  if (atOnce && [...parts, otherwise].every((part) => part.steps.length === 0)) {
    return () => {
      const sought = of?.() ?? null;
      for (const { tests, value } of branches) {
        for (const { test, operand } of tests) {
          const given = operand.evaluate();
          if (of === undefined ? holds(given) : test.atOnce(sought, given) === true) return value.evaluate();
        }
      }
      return otherwise.evaluate();
    };
  }
  const matches = function* (sought: Value, test: Comparison, given: Value) {
    if (of === undefined) return holds(given);
    const large = isLarge(sought) && isLarge(given);
    return (large ? yield* test.inTurns(sought, given, run.budget) : test.atOnce(sought, given)) === true;
  };
  return asStep(run, steps, function* () {
    const sought = of?.() ?? null;
    for (const { tests, value } of branches) {
      for (const { test, operand } of tests) {
        if (yield* matches(sought, test, yield* evaluateAll(run, operand))) return yield* evaluateAll(run, value);
      }
    }
    return yield* evaluateAll(run, otherwise);
  });
}
