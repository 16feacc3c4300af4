import { CypherError } from '../error.ts';
import type { Looping, Pace } from '../pace.ts';
import type { Value } from '../values/value.ts';
import type { Run } from './run.ts';

/** Computes a value from the frame. */
export type Evaluate = () => Value;

/** What an expression needs and may take long: its value lands in a slot before the expression is computed. */
export interface Step {
  readonly slot: number;
  /** Puts the value into the slot; where that takes long, gives the loop that makes it instead. */
  begin(): Looping<Value> | undefined;
}

/** Takes the steps in their order. Undefined where all are done at once, as most are; else the loop that does the rest. */
export function begin({ frame }: Run, steps: readonly Step[]): Looping<void> | undefined {
  for (let i = 0; i < steps.length; i++) {
    const loop = steps[i]!.begin();
    if (loop !== undefined) return rest(frame, steps, i, loop);
  }
  return undefined;
}

function* rest(frame: Value[], steps: readonly Step[], from: number, first: Looping<Value>): Looping<void> {
  frame[steps[from]!.slot] = yield* first;
  for (let i = from + 1; i < steps.length; i++) {
    const loop = steps[i]!.begin();
    if (loop !== undefined) frame[steps[i]!.slot] = yield* loop;
  }
}

/** A step of work that loops; done at once where it comes to its end before it gives way. */
export function loopStep({ frame }: Run, slot: number, loop: () => Looping<Value>): Step {
  return {
    slot,
    begin() {
      const begun = loop();
      const { done, value } = begun.next();
      if (done !== true) return continued(begun);
      frame[slot] = value;
      return undefined;
    },
  };
}

/** What has given way once already. */
function* continued<T>(loop: Looping<T>): Looping<T> {
  yield;
  return yield* loop;
}

/** Makes a step of an expression that loops, or whose parts are computed only when needed. */
export function asStep(run: Run, steps: Step[], loop: () => Looping<Value>): Evaluate {
  const { frame } = run;
  const slot = run.slot();
  steps.push(loopStep(run, slot, loop));
  return () => frame[slot]!;
}

/**
 * Makes a step of what takes as long as its values are large. `inTurns` gives the loop for large values, undefined for
 * small ones, which `atOnce` will do.
 */
export function sizedStep<Values extends Value[]>(
  run: Run,
  steps: Step[],
  values: () => Values,
  atOnce: (...values: Values) => Value,
  inTurns: (...values: Values) => Looping<Value> | undefined,
): Evaluate {
  const { frame } = run;
  const slot = run.slot();
  steps.push({
    slot,
    begin() {
      const given = values();
      const loop = inTurns(...given);
      if (loop === undefined) frame[slot] = atOnce(...given);
      return loop;
    },
  });
  return () => frame[slot]!;
}

/** What cannot be cut, but takes a few milliseconds: it has a turn of its own. */
export function* inOneTurn<T>(pace: Pace, work: () => T): Looping<T> {
  yield;
  const result = work();
  pace.ticks = 0;
  return result;
}

/** Tells errors of running where in the query they arose; what arose further inside knows better. */
export function placed<T>(work: () => T, offset: number): () => T {
  return () => {
    try {
      return work();
    } catch (error) {
      throw at(error, offset);
    }
  };
}

export function placedStep(step: Step, offset: number): Step {
  const started = placed(() => step.begin(), offset);
  return {
    slot: step.slot,
    begin() {
      const loop = started();
      return loop === undefined ? undefined : placedLoop(loop, offset);
    },
  };
}

function* placedLoop<T>(loop: Looping<T>, offset: number): Looping<T> {
  try {
    return yield* loop;
  } catch (error) {
    throw at(error, offset);
  }
}

function at(error: unknown, offset: number): unknown {
  if (error instanceof CypherError) error.offset ??= offset;
  return error;
}
