import { createFiling } from '../values/key.ts';
import { isLarge } from '../values/large.ts';
import type { Value } from '../values/value.ts';
import { weigh } from '../values/weigh.ts';
import { aggregatorOf } from './aggregators.ts';
import { type Cursor, DONE, fromGenerator, PAUSE, paused, ROW } from './cursor.ts';
import type { Compiled } from './expression.ts';
import { createRows, type Rows } from './rows.ts';
import type { Run } from './run.ts';
import { createWideMap, type WideMap } from './wide-map.ts';

/** A function that makes one value of the rows of a group. */
export interface Aggregation {
  /** Lower case; `count(*)` for rows. */
  readonly name: string;
  readonly distinct: boolean;
  readonly args: readonly Compiled[];
  readonly slot: number;
}

export interface GroupKey {
  readonly value: Compiled;
  readonly slot: number;
  /** The key without its value, where the graph holds it as it is. */
  readonly shortcut: (() => unknown) | undefined;
}

/** Groups rows by keys and aggregates each group; without keys there is one group, even of no rows. */
export function aggregate(
  run: Run,
  source: Cursor,
  keys: readonly GroupKey[],
  aggregations: readonly Aggregation[],
): Cursor {
  return fromGenerator(aggregating(run, source, keys, aggregations));
}

interface Group {
  readonly keys: readonly Value[];
  readonly states: unknown[];
}

function* aggregating(
  run: Run,
  source: Cursor,
  keys: readonly GroupKey[],
  aggregations: readonly Aggregation[],
): Generator<1 | 2, void, undefined> {
  const { frame, budget } = run;
  const groups = createWideMap<unknown>(budget);
  const all: Rows<Group> = createRows();
  const start = budget.held;
  const aggregators = aggregations.map((one) => aggregatorOf(run, one));
  const open = (values: readonly Value[]): Group => {
    const group = { keys: values, states: aggregators.map((one) => one.start()) };
    all.push(group);
    return group;
  };
  const evaluators = keys.map((key) => key.value.evaluate);
  const last = keys.length - 1;
  const filing = createFiling(budget, budget.hold);
  const keyOf = keys.map(
    ({ shortcut, value }) =>
      () =>
        shortcut?.() ?? filing.atOnce(value.evaluate()),
  );
  const args = aggregations.map((one) => one.args[0]?.evaluate);
  const only = keys.length === 0 ? open([]) : undefined;
  for (;;) {
    const signal = source.next();
    if (signal === DONE) break;
    if (signal === PAUSE) {
      yield PAUSE;
      continue;
    }
    if (--budget.ticks < 0 && budget.due()) yield PAUSE;
    let group = only;
    if (group === undefined) {
      // A map of maps, one level a key: faster than one map of joined keys.
      let level = groups;
      for (let i = 0; i < last; i++) {
        let key = keyOf[i]!();
        if (key === undefined) key = yield* paused(filing.inTurns([evaluators[i]!()]));
        let next = level.get(key) as WideMap<unknown> | undefined;
        if (next === undefined) {
          next = createWideMap(budget);
          level.set(key, next);
        }
        level = next;
      }
      let key = keyOf[last]!();
      if (key === undefined) key = yield* paused(filing.inTurns([evaluators[last]!()]));
      group = level.get(key) as Group | undefined;
      if (group === undefined) {
        const values = evaluators.map((one) => one());
        group = open(values);
        level.set(key, group);
        budget.hold(160 + values.reduce<number>((sum, one) => sum + weigh(one), 0));
      }
    }
    for (let i = 0; i < args.length; i++) {
      const value = args[i]?.() ?? null;
      const { addInTurns } = aggregators[i]!;
      group.states[i] =
        addInTurns !== undefined && isLarge(value)
          ? yield* paused(addInTurns(group.states[i], value))
          : aggregators[i]!.add(group.states[i], value);
    }
  }
  for (const group of all) {
    for (let i = 0; i < aggregators.length; i++) {
      const result = aggregators[i]!.result(group.states[i]);
      frame[aggregations[i]!.slot] =
        typeof result === 'object' && result !== null && 'next' in result ? yield* paused(result) : result;
    }
    for (const [i, key] of keys.entries()) frame[key.slot] = group.keys[i]!;
    yield ROW;
  }
  budget.release(Math.max(budget.held - start, 0));
}
