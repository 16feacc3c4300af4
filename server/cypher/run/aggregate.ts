import { CypherError } from '../error.ts';
import { groupKey, groupKeyOf } from '../values/key.ts';
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

/** What a group has gathered so far. */
interface State {
  add(value: Value): void;
  result(): Value | Generator<undefined, Value, undefined>;
}

export interface GroupKey {
  readonly value: Compiled;
  readonly slot: number;
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
  readonly states: readonly State[];
}

function* aggregating(
  run: Run,
  source: Cursor,
  keys: readonly GroupKey[],
  aggregations: readonly Aggregation[],
): Generator<1 | 2, void, undefined> {
  const { frame, budget } = run;
  const groups = new Map<unknown, Group>();
  const start = budget.held;
  const open = (values: readonly Value[]): Group => ({
    keys: values,
    states: aggregations.map((one) => createState(run, one)),
  });
  const evaluators = keys.map((key) => key.value.evaluate);
  const args = aggregations.map((one) => one.args[0]?.evaluate);
  const only = keys.length === 0 ? open([]) : undefined;
  if (only !== undefined) groups.set(null, only);
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
      const values = evaluators.length === 1 ? [evaluators[0]!()] : evaluators.map((one) => one());
      const key = evaluators.length === 1 ? groupKey(values[0]!) : groupKeyOf(values);
      group = groups.get(key);
      if (group === undefined) {
        group = open(values);
        groups.set(key, group);
        budget.hold(160 + values.reduce<number>((sum, one) => sum + weigh(one), 0));
      }
    }
    for (let i = 0; i < args.length; i++) {
      const arg = args[i];
      group.states[i]!.add(arg === undefined ? true : arg());
    }
  }
  for (const group of groups.values()) {
    for (const [i, state] of group.states.entries()) {
      const result = state.result();
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

function createState(run: Run, { name, distinct, args }: Aggregation): State {
  const inner = states[name]!(run, args);
  if (!distinct) return inner;
  const seen = new Set<unknown>();
  return {
    add(value) {
      if (value === null) return;
      const key = groupKey(value);
      if (seen.has(key)) return;
      seen.add(key);
      run.budget.hold(48);
      inner.add(value);
    },
    result: inner.result,
  };
}

function numberOf(name: string, value: Value): bigint | number {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  throw new CypherError('TypeError', 'InvalidArgumentValue', `${name}(…) takes numbers, not ${kindOf(value)}`);
}

const states: Readonly<Record<string, (run: Run, args: readonly Compiled[]) => State>> = {
  'count(*)': () => {
    let count = 0;
    return {
      add() {
        count++;
      },
      result: () => BigInt(count),
    };
  },
  count: () => {
    let count = 0;
    return {
      add(value) {
        if (value !== null) count++;
      },
      result: () => BigInt(count),
    };
  },
  sum: () => {
    let whole = 0n;
    let small = 0;
    let float: number | undefined;
    let duration: Temporal | undefined;
    return {
      add(value) {
        if (value === null) return;
        if (typeof value === 'bigint') {
          if (float !== undefined) float += Number(value);
          else if (value < 1_000_000_000n && value > -1_000_000_000n && small < 1e15 && small > -1e15)
            small += Number(value);
          else whole = checkedInteger(whole + value);
        } else if (isTemporal(value) && value.kind === 'duration') duration = duration?.plus(value) ?? value;
        else float = (float ?? Number(whole + BigInt(small))) + Number(numberOf('sum', value));
      },
      result: () => duration ?? float ?? checkedInteger(whole + BigInt(small)),
    };
  },
  avg: () => {
    let count = 0;
    let mean = 0;
    let duration: Temporal | undefined;
    return {
      add(value) {
        if (value === null) return;
        count++;
        if (isTemporal(value) && value.kind === 'duration') duration = duration?.plus(value) ?? value;
        else mean += (Number(numberOf('avg', value)) - mean) / count;
      },
      result: () => (count === 0 ? null : (duration?.times(1, count) ?? mean)),
    };
  },
  min: () => extreme(-1),
  max: () => extreme(1),
  collect: (run) => {
    const list: Value[] = [];
    return {
      add(value) {
        if (value === null) return;
        list.push(value);
        run.budget.hold(8 + weigh(value));
      },
      result: () => list,
    };
  },
  stdev: () => deviation('stDev', 1),
  stdevp: () => deviation('stDevP', 0),
  percentilecont: (run, args) => percentile(run, args, 'percentileCont', true),
  percentiledisc: (run, args) => percentile(run, args, 'percentileDisc', false),
};

function extreme(sign: number): State {
  let best: Value = null;
  return {
    add(value) {
      if (value !== null && (best === null || compareOrder(value, best) * sign > 0)) best = value;
    },
    result: () => best,
  };
}

/** Welford's running variance. */
function deviation(name: string, less: number): State {
  let count = 0;
  let mean = 0;
  let squares = 0;
  return {
    add(value) {
      if (value === null) return;
      const number = Number(numberOf(name, value));
      count++;
      const before = number - mean;
      mean += before / count;
      squares += before * (number - mean);
    },
    result: () => (count <= less ? 0 : Math.sqrt(squares / (count - less))),
  };
}

function percentile(run: Run, args: readonly Compiled[], name: string, between: boolean): State {
  const numbers: (bigint | number)[] = [];
  let at: number | undefined;
  return {
    add(value) {
      if (at === undefined) {
        at = Number(numberOf(name, args[1]!.evaluate()));
        if (!(at >= 0 && at <= 1)) {
          throw new CypherError(
            'ArgumentError',
            'NumberOutOfRange',
            `The percentile of ${name}(…) lies between 0.0 and 1.0`,
          );
        }
      }
      if (value === null) return;
      numbers.push(numberOf(name, value));
      run.budget.hold(16);
    },
    *result() {
      if (numbers.length === 0 || at === undefined) return null;
      const sorted = yield* mergeSort(run, numbers, (a, b) => (a < b ? -1 : a > b ? 1 : 0));
      if (!between) return sorted[Math.max(0, Math.ceil(at * sorted.length) - 1)]!;
      const place = at * (sorted.length - 1);
      const low = Number(sorted[Math.floor(place)]!);
      const high = Number(sorted[Math.ceil(place)]!);
      return low + (high - low) * (place - Math.floor(place));
    },
  };
}
