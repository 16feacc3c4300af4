import type { Job } from '../../../graph-schema/api.ts';
import type { JobTable } from './job-table.ts';

/** A job can't do this in its present state. */
export class JobStateError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'JobStateError';
  }
}

/** What can be done with a job; each returns it as it is then. Throws a `JobStateError` where its state forbids it. */
export interface JobControl {
  cancel(id: string): Job;
  pause(id: string): Job;
  resume(id: string): Job;
  retry(id: string): Job;
  dismiss(id: string): Job;
  remove(id: string): void;
}

const ENDED: readonly Job['state'][] = ['done', 'cancelled', 'failed'];

/** The hand on the queue's table: of the server that runs it, and of the command line beside it. */
export const createJobControl = (table: JobTable, now: () => Date): JobControl => {
  const need = (id: string, ...states: readonly Job['state'][]): void => {
    const job = table.job(id);
    if (!job) throw new JobStateError(`There is no job ${id}.`);
    if (!states.includes(job.state))
      throw new JobStateError(`The job is ${job.state}; this can be done while it is ${states.join(' or ')}.`);
  };
  return {
    cancel: (id) => {
      need(id, 'waiting', 'running', 'paused');
      table.setState(id, 'cancelled', { finished: now().toISOString() });
      table.cancelWaiting(id);
      return table.job(id)!;
    },
    pause: (id) => {
      need(id, 'waiting', 'running');
      table.setState(id, 'paused');
      return table.job(id)!;
    },
    resume: (id) => {
      need(id, 'paused');
      table.setState(id, 'running', { error: null });
      return table.job(id)!;
    },
    retry: (id) => {
      need(id, ...ENDED);
      if (table.retry(id) === 0)
        throw new JobStateError('Nothing of this job failed or was cancelled that could be read again.');
      table.setState(id, 'running', { error: null });
      return table.job(id)!;
    },
    dismiss: (id) => {
      table.dismiss(id);
      return table.job(id)!;
    },
    remove: (id) => {
      need(id, ...ENDED);
      table.remove(id);
    },
  };
};
