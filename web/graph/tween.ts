/** Whether the reader asked for little motion. */
export const wantsLittleMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

const ease = (t: number): number => 1 - (1 - t) ** 3;

/** A change over time: `at` gives how far it is, 0 … 1 eased; at once 1 where little motion is wanted. */
export interface Tween {
  readonly at: (now: number) => number;
  readonly over: (now: number) => boolean;
}

export const createTween = (now: number, duration: number): Tween => {
  const whole = wantsLittleMotion() ? 0 : duration;
  return {
    at: (time) => (whole === 0 ? 1 : ease(Math.min(1, Math.max(0, (time - now) / whole)))),
    over: (time) => time - now >= whole,
  };
};
