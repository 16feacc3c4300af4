import { CypherError } from '../error.ts';
import { finish, type Looping } from '../pace.ts';
import { createFiling } from '../values/key.ts';
import { isLarge } from '../values/large.ts';
import { checkedInteger } from '../values/number.ts';
import { compareOrder, compareOrderInTurns } from '../values/order.ts';
import { isTemporal, kindOf, type Temporal, type Value } from '../values/value.ts';
import { weigh } from '../values/weigh.ts';
import type { Aggregation } from './aggregate.ts';
import { longestList } from './budget.ts';
import type { Compiled } from './expression.ts';
import { type Compare, mergeSort } from './merge-sort.ts';
import { createRows, type Rows } from './rows.ts';
import type { Run } from './run.ts';
import { createWideMap, type WideMap } from './wide-map.ts';

/** How a function gathers: what it begins with, what a value makes of it, and what comes out. */
export interface Aggregator<State = unknown> {
  start(): State;
  add(state: State, value: Value): State;
  /** The same for large values, where looking into them takes long. */
  readonly addInTurns?: (state: State, value: Value) => Looping<State>;
  result(state: State): Value | Looping<Value>;
}

export function aggregatorOf(run: Run, { name, distinct, args }: Aggregation): Aggregator {
  const inner = makers[name]!(run, args) as Aggregator;
  if (!distinct) return inner;
  const filing = createFiling(run.budget, run.budget.hold);
  const addNew = (state: Distinct, key: unknown): boolean => {
    if (state.seen.get(key) === true) return false;
    state.seen.set(key, true);
    run.budget.hold(48);
    return true;
  };
  const addInTurns = function* (state: Distinct, value: Value): Looping<Distinct> {
    if (!addNew(state, yield* filing.inTurns([value]))) return state;
    state.inner =
      isLarge(value) && inner.addInTurns !== undefined
        ? yield* inner.addInTurns(state.inner, value)
        : inner.add(state.inner, value);
    return state;
  };
  const each: Aggregator<Distinct> = {
    start: () => ({ seen: createWideMap(run.budget), inner: inner.start() }),
    add(state, value) {
      if (value === null) return state;
      const key = filing.atOnce(value);
      if (key === undefined) return finish(addInTurns(state, value));
      if (addNew(state, key)) state.inner = inner.add(state.inner, value);
      return state;
    },
    addInTurns,
    result: (state) => inner.result(state.inner),
  };
  return each as Aggregator;
}

interface Distinct {
  readonly seen: WideMap<true>;
  inner: unknown;
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
  min: (run) => extreme(run, -1),
  max: (run) => extreme(run, 1),
  collect: ({ budget }) =>
    aggregator<Value[]>({
      start: () => [],
      add(list, value) {
        if (value === null) return list;
        if (list.length >= longestList) {
          throw new CypherError('LimitExceeded', 'ListTooLong', `A list may have ${longestList} elements`);
        }
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

function extreme({ budget }: Run, sign: number): Aggregator<Value> {
  return {
    start: () => null,
    add: (best, value) => (value !== null && (best === null || compareOrder(value, best) * sign > 0) ? value : best),
    *addInTurns(best, value) {
      return best === null || (yield* compareOrderInTurns(value, best, budget)) * sign > 0 ? value : best;
    },
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

const compareNumbers = (a: bigint | number, b: bigint | number): number => (a < b ? -1 : a > b ? 1 : 0);
const byNumber: Compare<bigint | number> = {
  atOnce: compareNumbers,
  // biome-ignore lint/correctness/useYield: numbers are never large
  *inTurns(a, b) {
    return compareNumbers(a, b);
  },
};

function percentile(
  run: Run,
  args: readonly Compiled[],
  name: string,
  between: boolean,
): Aggregator<{ readonly numbers: Rows<bigint | number>; at: number | undefined }> {
  return {
    start: () => ({ numbers: createRows(), at: undefined }),
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
      const sorted = yield* mergeSort(run.budget, numbers, byNumber, false);
      if (!between) return sorted.at(Math.max(0, Math.ceil(at * sorted.length) - 1));
      const place = at * (sorted.length - 1);
      if (Number.isInteger(place)) return sorted.at(place);
      const low = Number(sorted.at(Math.floor(place)));
      const high = Number(sorted.at(Math.ceil(place)));
      return low + (high - low) * (place - Math.floor(place));
    },
  };
}
