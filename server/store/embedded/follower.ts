import { inSlices } from './in-slices.ts';
import type { Memory } from './memory.ts';
import { DECISIONS, type RecordRows } from './record-rows.ts';

/** Keeps the drawing in memory in step with the file, whoever wrote to it. */
export interface Follower {
  /** The drawing as it stands; made from the whole file when it is first asked for. */
  memory(): Memory;
  /** Resolves when all that this process has written is drawn. At once where no drawing was asked for yet. */
  own(): Promise<void>;
  /** Resolves when all that other processes have written is drawn. Undefined, so that nobody waits, where it is. */
  others(): Promise<void> | undefined;
  stop(): void;
}

/**
 * Makes a follower of the record. What changed is read from the file's own list of changes and drawn an article at a
 * time, a few milliseconds at once: readers go on meanwhile and see the drawing as it was before, or after, never
 * half of a change.
 */
export const createFollower = (rows: RecordRows, draw: () => Memory): Follower => {
  const waiting = new Set<string>();
  let memory: Memory | undefined;
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
  const takeIn = (into: Memory, subject: string): Iterator<unknown, void> => {
    if (subject === DECISIONS) return into.decide(rows.decisions());
    const row = rows.row(subject);
    return row ? into.putRow(row) : into.dropRow(subject);
  };
  const drawWaiting = async (into: Memory): Promise<void> => {
    try {
      for (const subject of waiting) {
        if (stopped) return;
        // before, since it may change again meanwhile
        waiting.delete(subject);
        try {
          await inSlices(takeIn(into, subject));
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
    if (!memory) return Promise.resolve();
    notice();
    if (waiting.size === 0) return Promise.resolve();
    drawing ??= drawWaiting(memory);
    return drawing;
  };
  return {
    memory: () => {
      if (!memory) {
        seenVersion = rows.dataVersion();
        seenChange = rows.lastChange();
        memory = draw();
      }
      return memory;
    },
    own: catchUp,
    others: () => {
      const version = memory ? rows.dataVersion() : seenVersion;
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
