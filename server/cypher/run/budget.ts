import { CypherError } from '../error.ts';
import type { Pace } from '../pace.ts';

export interface Limits {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds the query may run. */
  readonly deadline?: number | undefined;
  /** Result rows; one more is an error. */
  readonly maxRows?: number | undefined;
  /** Bytes that sorted, grouped, collected and returned values may hold, roughly. */
  readonly maxMemory?: number | undefined;
}

/** How long a query works before it gives way, in milliseconds. */
const slice = 3;
/** How many steps pass between two looks at the clock. */
const stride = 64;

/**
 * The longest string and the longest list an expression may make: what can be copied in one go, as JavaScript does it,
 * in a few milliseconds.
 */
export const longestString = 500_000;
export const longestList = 1_000_000;
/** Lists and texts longer than this are copied in a turn of their own. */
export const longCopy = 20_000;

/** Counts what a query uses, and tells it when to give way. */
export interface Budget extends Pace {
  /** Holds memory; an error where there is no more. */
  hold(bytes: number): void;
  release(bytes: number): void;
  /** Throws where the query was cancelled or its time is over. */
  check(): void;
  /** Lets everything else run, then checks. */
  giveWay(): Promise<void>;
  /** Bytes held now. */
  readonly held: number;
}

export function createBudget(limits: Limits): Budget {
  const started = performance.now();
  const ends = limits.deadline === undefined ? Number.POSITIVE_INFINITY : started + limits.deadline;
  const maxMemory = limits.maxMemory ?? 512 * 1024 * 1024;
  let sliceEnds = started + slice;
  let held = 0;
  const budget: Budget = {
    ticks: stride,
    get held() {
      return held;
    },
    due() {
      budget.ticks = stride;
      return performance.now() >= sliceEnds;
    },
    spend(elements) {
      budget.ticks -= elements >> 6;
    },
    hold(bytes) {
      held += bytes;
      if (held > maxMemory) {
        throw new CypherError(
          'LimitExceeded',
          'MemoryLimit',
          `The query needs more than ${Math.round(maxMemory / 1e6)} MB`,
          {
            hint: 'ask for less at once: filter earlier, or add LIMIT',
          },
        );
      }
    },
    release(bytes) {
      held -= bytes;
    },
    check() {
      if (limits.signal?.aborted === true) {
        throw new CypherError('Cancelled', 'Cancelled', 'The query was stopped', {
          hint: 'run it again if that was not meant',
        });
      }
      if (performance.now() >= ends) {
        throw new CypherError('LimitExceeded', 'TimeLimit', `The query took longer than ${limits.deadline} ms`, {
          hint: 'narrow the pattern, bound variable lengths, or add LIMIT',
        });
      }
    },
    async giveWay() {
      await turn();
      budget.check();
      sliceEnds = performance.now() + slice;
      budget.ticks = stride;
    },
  };
  return budget;
}

const immediate = (globalThis as { setImmediate?: (callback: () => void) => void }).setImmediate;

/** Resolves once everything else that waits has had its turn. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (immediate !== undefined) immediate(resolve);
    else if (typeof MessageChannel === 'function') {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    } else setTimeout(resolve, 0);
  });
}
