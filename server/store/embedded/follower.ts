import { inSlices } from './in-slices.ts';
import type { Memory } from './memory.ts';
import { DECISIONS, type RecordRows } from './record-rows.ts';

/** Keeps the drawing in memory in step with the file, whoever wrote to it. */
export interface Follower {
  /** Resolves when all that this process has written is drawn. At once where the whole has not been drawn yet. */
  own(): Promise<void>;
  /**
   * Resolves when all that stands in the file is drawn: the whole, when it is first asked for, then what other processes
   * write. Undefined, so that nobody waits, where it is.
   */
  others(): Promise<void> | undefined;
  stop(): void;
}

/**
 * Makes a follower of the record that fills an empty memory when it is first asked for. What changed since is read from
 * the file's own list of changes and drawn an article at a time. Both go a few milliseconds at once: readers go on
 * meanwhile and see the drawing as it was before a change, or after, never half of it.
 */
export const createFollower = (rows: RecordRows, memory: Memory): Follower => {
  const waiting = new Set<string>();
  let filled = false;
  let filling: Promise<void> | undefined;
  let seenVersion = 0;
  let seenChange = 0;
  let stopped = false;
  let drawing: Promise<void> | undefined;
  let foreign: Promise<void> | undefined;

  const notice = (): void => {
    for (const { subject, sequence } of rows.changesSince(seenChange)) {
      waiting.add(subject);
      seenChange = sequence;
    }
  };
  const takeIn = (subject: string): Iterator<unknown, void> => {
    if (subject === DECISIONS) return memory.decide(rows.decisions());
    const row = rows.row(subject);
    return row ? memory.putRow(row) : memory.dropRow(subject);
  };
  const drawWaiting = async (): Promise<void> => {
    try {
      for (const subject of waiting) {
        if (stopped) return;
        // before, since it may change again meanwhile
        waiting.delete(subject);
        try {
          await inSlices(takeIn(subject));
        } catch (error) {
          waiting.add(subject);
          throw error;
        }
      }
    } finally {
      // at once, so that what is noticed from now on begins a round of its own
      drawing = undefined;
    }
  };
  const catchUp = (): Promise<void> => {
    if (!filled || stopped) return Promise.resolve();
    notice();
    if (waiting.size === 0) return Promise.resolve();
    drawing ??= drawWaiting();
    return drawing;
  };
  /** Draws the whole; what is written while it does is noticed at the end. */
  const fill = async (): Promise<void> => {
    seenVersion = rows.dataVersion();
    seenChange = rows.lastChange();
    const decisions = rows.decisions();
    const all = await inSlices(whileOpen(rows.reading()));
    if (all && !stopped) await inSlices(whileOpen(memory.filling(all, decisions)));
    filled = true;
    await catchUp();
  };
  /** The steps until the end, or until the follower is stopped. */
  function* whileOpen<T>(steps: Iterator<unknown, T>): Generator<undefined, T | undefined> {
    while (!stopped) {
      const step = steps.next();
      if (step.done) return step.value;
      yield;
    }
    return undefined;
  }
  return {
    own: catchUp,
    others: () => {
      if (!filled) {
        filling ??= fill().catch((error) => {
          if (!filled) filling = undefined;
          throw error;
        });
        return filling;
      }
      const version = rows.dataVersion();
      if (version === seenVersion) return foreign;
      seenVersion = version;
      const following: Promise<void> = catchUp().then(
        () => {
          if (foreign === following) foreign = undefined;
        },
        (error) => {
          seenVersion = -1;
          throw error;
        },
      );
      foreign = following;
      return foreign;
    },
    stop: () => {
      stopped = true;
    },
  };
};
