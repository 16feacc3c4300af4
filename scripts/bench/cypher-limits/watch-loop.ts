import { type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';

/** The longest turn of the event loop, in milliseconds. */
export interface Watched {
  /** By the clock, with all that happened meanwhile. */
  readonly clock: number;
  /** By the clock, without the pauses in which JavaScript's collector of garbage stopped everything. */
  readonly own: number;
  /** The longest single pause of the collector. */
  readonly collecting: number;
  /** What ran in the longest own turn. */
  readonly during: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** Shorter turns are of no interest, in milliseconds. */
const LEAST = 2;

/** How much of each turn, in their order, lies within pauses, in theirs. */
const paused = (turns: readonly Span[], pauses: readonly PerformanceEntry[]): number[] => {
  let at = 0;
  return turns.map(({ start, end }) => {
    let sum = 0;
    for (; at < pauses.length && pauses[at]!.startTime < end; at++) {
      const { startTime, duration } = pauses[at]!;
      sum += Math.max(0, Math.min(end, startTime + duration) - Math.max(start, startTime));
    }
    return sum;
  });
};

/**
 * Watches the event loop, turn by turn, until the function it gives is called. `label` names what runs: the label of
 * the longest own turn is told.
 */
export const watchLoop = (label: () => string = () => ''): (() => Promise<Watched>) => {
  const pauses: PerformanceEntry[] = [];
  const turns: Span[] = [];
  const observer = new PerformanceObserver((list) => pauses.push(...list.getEntries()));
  observer.observe({ entryTypes: ['gc'] });
  let start = performance.now();
  let watching = true;
  const turn = (): void => {
    const end = performance.now();
    if (end - start >= LEAST) turns.push({ start, end, label: label() });
    start = performance.now();
    if (watching) setImmediate(turn);
  };
  setImmediate(turn);
  return async () => {
    watching = false;
    // Entries are handed over a turn later.
    await new Promise((resolve) => setTimeout(resolve, 5));
    pauses.push(...observer.takeRecords());
    observer.disconnect();
    pauses.sort((a, b) => a.startTime - b.startTime);
    const stopped = paused(turns, pauses);
    let longest = { clock: 0, own: 0, during: '' };
    for (const [i, one] of turns.entries()) {
      const clock = one.end - one.start;
      const own = clock - stopped[i]!;
      longest = {
        clock: Math.max(longest.clock, clock),
        own: Math.max(longest.own, own),
        during: own > longest.own ? one.label : longest.during,
      };
    }
    return { ...longest, collecting: pauses.reduce((most, { duration }) => Math.max(most, duration), 0) };
  };
};
