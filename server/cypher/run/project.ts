import { groupKey, groupKeyOf } from '../values/key.ts';
import { type Cursor, DONE, PAUSE, ROW } from './cursor.ts';
import type { Evaluate } from './expression.ts';
import type { Run } from './run.ts';

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
  const seen = new Set<unknown>();
  const [only] = slots;
  const key = slots.length === 1 ? () => groupKey(frame[only!]!) : () => groupKeyOf(slots.map((slot) => frame[slot]!));
  return {
    next() {
      for (;;) {
        const signal = source.next();
        if (signal !== ROW) return signal;
        const one = key();
        if (!seen.has(one)) {
          seen.add(one);
          budget.hold(typeof one === 'string' ? 64 + 2 * one.length : 48);
          return ROW;
        }
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
