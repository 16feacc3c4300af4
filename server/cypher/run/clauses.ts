import type { Expression } from '../ast.ts';
import { rangeBounds } from '../functions/list.ts';
import { type Operator, over } from '../plan/operator.ts';
import type { Procedure } from '../procedures.ts';
import { isList, type Value } from '../values/value.ts';
import { type Cursor, DONE, fromGenerator, PAUSE, ROW } from './cursor.ts';
import { type Compiled, compile } from './expression.ts';
import { compileAll, prepare } from './filter.ts';
import type { Run } from './run.ts';

/** For each row, the rows of a pattern; where there is none, one row with nulls. */
export function optional(run: Run, source: Cursor, open: () => Cursor, slots: readonly number[]): Cursor {
  const { frame } = run;
  let inner: Cursor | undefined;
  let found = false;
  return {
    next() {
      for (;;) {
        if (inner === undefined) {
          const signal = source.next();
          if (signal !== ROW) return signal;
          inner = open();
          found = false;
        }
        const signal = inner.next();
        if (signal === PAUSE) return PAUSE;
        if (signal === ROW) {
          found = true;
          return ROW;
        }
        inner = undefined;
        if (!found) {
          for (const slot of slots) frame[slot] = null;
          return ROW;
        }
      }
    },
  };
}

/** For each row, the rows of a subquery; one that returns nothing is run for what it does. */
export function apply(
  source: Cursor,
  open: () => Cursor,
  how: { readonly unit: boolean; readonly optional: boolean; readonly columns: readonly number[]; readonly run: Run },
): Cursor {
  if (how.optional && !how.unit) return optional(how.run, source, open, how.columns);
  let inner: Cursor | undefined;
  return {
    next() {
      for (;;) {
        if (inner === undefined) {
          const signal = source.next();
          if (signal !== ROW) return signal;
          inner = open();
        }
        const signal = inner.next();
        if (signal === PAUSE) return PAUSE;
        if (signal === DONE) {
          inner = undefined;
          if (how.unit) return ROW;
        } else if (!how.unit) return ROW;
      }
    },
  };
}

/** One cursor after the other. */
export function concat(parts: readonly (() => Cursor)[]): Cursor {
  let at = 0;
  let current: Cursor | undefined;
  return {
    next() {
      for (;;) {
        if (current === undefined) {
          const open = parts[at++];
          if (open === undefined) return DONE;
          current = open();
        }
        const signal = current.next();
        if (signal !== DONE) return signal;
        current = undefined;
      }
    },
  };
}

/** For each row, each element of a list; a range is counted, not made. */
export function unwind(run: Run, plan: Operator, expression: Expression, slot: number): Operator {
  const { frame, budget } = run;
  if (expression.kind === 'call' && expression.name.toLowerCase() === 'range') {
    const args = compileAll(run, expression.args);
    return over(plan, 'Unwind', 'range', plan.estimate * 10, (source) =>
      countUp(run, prepare(run, source, args), args, slot),
    );
  }
  const compiled = compile(run, expression);
  return over(plan, 'Unwind', '', plan.estimate * 10, (input) => {
    const source = prepare(run, input, [compiled]);
    let list: readonly Value[] = [];
    let at = 0;
    return {
      next() {
        for (;;) {
          if (at < list.length) {
            frame[slot] = list[at++]!;
            return ROW;
          }
          const signal = source.next();
          if (signal !== ROW) return signal;
          if (--budget.ticks < 0 && budget.due()) {
            // The row in hand is unwound after the pause.
            list = elements(compiled.evaluate());
            at = 0;
            return PAUSE;
          }
          list = elements(compiled.evaluate());
          at = 0;
        }
      },
    };
  });
}

function elements(value: Value): readonly Value[] {
  if (value === null) return [];
  return isList(value) ? value : [value];
}

function countUp(run: Run, source: Cursor, args: readonly Compiled[], slot: number): Cursor {
  const { frame } = run;
  let left = 0;
  let value = 0n;
  let step = 1n;
  return {
    next() {
      for (;;) {
        if (left > 0) {
          left--;
          frame[slot] = value;
          value += step;
          return ROW;
        }
        const signal = source.next();
        if (signal !== ROW) return signal;
        const bounds = rangeBounds(args.map((arg) => arg.evaluate()));
        if (bounds === null) continue;
        left = bounds.length;
        value = bounds.from;
        step = bounds.step;
      }
    },
  };
}

/** For each row, the rows of a procedure. */
export function callProcedure(
  run: Run,
  source: Cursor,
  procedure: Procedure,
  args: readonly Compiled[],
  outputs: readonly { readonly index: number; readonly slot: number }[],
  keepsRow: boolean,
  isOptional: boolean,
): Cursor {
  const { frame, budget } = run;
  return fromGenerator(
    (function* () {
      for (;;) {
        const signal = source.next();
        if (signal === DONE) return;
        if (signal === PAUSE) {
          yield PAUSE;
          continue;
        }
        const values = args.map((arg, i) => procedure.inputs[i]!.convert(arg.evaluate()));
        let found = false;
        for (const row of procedure.rows(values, run.drawing)) {
          if (--budget.ticks < 0 && budget.due()) yield PAUSE;
          if (keepsRow || row.length === 0) continue;
          for (const { index, slot } of outputs) frame[slot] = row[index]!;
          found = true;
          yield ROW;
        }
        if (keepsRow) yield ROW;
        else if (!found && isOptional) {
          for (const { slot } of outputs) frame[slot] = null;
          yield ROW;
        }
      }
    })(),
  );
}
