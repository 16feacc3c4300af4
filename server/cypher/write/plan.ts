import type { Binding, Clause, Foreach } from '../ast.ts';
import type { Writing } from '../engine.ts';
import { CypherError } from '../error.ts';
import type { Looping } from '../pace.ts';
import { type Operator, over, start } from '../plan/operator.ts';
import type { WritePlanner } from '../plan/query.ts';
import { type Cursor, DONE, fromGenerator, PAUSE, paused, ROW } from '../run/cursor.ts';
import { compile, evaluateAll } from '../run/expression.ts';
import type { Run } from '../run/run.ts';
import { isList, kindOf, type Value } from '../values/value.ts';
import { weigh } from '../values/weigh.ts';
import { createAll } from './create.ts';
import { remove } from './delete.ts';
import { createEdit, type Edit } from './edit.ts';
import { merge } from './merge.ts';
import { removeAll, setAll } from './set.ts';

/** Does something for one row. */
export type Act = () => Looping<void>;

/** Something that needs no waiting. */
export function atOnce<T>(work: () => T): () => Looping<T> {
  // biome-ignore lint/correctness/useYield: there is nothing to wait for
  return function* () {
    return work();
  };
}

/** The writing module, to be given to an engine. */
export const writing: Writing = {
  planner(drawing, counters) {
    const edit = createEdit(drawing, counters);
    const planner: WritePlanner = {
      undo: () => edit.undo(),
      plan(run, clause, source, visible) {
        const before = visible.map((one) => one.slot);
        const added = 'introduced' in clause ? clause.introduced.map((one) => one.slot) : [];
        const name = clause.kind[0]!.toUpperCase() + clause.kind.slice(1);
        const input = over(source, 'Eager', '', source.estimate, (cursor) => eager(run, cursor, before));
        const written = over(input, name, '', source.estimate, (cursor) =>
          act(run, cursor, clause, edit, planner, visible),
        );
        return over(written, 'Eager', '', source.estimate, (cursor) => eager(run, cursor, [...before, ...added]));
      },
    };
    return planner;
  },
};

/** Takes in all rows before it gives the first. */
function eager(run: Run, source: Cursor, slots: readonly number[]): Cursor {
  const { frame, budget } = run;
  return fromGenerator(
    (function* () {
      const rows: (readonly Value[])[] = [];
      for (let signal = source.next(); signal !== DONE; signal = source.next()) {
        if (signal === PAUSE) {
          yield PAUSE;
          continue;
        }
        if (--budget.ticks < 0 && budget.due()) yield PAUSE;
        const row = slots.map((slot) => frame[slot]!);
        budget.hold(row.reduce<number>((sum, one) => sum + weigh(one), 32));
        rows.push(row);
      }
      for (const row of rows) {
        for (let i = 0; i < slots.length; i++) frame[slots[i]!] = row[i]!;
        yield ROW;
      }
    })(),
  );
}

function act(
  run: Run,
  source: Cursor,
  clause: Clause,
  edit: Edit,
  planner: WritePlanner,
  visible: readonly Binding[],
): Cursor {
  if (clause.kind === 'merge') return merge(run, source, clause, edit);
  if (clause.kind === 'delete') return remove(run, source, clause, edit);
  const each = actFor(run, clause, edit, planner, visible);
  return fromGenerator(
    (function* () {
      for (let signal = source.next(); signal !== DONE; signal = source.next()) {
        if (signal === ROW) {
          yield* paused(each());
        }
        yield signal;
      }
    })(),
  );
}

function actFor(run: Run, clause: Clause, edit: Edit, planner: WritePlanner, visible: readonly Binding[]): Act {
  switch (clause.kind) {
    case 'create':
      return createAll(run, clause, edit);
    case 'set':
      return setAll(run, clause.items, edit);
    case 'remove':
      return removeAll(run, clause, edit);
    case 'foreach':
      return forEach(run, clause, planner, visible);
    default:
      throw new Error(`${clause.kind} does not write`);
  }
}

function forEach(run: Run, clause: Foreach, planner: WritePlanner, visible: readonly Binding[]): Act {
  const list = compile(run, clause.list);
  const { slot } = clause.variable.binding!;
  const seen = [...visible, clause.variable.binding!];
  let plan: Operator = start();
  for (const one of clause.clauses) {
    plan = planner.plan(run, one, plan, seen);
    if ('introduced' in one) seen.push(...one.introduced);
  }
  return function* () {
    const elements = yield* evaluateAll(run, list);
    if (elements === null) return;
    if (!isList(elements))
      throw new CypherError('TypeError', 'InvalidArgumentType', `FOREACH takes a list, not ${kindOf(elements)}`);
    for (const element of elements) {
      run.frame[slot] = element;
      const cursor = plan.open();
      for (let signal = cursor.next(); signal !== DONE; signal = cursor.next()) if (signal === PAUSE) yield;
    }
  };
}
