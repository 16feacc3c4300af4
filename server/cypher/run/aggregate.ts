import { CypherError } from '../error.ts';
import { groupKey } from '../values/key.ts';
import { checkedInteger } from '../values/number.ts';
import { compareOrder } from '../values/order.ts';
import { isTemporal, kindOf, type Temporal, type Value } from '../values/value.ts';
import { weigh } from '../values/weigh.ts';
import { type Cursor, DONE, fromGenerator, PAUSE, ROW } from './cursor.ts';
import type { Compiled } from './expression.ts';
import type { Run } from './run.ts';
import { mergeSort } from './sort.ts';

/** A function that makes one value of the rows of a group. */
export interface Aggregation {
  /** Lower case; `count(*)` for rows. */
  readonly name: string;
  readonly distinct: boolean;
  readonly args: readonly Compiled[];
  readonly slot: number;
}

/** How a function gathers: what it begins with, what a value makes of it, and what comes out. */
interface Aggregator<State = unknown> {
  start(): State;
  add(state: State, value: Value): State;
  result(state: State): Value | Generator<undefined, Value, undefined>;
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
  const groups = new Map<unknown, unknown>();
  const all: Group[] = [];
  const start = budget.held;
  const aggregators = aggregations.map((one) => aggregatorOf(run, one));
  const open = (values: readonly Value[]): Group => ({
    keys: values,
    states: aggregators.map((one) => one.start()),
  });
  const evaluators = keys.map((key) => key.value.evaluate);
  const last = keys.length - 1;
  const keyOf = keys.map(
    ({ shortcut, value }) =>
      () =>
        shortcut?.() ?? groupKey(value.evaluate()),
  );
  const args = aggregations.map((one) => one.args[0]?.evaluate);
  const only = keys.length === 0 ? open([]) : undefined;
  if (only !== undefined) all.push(only);
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
        const key = keyOf[i]!();
        let next = level.get(key) as Map<unknown, unknown> | undefined;
        if (next === undefined) {
          next = new Map();
          level.set(key, next);
        }
        level = next;
      }
      const key = keyOf[last]!();
      group = level.get(key) as Group | undefined;
      if (group === undefined) {
        const values = evaluators.map((one) => one());
        group = open(values);
        level.set(key, group);
        all.push(group);
        budget.hold(160 + values.reduce<number>((sum, one) => sum + weigh(one), 0));
      }
    }
    for (let i = 0; i < args.length; i++) {
      const arg = args[i];
      group.states[i] = aggregators[i]!.add(group.states[i], arg === undefined ? true : arg());
    }
  }
  for (const group of all) {
    for (const [i, state] of group.states.entries()) {
      const result = aggregators[i]!.result(state);
      if (typeof result === 'object' && result !== null && 'next' in result) {
        let step = result.next();
        for (; step.done !== true; step = result.next()) yield PAUSE;
        frame[aggregations[i]!.slot] = step.value;
      } else frame[aggregations[i]!.slot] = result;
    }
    for (const [i, key] of keys.entries()) frame[key.slot] = group.keys[i]!;
    yield ROW;
  }
  budget.release(Math.max(budget.held - start, 0));
}

function aggregatorOf(run: Run, { name, distinct, args }: Aggregation): Aggregator {
  const inner = makers[name]!(run, args) as Aggregator;
  if (!distinct) return inner;
  const each: Aggregator<{ readonly seen: Set<unknown>; state: unknown }> = {
    start: () => ({ seen: new Set(), state: inner.start() }),
    add(state, value) {
      if (value === null) return state;
      const key = groupKey(value);
      if (state.seen.has(key)) return state;
      state.seen.add(key);
      run.budget.hold(48);
      state.state = inner.add(state.state, value);
      return state;
    },
    result: (state) => inner.result(state.state),
  };
  return each as Aggregator;
}

function numberOf(name: string, value: Value): bigint | number {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  throw new CypherError('TypeError', 'InvalidArgumentValue', `${name}(…) takes numbers, not ${kindOf(value)}`);
}

function aggregator<State>(of: Aggregator<State>): Aggregator<State> {
  return of;
}

