import { setImmediate } from 'node:timers/promises';

/** Milliseconds that work goes on before it gives way. */
const SLICE = 5;

/** Runs work of many small steps a few milliseconds at a time, and lets the event loop turn between. */
export const inSlices = async <T>(steps: Iterator<unknown, T>): Promise<T> => {
  let until = performance.now() + SLICE;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await setImmediate();
    until = performance.now() + SLICE;
  }
};
