import { existsSync } from 'node:fs';
import type { Job } from '../../graph-schema/api.ts';
import { readConfig } from '../config.ts';
import { createJobControl } from '../ingest/jobs/job-control.ts';
import { createJobTable } from '../ingest/jobs/job-table.ts';
import { openQueueFile } from '../ingest/jobs/queue-file.ts';
import { FailureError, MisuseError } from './errors.ts';
import { type PrintOptions, printRows } from './print.ts';

type Action = 'list' | 'show' | 'pause' | 'resume' | 'cancel' | 'retry' | 'dismiss' | 'remove';

const COLUMNS = ['id', 'state', 'done', 'total', 'added', 'replaced', 'unchanged', 'failed', 'created', 'label'];
const rowOf = (job: Job) => [
  job.id,
  job.state,
  job.done,
  job.total,
  job.added,
  job.replaced,
  job.unchanged,
  job.failed,
  job.created,
  job.label,
];

/** Most items that `show` prints. */
const MOST_ITEMS = 10_000;

/** Looks at the queue and takes it in hand; a server on the same data sees the change within two seconds. */
export const jobs = async (action: Action, id: string | undefined, options: PrintOptions): Promise<void> => {
  const { jobsFile } = readConfig();
  if (!existsSync(jobsFile))
    throw new FailureError(`There is no queue at ${jobsFile}. Set DATA_FILE to the data of the server.`);
  const file = openQueueFile(jobsFile);
  try {
    const table = createJobTable(file);
    if (action === 'list') {
      const list = table.jobs();
      await printRows(COLUMNS, list.map(rowOf), options, list);
      return;
    }
    if (id === undefined) throw new MisuseError(`jobs ${action} needs the id of a job; see: entente jobs list`);
    const job = table.job(id);
    if (!job) throw new FailureError(`There is no job ${id}; see: entente jobs list`);
    if (action === 'show') {
      const items = table.items(id, {}, 0, MOST_ITEMS);
      const rows = items.map((item) => [item.number, item.state, item.outcome, item.claims, item.name, item.error]);
      await printRows(['number', 'state', 'outcome', 'claims', 'name', 'error'], rows, options, { job, items });
      return;
    }
    const control = createJobControl(table, () => new Date());
    if (action === 'remove') control.remove(id);
    else {
      const changed = control[action](id);
      await printRows(COLUMNS, [rowOf(changed)], options, changed);
    }
  } finally {
    file.close();
  }
};
