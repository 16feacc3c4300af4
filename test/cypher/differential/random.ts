import seedrandom from 'seedrandom';

/** Choices that a seed repeats. */
export interface Random {
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  /** True in `share` of all cases. */
  chance(share: number): boolean;
  pick<T>(of: readonly T[]): T;
  /** One of the choices, each as often as its weight says. */
  weighted<T>(choices: readonly (readonly [weight: number, choice: T])[]): T;
  /** Some of the elements, in their order; at least `least`. */
  some<T>(of: readonly T[], least?: number): readonly T[];
}

export const seeded = (seed: string): Random => {
  const next = seedrandom(seed);
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(of: readonly T[]): T => of[whole(0, of.length - 1)]!;
  return {
    whole,
    pick,
    chance: (share) => next() < share,
    weighted(choices) {
      let left = next() * choices.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, choice] of choices) {
        left -= weight;
        if (left < 0) return choice;
      }
      return choices.at(-1)![1];
    },
    some(of, least = 0) {
      const kept = of.filter(() => next() < 0.5);
      return kept.length >= least ? kept : of.slice(0, least);
    },
  };
};
