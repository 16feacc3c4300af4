import type { Expression } from '../ast.ts';
import { equals } from '../values/equality.ts';
import type { Value } from '../values/value.ts';
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
  const { parts, loops } = compileParts(run, expression.operands);
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

export function compileCase(run: Run, expression: Extract<Expression, { kind: 'case' }>, steps: Step[]): Evaluate {
  const subject = expression.subject === undefined ? undefined : compileInto(run, expression.subject, steps);
  const whens = compileParts(
    run,
    expression.branches.map((branch) => branch.when),
  );
  const thens = compileParts(
    run,
    expression.branches.map((branch) => branch.value),
  );
  const otherwise =
    expression.otherwise === undefined ? { steps: [], evaluate: () => null } : compile(run, expression.otherwise);
  const matches = (when: Value): boolean => {
    if (subject === undefined) return holds(when);
    const value = subject();
    return value !== null && when !== null && equals(value, when) === true;
  };
  if (!whens.loops && !thens.loops && otherwise.steps.length === 0) {
    return () => {
      for (let i = 0; i < whens.parts.length; i++) {
        if (matches(whens.parts[i]!.evaluate())) return thens.parts[i]!.evaluate();
      }
      return otherwise.evaluate();
    };
  }
  return asStep(run, steps, function* () {
    for (const [i, when] of whens.parts.entries()) {
      if (matches(yield* evaluateAll(run, when))) return yield* evaluateAll(run, thens.parts[i]!);
    }
    return yield* evaluateAll(run, otherwise);
  });
}
