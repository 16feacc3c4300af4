import { randomUUID } from 'node:crypto';
import type { Job, JobEvent, JobItem } from '../../../graph-schema/api.ts';
import { createJobTable, type NewTask } from './job-table.ts';
import type { QueueFile } from './queue-file.ts';
import { createRunner, type RunnerParts } from './runner.ts';

/** A job can't do this in its present state. */
export class JobStateError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'JobStateError';
  }
}

/** The queue: what was asked to be read, how far it is, and the hand on it. */
export interface Jobs {
  create(label: string, tasks: Iterable<NewTask>): Job;
  list(): readonly Job[];
  job(id: string): Job | undefined;
  items(
    id: string,
    filter: { state?: string; undismissed?: boolean },
    page: { after: number; limit: number },
  ): { readonly items: readonly JobItem[]; readonly total: number; readonly next?: number };
  cancel(id: string): Job;
  pause(id: string): Job;
  resume(id: string): Job;
  retry(id: string): Job;
  dismiss(id: string): Job;
  remove(id: string): void;
  /** Calls back at every change of a job until the returned function is called. */
  follow(id: string, listener: (event: JobEvent) => void): () => void;
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>;
  /** Lets what is in hand finish, takes up nothing new. */
  stop(): Promise<void>;
  waiting(): number;
}

const ENDED: readonly Job['state'][] = ['done', 'cancelled', 'failed'];

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
  const need = (id: string, ...states: Job['state'][]): Job => {
    const job = table.job(id);
    if (!job) throw new JobStateError(`There is no job ${id}.`);
    if (!states.includes(job.state))
      throw new JobStateError(`The job is ${job.state}; this can be done while it is ${states.join(' or ')}.`);
    return job;
  };
  const runner = createRunner({ ...parts, table, emit });
  runner.wake();

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
      need(id, 'waiting', 'running', 'paused');
      table.setState(id, 'cancelled', { finished: parts.now().toISOString() });
      table.cancelWaiting(id);
      runner.abort(id);
      return tell(id);
    },
    pause: (id) => {
      need(id, 'waiting', 'running');
      table.setState(id, 'paused');
      return tell(id);
    },
    resume: (id) => {
      need(id, 'paused');
      table.setState(id, 'running', { error: null });
      runner.wake();
      return tell(id);
    },
    retry: (id) => {
      need(id, ...ENDED);
      if (table.retry(id) === 0)
        throw new JobStateError('Nothing of this job failed or was cancelled that could be read again.');
      table.setState(id, 'running', { error: null });
      runner.wake();
      return tell(id);
    },
    dismiss: (id) => {
      table.dismiss(id);
      return tell(id);
    },
    remove: (id) => {
      need(id, ...ENDED);
      table.remove(id);
    },
    follow: (id, listener) => {
      const set = listeners.get(id) ?? new Set();
      listeners.set(id, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(id);
      };
    },
    idle: () => runner.idle(),
    stop: () => runner.stop(),
    waiting: () => table.countWaiting(),
  };
};
