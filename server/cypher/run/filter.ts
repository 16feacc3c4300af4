import type { Expression } from '../ast.ts';
import type { Looping } from '../pace.ts';
import { type Cursor, PAUSE, ROW } from './cursor.ts';
import { type Compiled, compile, holds } from './expression.ts';
import type { Run } from './run.ts';
import { begin, type Step } from './step.ts';

/** Lets through the rows for which the condition holds. */
export function filter(run: Run, source: Cursor, condition: Compiled): Cursor {
  const { budget } = run;
  const { evaluate } = condition;
  const prepared = prepare(run, source, [condition]);
  return {
    next() {
      for (;;) {
        const signal = prepared.next();
        if (signal !== ROW) return signal;
        if (holds(evaluate())) return ROW;
        if (--budget.ticks < 0 && budget.due()) return PAUSE;
      }
    },
  };
}

/** Takes the steps several expressions need, for each row, before they are computed. */
export function prepare(run: Run, source: Cursor, all: readonly Compiled[]): Cursor {
  const steps = all.flatMap((one) => one.steps);
  return steps.length === 0 ? source : prepared(run, source, steps);
}

function prepared(run: Run, source: Cursor, steps: readonly Step[]): Cursor {
  let loop: Looping<void> | undefined;
  return {
    next() {
      if (loop === undefined) {
        const signal = source.next();
        if (signal !== ROW) return signal;
        loop = begin(run, steps);
      }
      if (loop !== undefined) {
        if (loop.next().done !== true) return PAUSE;
        loop = undefined;
      }
      return ROW;
    },
  };
}

/** Computes several expressions once, then opens the cursor that needs their values. */
export function afterwards(run: Run, all: readonly Compiled[], open: () => Cursor): Cursor {
  const steps = all.flatMap((one) => one.steps);
  if (steps.length === 0) return open();
  let cursor: Cursor | undefined;
  let loop: Looping<void> | undefined;
  return {
    next() {
      if (cursor === undefined) {
        loop ??= begin(run, steps);
        if (loop !== undefined && loop.next().done !== true) return PAUSE;
        cursor = open();
      }
      return cursor.next();
    },
  };
}

export function compileAll(run: Run, expressions: readonly Expression[]): readonly Compiled[] {
  return expressions.map((one) => compile(run, one));
}
