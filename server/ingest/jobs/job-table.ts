import type { Job, JobItem } from '../../../graph-schema/api.ts';
import type { QueueFile } from './queue-file.ts';

/** What an item is before it is read. */
export interface Task {
  readonly job: string;
  readonly number: number;
  readonly name: string;
  /** `draft`: an article; `file`: bytes whose name says what they are; `page`, `feed`: an address. */
  readonly kind: 'draft' | 'file' | 'page' | 'feed';
  /** JSON: the draft, or `{url, …what the feed said of it}`. */
  readonly payload: string;
  readonly bytes?: Uint8Array;
  /** How many of the articles in it are already in the queue. */
  readonly opened: number;
}
export type NewTask = Pick<Task, 'name' | 'kind' | 'payload' | 'bytes'>;

/** What became of an item. */
export interface Result {
  readonly state: 'done' | 'failed' | 'skipped';
  readonly outcome?: 'added' | 'replaced' | 'unchanged';
  readonly articleId?: string;
  readonly claims?: number;
  readonly error?: string;
  readonly notes?: readonly string[];
}

/** The queue's rows: every change is one transaction, so that a job is never half changed. */
export interface JobTable {
  create(id: string, label: string, created: string, tasks: Iterable<NewTask>): void;
  job(id: string): Job | undefined;
  /** Newest first. */
  jobs(): readonly Job[];
  /** Waiting and running jobs, oldest first. */
  active(): readonly Job[];
  setState(id: string, state: Job['state'], at?: { started?: string; finished?: string; error?: string | null }): void;
  /** Waiting tasks of a job after a place, in order. */
  waiting(job: string, after: number, limit: number): readonly Task[];
  /** One task as it stands now. */
  task(job: string, number: number): Task | undefined;
  finish(task: Task, result: Result): void;
  /** Puts what was found in a task behind it in the queue; `last` marks the task itself as opened. */
  open(task: Task, found: readonly (NewTask | { name: string; error: string })[], opened: number, last: boolean): void;
  item(job: string, number: number): JobItem | undefined;
  items(
    job: string,
    filter: { state?: string; undismissed?: boolean },
    after: number,
    limit: number,
  ): readonly JobItem[];
  countItems(job: string, filter: { state?: string; undismissed?: boolean }): number;
  /** Failed and cancelled items wait again. */
  retry(job: string): number;
  cancelWaiting(job: string): void;
  dismiss(job: string): void;
  remove(job: string): void;
  countWaiting(): number;
}

type Row = Record<string, string | number | null>;

const present = <T extends object>(entries: T): T =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== null && value !== undefined)) as T;

const jobOf = (row: Row): Job =>
  present({
    id: row.id,
    label: row.label,
    state: row.state,
    created: row.created,
    started: row.started,
    finished: row.finished,
    total: row.total,
    done: row.done,
    added: row.added,
    replaced: row.replaced,
    unchanged: row.unchanged,
    failed: row.failed,
    skipped: row.skipped,
    claims: row.claims,
    undismissed: row.undismissed,
    error: row.error,
  }) as unknown as Job;

const itemOf = (row: Row): JobItem =>
  present({
    number: row.number,
    name: row.name,
    state: row.state,
    outcome: row.outcome,
    articleId: row.article,
    claims: row.claims,
    error: row.error,
    dismissed: row.dismissed ? true : null,
    notes: row.notes ? (JSON.parse(row.notes as string) as string[]) : null,
  }) as unknown as JobItem;

