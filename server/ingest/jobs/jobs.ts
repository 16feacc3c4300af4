import { randomUUID } from 'node:crypto';
import type { Job, JobEvent, JobItem } from '../../../graph-schema/api.ts';
import { createJobControl, type JobControl } from './job-control.ts';
import { createJobTable, type NewTask } from './job-table.ts';
import type { QueueFile } from './queue-file.ts';
import { createRunner, type RunnerParts } from './runner.ts';

/** The queue: what was asked to be read, how far it is, and the hand on it. */
export interface Jobs extends JobControl {
  create(label: string, tasks: Iterable<NewTask>): Job;
  list(): readonly Job[];
  job(id: string): Job | undefined;
  items(
    id: string,
    filter: { state?: string; undismissed?: boolean },
    page: { after: number; limit: number },
  ): { readonly items: readonly JobItem[]; readonly total: number; readonly next?: number };
  /** Calls back at every change of a job until the returned function is called. */
  follow(id: string, listener: (event: JobEvent) => void): () => void;
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>;
  /** Lets what is in hand finish, takes up nothing new. */
  stop(): Promise<void>;
  waiting(): number;
}

/** Milliseconds after which changes made by another process are seen. */
const LOOK_AGAIN = 2000;

/** Opens the queue and goes on with what a former run left. */
export const createJobs = (file: QueueFile, parts: Omit<RunnerParts, 'table' | 'emit'>): Jobs => {
  const table = createJobTable(file);
  const listeners = new Map<string, Set<(event: JobEvent) => void>>();
  const emit = (job: string, event: JobEvent) => {
    for (const listener of listeners.get(job) ?? []) listener(event);
  };
  const tell = (id: string): Job => {
    const job = table.job(id)!;
    emit(id, { event: 'job', data: job });
    return job;
  };
  const control = createJobControl(table, parts.now);
  const runner = createRunner({ ...parts, table, emit });
  runner.wake();
  const look = setInterval(() => runner.wake(), LOOK_AGAIN);
  look.unref();

  return {
    create: (label, tasks) => {
      const id = randomUUID();
      table.create(id, label, parts.now().toISOString(), tasks);
      runner.wake();
      return table.job(id)!;
    },
    list: () => table.jobs(),
    job: (id) => table.job(id),
    items: (id, filter, { after, limit }) => {
      const items = table.items(id, filter, after, limit + 1);
      const more = items.length > limit;
      const shown = items.slice(0, limit);
      return { items: shown, total: table.countItems(id, filter), ...(more ? { next: shown.at(-1)!.number } : {}) };
    },
    cancel: (id) => {
      control.cancel(id);
      runner.abort(id);
      return tell(id);
    },
    pause: (id) => {
      control.pause(id);
      return tell(id);
    },
    resume: (id) => {
      control.resume(id);
      runner.wake();
      return tell(id);
    },
    retry: (id) => {
      control.retry(id);
      runner.wake();
      return tell(id);
    },
    dismiss: (id) => {
      control.dismiss(id);
      return tell(id);
    },
    remove: (id) => control.remove(id),
    follow: (id, listener) => {
      const set = listeners.get(id) ?? new Set();
      listeners.set(id, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(id);
      };
    },
    idle: () => runner.idle(),
    stop: () => {
      clearInterval(look);
      return runner.stop();
    },
    waiting: () => table.countWaiting(),
  };
};
