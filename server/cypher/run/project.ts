import type { Looping } from '../pace.ts';
import { createFiling } from '../values/key.ts';
import { type Cursor, DONE, PAUSE, ROW } from './cursor.ts';

import type { Run } from './run.ts';
import type { Evaluate } from './step.ts';
import { createWideMap } from './wide-map.ts';

/** Computes columns into their slots. */
export function project(run: Run, source: Cursor, values: readonly Evaluate[], slots: readonly number[]): Cursor {
  const { frame } = run;
  const count = values.length;
  return {
    next() {
      const signal = source.next();
      if (signal === ROW) for (let i = 0; i < count; i++) frame[slots[i]!] = values[i]!();
      return signal;
    },
  };
}

/** Lets each combination of values through once. */
export function distinct(run: Run, source: Cursor, slots: readonly number[]): Cursor {
  const { frame, budget } = run;
  const seen = createWideMap<true>(budget);
  const filing = createFiling(budget, budget.hold);
  let loop: Looping<unknown> | undefined;
  const isNew = (key: unknown): boolean => {
    if (seen.get(key) === true) return false;
    seen.set(key, true);
    budget.hold(typeof key === 'string' ? 64 + 2 * key.length : 48);
    return true;
  };
  return {
    next() {
      for (;;) {
        let key: unknown;
        if (loop === undefined) {
          const signal = source.next();
          if (signal !== ROW) return signal;
          const values = slots.map((slot) => frame[slot]!);
          key = filing.allAtOnce(values);
          if (key === undefined) loop = filing.inTurns(values);
        }
        if (loop !== undefined) {
          const step = loop.next();
          if (step.done !== true) return PAUSE;
          key = step.value;
          loop = undefined;
        }
        if (isNew(key)) return ROW;
        if (--budget.ticks < 0 && budget.due()) return PAUSE;
      }
    },
  };
}

export function skip({ budget }: Run, source: Cursor, count: number): Cursor {
  let left = count;
  return {
    next() {
      for (;;) {
        const signal = source.next();
        if (signal !== ROW || left === 0) return signal;
        left--;
        if (--budget.ticks < 0 && budget.due()) return PAUSE;
      }
    },
  };
}

/** Stops asking once it has enough. */
export function limit(source: Cursor, count: number, asksOnce: boolean): Cursor {
  let left = count;
  let asked = false;
  return {
    next() {
      if (left === 0) {
        // What writes, writes at the first question; LIMIT 0 must not keep it from that.
        if (count > 0 || asked || !asksOnce) return DONE;
        const first = source.next();
        if (first !== PAUSE) asked = true;
        return first === PAUSE ? PAUSE : DONE;
      }
      const signal = source.next();
      if (signal === ROW) left--;
      return signal;
    },
  };
}
