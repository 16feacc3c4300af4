import { CypherError } from '../error.ts';

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
const slice = 4;
/** How many steps pass between two looks at the clock. */
const stride = 100;

/** The longest string and the longest list one expression may make. */
export const longestString = 1_000_000;
export const longestList = 2_000_000;

/** Counts what a query uses. Loops do `if (--budget.ticks < 0 && budget.due())` and then stop to give way. */
export interface Budget {
  ticks: number;
  /** Looks at the clock: is it time to give way? */
  due(): boolean;
  /** Counts work that a single step did beyond the ordinary. */
  spend(elements: number): void;
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