const makers: Readonly<Record<string, (run: Run, args: readonly Compiled[]) => unknown>> = {
  'count(*)': () => aggregator<number>({ start: () => 0, add: (count) => count + 1, result: (count) => BigInt(count) }),
  count: () =>
    aggregator<number>({
      start: () => 0,
      add: (count, value) => (value === null ? count : count + 1),
      result: (count) => BigInt(count),
    }),
  sum: () => sum,
  avg: () => average,
  min: () => extreme(-1),
  max: () => extreme(1),
  collect: ({ budget }) =>
    aggregator<Value[]>({
      start: () => [],
      add(list, value) {
        if (value === null) return list;
        list.push(value);
        budget.hold(8 + weigh(value));
        return list;
      },
      result: (list) => list,
    }),
  stdev: () => deviation('stDev', 1),
  stdevp: () => deviation('stDevP', 0),
  percentilecont: (run, args) => percentile(run, args, 'percentileCont', true),
  percentiledisc: (run, args) => percentile(run, args, 'percentileDisc', false),
};

interface Sum {
  whole: bigint;
  /** What is small is added as a number, which is faster and just as exact. */
  small: number;
  float: number | undefined;
  duration: Temporal | undefined;
}

const sum = aggregator<Sum>({
  start: () => ({ whole: 0n, small: 0, float: undefined, duration: undefined }),
  add(state, value) {
    if (value === null) return state;
    if (typeof value === 'bigint') {
      if (state.float !== undefined) state.float += Number(value);
      else if (value < 1_000_000_000n && value > -1_000_000_000n && Math.abs(state.small) < 1e15) {
        state.small += Number(value);
      } else state.whole = checkedInteger(state.whole + value);
    } else if (isTemporal(value) && value.kind === 'duration') {
      state.duration = state.duration?.plus(value) ?? value;
    } else {
      const before = state.float ?? Number(state.whole + BigInt(state.small));
      state.float = before + Number(numberOf('sum', value));
    }
    return state;
  },
  result: ({ whole, small, float, duration }) => duration ?? float ?? checkedInteger(whole + BigInt(small)),
});

interface Mean {
  count: number;
  mean: number;
  duration: Temporal | undefined;
}

const average = aggregator<Mean>({
  start: () => ({ count: 0, mean: 0, duration: undefined }),
  add(state, value) {
    if (value === null) return state;
    state.count++;
    if (isTemporal(value) && value.kind === 'duration') state.duration = state.duration?.plus(value) ?? value;
    else state.mean += (Number(numberOf('avg', value)) - state.mean) / state.count;
    return state;
  },
  result: ({ count, mean, duration }) => (count === 0 ? null : (duration?.times(1, count) ?? mean)),
});

function extreme(sign: number): Aggregator<Value> {
  return {
    start: () => null,
    add: (best, value) => (value !== null && (best === null || compareOrder(value, best) * sign > 0) ? value : best),
    result: (best) => best,
  };
}

/** Welford's running variance. */
function deviation(name: string, less: number): Aggregator<{ count: number; mean: number; squares: number }> {
  return {
    start: () => ({ count: 0, mean: 0, squares: 0 }),
    add(state, value) {
      if (value === null) return state;
      const number = Number(numberOf(name, value));
      state.count++;
      const before = number - state.mean;
      state.mean += before / state.count;
      state.squares += before * (number - state.mean);
      return state;
    },
    result({ count, squares }) {
      if (count === 0) return null;
      return count < 2 ? 0 : Math.sqrt(squares / (count - less));
    },
  };
}

function percentile(
  run: Run,
  args: readonly Compiled[],
  name: string,
  between: boolean,
): Aggregator<{ readonly numbers: (bigint | number)[]; at: number | undefined }> {
  return {
    start: () => ({ numbers: [], at: undefined }),
    add(state, value) {
      if (state.at === undefined) {
        state.at = Number(numberOf(name, args[1]!.evaluate()));
        if (!(state.at >= 0 && state.at <= 1)) {
          const message = `The percentile of ${name}(…) lies between 0.0 and 1.0`;
          throw new CypherError('ArgumentError', 'NumberOutOfRange', message);
        }
      }
      if (value === null) return state;
      state.numbers.push(numberOf(name, value));
      run.budget.hold(16);
      return state;
    },
    *result({ numbers, at }) {
      if (numbers.length === 0 || at === undefined) return null;
      const sorted = yield* mergeSort(run, numbers, (a, b) => (a < b ? -1 : a > b ? 1 : 0));
      if (!between) return sorted[Math.max(0, Math.ceil(at * sorted.length) - 1)]!;
      const place = at * (sorted.length - 1);
      if (Number.isInteger(place)) return sorted[place]!;
      const low = Number(sorted[Math.floor(place)]!);
      const high = Number(sorted[Math.ceil(place)]!);
      return low + (high - low) * (place - Math.floor(place));
    },
  };
}
