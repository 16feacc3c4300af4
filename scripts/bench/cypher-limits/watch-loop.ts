export interface Watched {
  /** Longest turn of the event loop, in milliseconds of the clock and of this process's own computing. */
  readonly clock: number;
  readonly computing: number;
}

const computed = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * Watches the event loop, turn by turn, until the function it gives is called. On a busy machine the clock tells how
 * long others computed; the time of this process (its collector of garbage among it) tells what the code held up.
 */
export const watchLoop = (onLonger: (watched: Watched) => void = () => {}): (() => Watched) => {
  let longest: Watched = { clock: 0, computing: 0 };
  let [clock, computing] = [performance.now(), computed()];
  let watching = true;
  const turn = (): void => {
    const [now, spent] = [performance.now(), computed()];
    if (now - clock > longest.clock || spent - computing > longest.computing) {
      longest = {
        clock: Math.max(longest.clock, now - clock),
        computing: Math.max(longest.computing, spent - computing),
      };
      onLonger(longest);
    }
    [clock, computing] = [performance.now(), computed()];
    if (watching) setImmediate(turn);
  };
  setImmediate(turn);
  return () => {
    watching = false;
    return longest;
  };
};
