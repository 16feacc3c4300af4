import type { Expression } from '../ast.ts';
import { equals } from '../values/equality.ts';
import type { Value } from '../values/value.ts';
import { comparison } from './comparison.ts';
import type { Looping } from './cursor.ts';
import { compile, compileInto, type Evaluate, evaluateAll, holds, type Step, truth } from './expression.ts';
import type { Run } from './run.ts';

type Part = { readonly steps: readonly Step[]; readonly evaluate: Evaluate };

export function compileParts(run: Run, expressions: readonly Expression[]): { parts: readonly Part[]; loops: boolean } {
  const parts = expressions.map((one) => compile(run, one));
  return { parts, loops: parts.some((part) => part.steps.length > 0) };
}

/** Makes a loop of its own of an expression whose parts are computed only when needed. */
export function asStep(run: Run, steps: Step[], loop: () => Looping<Value>): Evaluate {
  const { frame } = run;
  const slot = run.slot();
  steps.push({ slot, run: loop });
  return () => frame[slot]!;
}

export function compileLogical(
  run: Run,
  expression: Extract<Expression, { kind: 'logical' }>,
  steps: Step[],
): Evaluate {
  const { operator } = expression;
  if (operator === 'xor') {
    const all = expression.operands.map((one) => compileInto(run, one, steps));
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
  const { parts, loops } = compileParts(run, expression.operands);
  const decides = operator === 'or';
  if (!loops) {
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

type Test = { readonly part: Part; readonly compare: ((a: Value, b: Value) => boolean | null) | undefined };

export function compileCase(run: Run, expression: Extract<Expression, { kind: 'case' }>, steps: Step[]): Evaluate {
  const subject = expression.subject === undefined ? undefined : compileInto(run, expression.subject, steps);
  const branches = expression.branches.map(({ tests, value }) => ({
    tests: tests.map(({ operator, operand }): Test => {
      const compare = operator === undefined ? undefined : comparison(operator);
      return { part: compile(run, operand), compare };
    }),
    value: compile(run, value),
  }));
  const { otherwise: fallback } = expression;
  const otherwise = fallback === undefined ? { steps: [], evaluate: () => null } : compile(run, fallback);
  const matches = (of: Value, { compare }: Test, operand: Value): boolean => {
    if (subject === undefined) return holds(operand);
    if (compare !== undefined) return compare(of, operand) === true;
    return of !== null && operand !== null && equals(of, operand) === true;
  };
  const parts = branches.flatMap(({ tests, value }) => [...tests.map((test) => test.part), value]);
  if ([...parts, otherwise].every((part) => part.steps.length === 0)) {
    return () => {
      const of = subject === undefined ? null : subject();
      for (const { tests, value } of branches) {
        for (const test of tests) if (matches(of, test, test.part.evaluate())) return value.evaluate();
      }
      return otherwise.evaluate();
    };
  }
  return asStep(run, steps, function* () {
    const of = subject === undefined ? null : subject();
    for (const { tests, value } of branches) {
      for (const test of tests) {
        if (matches(of, test, yield* evaluateAll(run, test.part))) return yield* evaluateAll(run, value);
      }
    }
    return yield* evaluateAll(run, otherwise);
  });
}
