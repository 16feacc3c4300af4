import type { Expression } from '../ast.ts';
import type { FunctionDefinition } from '../functions/define.ts';
import { findFunction } from '../functions/find.ts';
import { asStep, compileParts } from './conditional.ts';
import { compileInto, type Evaluate, evaluateAll, placed, placedLoop, type Step } from './expression.ts';
import { compileLoop } from './loops.ts';
import type { Run } from './run.ts';

export function compileCall(run: Run, expression: Extract<Expression, { kind: 'call' }>, steps: Step[]): Evaluate {
  const known = findFunction(expression.name)!;
  if (known.name === 'range') {
    const { slot, run: loop } = compileLoop(run, expression, steps);
    steps.push({ slot, run: () => placedLoop(loop(), expression.start) });
    const { frame } = run;
    return () => frame[slot]!;
  }
  if (known.name === 'coalesce') {
    const { parts, loops } = compileParts(run, expression.args);
    if (loops) {
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
  const args = expression.args.map((arg) => compileInto(run, arg, steps));
  return placed(applied(run, known, args), expression.start);
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
