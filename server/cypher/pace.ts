/** What is done in turns: yields where everything else should have its turn, and returns what came of it. */
export type Looping<T> = Generator<undefined, T, undefined>;

/**
 * Tells work that may take long when to give way. Loops do `if (--pace.ticks < 0 && pace.due()) yield;` at each step: a
 * tick is a matter of a microsecond or less, and every few dozen of them the clock is looked at.
 */
export interface Pace {
  ticks: number;
  /** Looks at the clock: is it time to give way? */
  due(): boolean;
  /** Counts work that one step did on so many elements or characters. */
  spend(elements: number): void;
}

const never = 0x3fff_ffff;

/** The pace of those who do not wait: for values known to be small. */
export const unhurried: Pace = {
  ticks: never,
  due() {
    unhurried.ticks = never;
    return false;
  },
  spend() {},
};

/** Does the work to its end, at once. */
export function finish<T>(loop: Looping<T>): T {
  for (;;) {
    const step = loop.next();
    if (step.done === true) return step.value;
  }
}