/** The job tables of a queue file. */
export const createJobTable = ({ database }: QueueFile): JobTable => {
  const addItem = database.prepare(
    'INSERT INTO item (job, number, name, kind, payload, bytes, state, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const lastNumber = database.prepare('SELECT coalesce(max(number), 0) AS last FROM item WHERE job = ?');
  const whereItems = (filter: { state?: string; undismissed?: boolean }) =>
    `job = ? AND state <> 'opened'${filter.state ? ' AND state = ?' : ''}${filter.undismissed ? " AND state = 'failed' AND dismissed = 0" : ''}`;
  const valuesOf = (job: string, filter: { state?: string }) => (filter.state ? [job, filter.state] : [job]);
  const one = (sql: string, ...values: unknown[]) => database.prepare(sql).get(...values) as Row | undefined;
  const all = (sql: string, ...values: unknown[]) => database.prepare(sql).all(...values) as Row[];
  const run = (sql: string, ...values: unknown[]) => database.prepare(sql).run(...values);
  const finishItem = database.prepare(
    `UPDATE item SET state = ?, outcome = ?, article = ?, claims = ?, error = ?, notes = ?,
       payload = CASE WHEN ? = 'failed' THEN payload ELSE '' END, bytes = CASE WHEN ? = 'failed' THEN bytes ELSE NULL END
     WHERE job = ? AND number = ? AND state = 'waiting'`,
  );
  const countResult = database.prepare(
    `UPDATE job SET done = done + 1, added = added + ?, replaced = replaced + ?, unchanged = unchanged + ?,
       failed = failed + ?, undismissed = undismissed + ?, skipped = skipped + ?, claims = claims + ? WHERE id = ?`,
  );
  const waiting = database.prepare(
    "SELECT job, number, name, kind, payload, bytes, opened FROM item WHERE job = ? AND state = 'waiting' AND number > ? ORDER BY number LIMIT ?",
  );

  return {
    create: database.transaction((id: string, label: string, created: string, tasks: Iterable<NewTask>) => {
      run("INSERT INTO job (id, label, state, created) VALUES (?, ?, 'waiting', ?)", id, label, created);
      let number = 0;
      for (const task of tasks)
        addItem.run(id, ++number, task.name, task.kind, task.payload, task.bytes ?? null, 'waiting', null);
      run('UPDATE job SET total = ? WHERE id = ?', number, id);
    }),
    job: (id) => {
      const row = one('SELECT * FROM job WHERE id = ?', id);
      return row && jobOf(row);
    },
    jobs: () => all('SELECT * FROM job ORDER BY created DESC, rowid DESC').map(jobOf),
    active: () => all("SELECT * FROM job WHERE state IN ('waiting', 'running') ORDER BY created, rowid").map(jobOf),
    setState: (id, state, at = {}) => {
      run(
        `UPDATE job SET state = ?, started = coalesce(started, ?), finished = ?, error = CASE WHEN ? THEN ? ELSE error END WHERE id = ?`,
        state,
        at.started ?? null,
        at.finished ?? null,
        at.error === undefined ? 0 : 1,
        at.error ?? null,
        id,
      );
    },
    waiting: (job, after, limit) =>
      (waiting.all(job, after, limit) as (Row & { bytes: Uint8Array | null })[]).map(
        ({ job: of, number, name, kind, payload, bytes, opened }) =>
          present({ job: of, number, name, kind, payload, bytes, opened }) as unknown as Task,
      ),
    task: (job, number) => {
      const row = one(
        'SELECT job, number, name, kind, payload, bytes, opened FROM item WHERE job = ? AND number = ?',
        job,
        number,
      );
      return row && (present(row) as unknown as Task);
    },
    finish: database.transaction((task: Task, result: Result) => {
      const changed = finishItem.run(
        result.state,
        result.outcome ?? null,
        result.articleId ?? null,
        result.claims ?? null,
        result.error ?? null,
        result.notes?.length ? JSON.stringify(result.notes) : null,
        result.state,
        result.state,
        task.job,
        task.number,
      );
      if (changed.changes === 0) return;
      const is = (value: unknown, wanted: string) => (value === wanted ? 1 : 0);
      const failed = is(result.state, 'failed');
      countResult.run(
        is(result.outcome, 'added'),
        is(result.outcome, 'replaced'),
        is(result.outcome, 'unchanged'),
        failed,
        failed,
        is(result.state, 'skipped'),
        result.claims ?? 0,
        task.job,
      );
    }),
    open: database.transaction(
      (task: Task, found: readonly (NewTask | { name: string; error: string })[], opened: number, last: boolean) => {
        let number = (lastNumber.get(task.job) as { last: number }).last;
        let failed = 0;
        for (const entry of found) {
          if ('error' in entry) {
            failed++;
            addItem.run(task.job, ++number, entry.name, 'draft', '', null, 'failed', entry.error);
          } else
            addItem.run(
              task.job,
              ++number,
              entry.name,
              entry.kind,
              entry.payload,
              entry.bytes ?? null,
              'waiting',
              null,
            );
        }
        run('UPDATE item SET opened = ? WHERE job = ? AND number = ?', opened, task.job, task.number);
        if (last)
          run(
            "UPDATE item SET state = 'opened', payload = '', bytes = NULL WHERE job = ? AND number = ?",
            task.job,
            task.number,
          );
        run(
          'UPDATE job SET total = total + ?, done = done + ?, failed = failed + ?, undismissed = undismissed + ? WHERE id = ?',
          found.length - (last ? 1 : 0),
          failed,
          failed,
          failed,
          task.job,
        );
      },
    ),
    item: (job, number) => {
      const row = one('SELECT * FROM item WHERE job = ? AND number = ?', job, number);
      return row && itemOf(row);
    },
    items: (job, filter, after, limit) =>
      all(
        `SELECT number, name, state, outcome, article, claims, error, dismissed, notes FROM item WHERE ${whereItems(filter)} AND number > ? ORDER BY number LIMIT ?`,
        ...valuesOf(job, filter),
        after,
        limit,
      ).map(itemOf),
    countItems: (job, filter) =>
      one(`SELECT count(*) AS n FROM item WHERE ${whereItems(filter)}`, ...valuesOf(job, filter))!.n as number,
    retry: database.transaction((job: string) => {
      const again = "job = ? AND state IN ('failed', 'cancelled') AND payload <> ''";
      const failed = one(`SELECT count(*) AS n FROM item WHERE ${again} AND state = 'failed'`, job)!.n as number;
      const shown = one(`SELECT count(*) AS n FROM item WHERE ${again} AND state = 'failed' AND dismissed = 0`, job)!
        .n as number;
      const changed = run(`UPDATE item SET state = 'waiting', error = NULL, dismissed = 0 WHERE ${again}`, job).changes;
      run(
        'UPDATE job SET done = done - ?, failed = failed - ?, undismissed = undismissed - ? WHERE id = ?',
        failed,
        failed,
        shown,
        job,
      );
      return changed;
    }),
    cancelWaiting: (job) => void run("UPDATE item SET state = 'cancelled' WHERE job = ? AND state = 'waiting'", job),
    dismiss: database.transaction((job: string) => {
      run("UPDATE item SET dismissed = 1 WHERE job = ? AND state = 'failed'", job);
      run('UPDATE job SET undismissed = 0, error = NULL WHERE id = ?', job);
    }),
    remove: (job) => void run('DELETE FROM job WHERE id = ?', job),
    countWaiting: () =>
      one(
        "SELECT count(*) AS n FROM item JOIN job ON job.id = item.job WHERE item.state = 'waiting' AND job.state IN ('waiting', 'running', 'paused')",
      )!.n as number,
  };
};
