import type { Looping } from '../pace.ts';

/** What a cursor answers: no more rows, a row is in the frame, or let others work and ask again. */
export const DONE = 0;
export const ROW = 1;
export const PAUSE = 2;
export type Signal = 0 | 1 | 2;

/** Rows one at a time: each is written into the frame of the run. */
export interface Cursor {
  next(): Signal;
}

/** A cursor from a generator that yields `ROW` and `PAUSE`. */
export function fromGenerator(generator: Generator<1 | 2, void, undefined>): Cursor {
  return {
    next() {
      const { done, value } = generator.next();
      return done === true ? DONE : (value as Signal);
    },
  };
}

/** A loop within such a generator: pauses where it gives way. */
export function* paused<T>(loop: Looping<T>): Generator<2, T, undefined> {
  for (;;) {
    const step = loop.next();
    if (step.done === true) return step.value;
    yield PAUSE;
  }
}

/** One row, once: what a query begins with. */
export function single(): Cursor {
  let given = false;
  return {
    next() {
      if (given) return DONE;
      given = true;
      return ROW;
    },
  };
}
