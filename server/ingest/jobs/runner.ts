import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { Job, JobEvent } from '../../../graph-schema/api.ts';
import { StoreError } from '../../store/error.ts';
import { type Draft, type Found, isUnread, UnreadError } from '../draft.ts';
import type { Intake } from '../intake.ts';
import type { JobTable, NewTask, Result, Task } from './job-table.ts';

export interface RunnerParts {
  readonly table: JobTable;
  readonly intake: Intake;
  /** Opens what is no article yet: a file, an address, a feed. */
  readonly open: (task: Task, signal: AbortSignal) => AsyncIterable<Found | NewTask>;
  readonly emit: (job: string, event: JobEvent) => void;
  readonly now: () => Date;
  /** Articles in hand at the same time. */
  readonly concurrency: number;
  readonly onArticle?: (outcome: string) => void;
  readonly onFault?: (error: unknown, task: Task) => void;
}

/** Takes what waits, in turn from each job, and reads it. */
export interface Runner {
  wake(): void;
  abort(job: string): void;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Articles put into the queue in one transaction while a file is opened. */
const BATCH = 200;
/** Waiting times in ms while the store does not answer. */
const BACKOFF = [250, 500, 1000, 2000, 5000, 10_000];

/** Whether an error passes by itself: the store is away, or its disk is full. */
const passes = (error: unknown): error is StoreError =>
  error instanceof StoreError && (error.kind === 'unavailable' || error.kind === 'storage');

const isTask = (entry: Found | NewTask): entry is NewTask => 'payload' in entry;

export const taskOfDraft = (draft: Draft): NewTask => ({
  name: draft.name,
  kind: 'draft',
  payload: JSON.stringify(draft),
});

/** Runs the queue until it is stopped. What was in hand when the program died waits still, and is read again. */
export const createRunner = (parts: RunnerParts): Runner => {
  const { table, intake, emit, now } = parts;
  const hand = new PQueue({ concurrency: parts.concurrency });
  const inHand = new Map<string, Set<number>>();
  const aborts = new Map<string, AbortController>();
  const ending = new AbortController();
  let stopping = false;
  let filling = false;
  let busy = 0;

  const tellJob = (id: string): void => {
    const job = table.job(id);
    if (job) emit(id, { event: 'job', data: job });
  };

  const take = async (draft: Draft, signal: AbortSignal): Promise<Result> => {
    const taken = await intake.put(draft, signal);
    parts.onArticle?.(taken.outcome);
    return {
      state: taken.kept ? 'skipped' : 'done',
      outcome: taken.outcome,
      articleId: taken.article.id,
      claims: taken.article.claims,
      notes: taken.notes,
    };
  };

  /** Opens a file, page or feed. One article in it is read at once; more are put in the queue. */
  const openUp = async (task: Task, signal: AbortSignal): Promise<Result | undefined> => {
    let batch: (NewTask | { name: string; error: string })[] = [];
    let seen = 0;
    let first: Found | undefined;
    const flush = (last: boolean): void => {
      table.open(task, batch, seen, last);
      batch = [];
    };
    for await (const entry of parts.open(task, signal)) {
      signal.throwIfAborted();
      seen++;
      if (seen <= task.opened) continue;
      if (seen === 1 && !isTask(entry)) {
        first = entry;
        continue;
      }
      if (first !== undefined) {
        batch.push(isUnread(first) ? first : taskOfDraft(first));
        first = undefined;
      }
      batch.push(isTask(entry) || isUnread(entry) ? entry : taskOfDraft(entry));
      if (batch.length >= BATCH) flush(false);
    }
    if (first !== undefined) {
      if (isUnread(first)) return { state: 'failed', error: first.error };
      return take(first, signal);
    }
    if (seen === 0) return { state: 'failed', error: 'There is no article in it.' };
    signal.throwIfAborted();
    flush(true);
    return undefined;
  };

  /** Waits before the next attempt, and says on the job why. */
  const waitForStore = async (task: Task, attempts: number, error: StoreError, signal: AbortSignal): Promise<void> => {
    const state = table.job(task.job)?.state ?? 'running';
    table.setState(task.job, state, { error: `${error.message} The job goes on by itself when this is mended.` });
    tellJob(task.job);
    const pause = BACKOFF[Math.min(attempts, BACKOFF.length - 1)]!;
    await sleep(pause, undefined, { signal: AbortSignal.any([signal, ending.signal]) });
  };

  const clearError = (id: string): void => {
    const job = table.job(id);
    if (!job?.error) return;
    table.setState(id, job.state, { error: null });
    tellJob(id);
  };

  const attempt = async (task: Task, signal: AbortSignal): Promise<Result | undefined> => {
    for (let attempts = 0; ; attempts++) {
      try {
        const result =
          task.kind === 'draft'
            ? await take(JSON.parse(task.payload) as Draft, signal)
            : await openUp(table.task(task.job, task.number) ?? task, signal);
        if (attempts > 0) clearError(task.job);
        return result;
      } catch (error) {
        if (signal.aborted || ending.signal.aborted) throw error;
        if (passes(error)) await waitForStore(task, attempts, error, signal);
        else if (error instanceof UnreadError || error instanceof StoreError)
          return { state: 'failed', error: error.message };
        else {
          parts.onFault?.(error, task);
          return { state: 'failed', error: 'Something went wrong in the program; the log has more. Try it again.' };
        }
      }
    }
  };

  const settle = (id: string): void => {
    const job = table.job(id);
    if (job?.state !== 'running' || (inHand.get(id)?.size ?? 0) > 0) return;
    if (table.waiting(id, 0, 1).length > 0) return;
    table.setState(id, 'done', { finished: now().toISOString() });
    aborts.delete(id);
    tellJob(id);
  };

  const work = async (task: Task): Promise<void> => {
    const controller = aborts.get(task.job) ?? new AbortController();
    aborts.set(task.job, controller);
    try {
      const result = await attempt(task, controller.signal);
      if (result) table.finish(task, result);
    } catch {
      // aborted, or the program is ending: the task waits, or is cancelled, as the table says
    } finally {
      inHand.get(task.job)?.delete(task.number);
      busy--;
    }
    const item = table.item(task.job, task.number);
    if (item && (item.state as string) !== 'opened') emit(task.job, { event: 'item', data: item });
    tellJob(task.job);
    settle(task.job);
    wake();
  };

  /** The next task that waits and is not in hand, and the place to look from the next time. */
  const nextOf = (job: Job): Task | undefined => {
    const busy = inHand.get(job.id) ?? new Set();
    inHand.set(job.id, busy);
    return table.waiting(job.id, 0, busy.size + 1).find((task) => !busy.has(task.number));
  };

  /** One round over the jobs: each gets one task started. True where any was. */
  const startOneEach = (): boolean => {
    let started = false;
    for (const job of table.active()) {
      if (stopping || busy >= parts.concurrency) return false;
      if (job.state === 'waiting') {
        table.setState(job.id, 'running', { started: now().toISOString() });
        tellJob(job.id);
      }
      const task = nextOf(job);
      if (!task) {
        settle(job.id);
        continue;
      }
      inHand.get(job.id)!.add(task.number);
      busy++;
      started = true;
      void hand.add(() => work(task));
    }
    return started;
  };

  const wake = (): void => {
    if (filling || stopping) return;
    filling = true;
    try {
      while (startOneEach());
    } finally {
      filling = false;
    }
  };

  return {
    wake,
    abort: (job) => {
      aborts.get(job)?.abort(new UnreadError('The job was cancelled.'));
      aborts.delete(job);
    },
    idle: async () => {
      while (busy > 0 || table.active().length > 0) await sleep(5);
    },
    stop: async () => {
      stopping = true;
      ending.abort();
      await hand.onIdle();
    },
  };
};
