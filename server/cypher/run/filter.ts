import type { Expression } from '../ast.ts';
import { type Cursor, DONE, fromGenerator, PAUSE, ROW } from './cursor.ts';
import { type Compiled, compile, evaluateAll, holds } from './expression.ts';
import type { Run } from './run.ts';

/** Lets through the rows for which the condition holds. */
export function filter(run: Run, source: Cursor, condition: Compiled): Cursor {
  const { budget } = run;
  const { evaluate } = condition;
  if (condition.steps.length > 0) {
    return fromGenerator(
      (function* () {
        for (;;) {
          const signal = source.next();
          if (signal === DONE) return;
          if (signal === PAUSE) yield PAUSE;
          else {
            const loop = evaluateAll(run, condition);
            let result = loop.next();
            for (; result.done !== true; result = loop.next()) yield PAUSE;
            if (holds(result.value)) yield ROW;
          }
        }
      })(),
    );
  }
  return {
    next() {
      for (;;) {
        const signal = source.next();
        if (signal !== ROW) return signal;
        if (holds(evaluate())) return ROW;
        if (--budget.ticks < 0 && budget.due()) return PAUSE;
      }
    },
  };
}

/** Runs the loops several expressions need, for each row, before they are computed. */
export function prepare(run: Run, source: Cursor, all: readonly Compiled[]): Cursor {
  const steps = all.flatMap((one) => one.steps);
  if (steps.length === 0) return source;
  return fromGenerator(
    (function* () {
      for (;;) {
        const signal = source.next();
        if (signal === DONE) return;
        if (signal === PAUSE) {
          yield PAUSE;
          continue;
        }
        for (const step of steps) {
          const loop = step.run();
          let result = loop.next();
          for (; result.done !== true; result = loop.next()) yield PAUSE;
          run.frame[step.slot] = result.value;
        }
        yield ROW;
      }
    })(),
  );
}

export function compileAll(run: Run, expressions: readonly Expression[]): readonly Compiled[] {
  return expressions.map((one) => compile(run, one));
}
