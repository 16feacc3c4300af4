import { Cron } from 'croner';
import type { Watch } from '../../../graph-schema/api.ts';
import { digest } from '../../../graph-schema/ids.ts';
import type { Jobs } from './jobs.ts';
import type { QueueFile } from './queue-file.ts';

/** A feed that can't be watched as asked; the message says why. */
export class WatchError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WatchError';
  }
}

/** Feeds that are read again and again. */
export interface Watches {
  list(): readonly Watch[];
  create(url: string, schedule: string): Watch;
  remove(id: string): boolean;
  stop(): void;
}

/** The shortest time between two readings of one feed, in ms. */
const SHORTEST_PAUSE = 5 * 60_000;

const cronOf = (schedule: string): Cron => {
  let cron: Cron;
  try {
    cron = new Cron(schedule, { timezone: 'UTC', paused: true, mode: '5-part' });
  } catch (error) {
    throw new WatchError(
      `The schedule ${JSON.stringify(schedule)} is no cron expression: ${(error as Error).message}. Try "*/30 * * * *".`,
    );
  }
  const runs = cron.nextRuns(50).map((date) => date.getTime());
  if (runs.length === 0) throw new WatchError(`The schedule ${JSON.stringify(schedule)} never comes.`);
  if (runs.some((run, i) => i > 0 && run - runs[i - 1]! < SHORTEST_PAUSE))
    throw new WatchError(
      'The schedule comes oftener than every five minutes, which feeds take amiss. Try "*/30 * * * *".',
    );
  return cron;
};

type Row = Record<string, string | null>;

/** Opens the list of watched feeds and starts their clocks. */
export const createWatches = ({ database }: QueueFile, jobs: Jobs, now: () => Date): Watches => {
  const clocks = new Map<string, Cron>();
  const rows = () => database.prepare('SELECT * FROM watch ORDER BY created, id').all() as Row[];

  const watchOf = (row: Row): Watch => {
    const next = clocks.get(row.id!)?.nextRun()?.toISOString();
    const lastJob = row.last_job ? jobs.job(row.last_job) : undefined;
    return {
      id: row.id!,
      url: row.url!,
      schedule: row.schedule!,
      created: row.created!,
      ...(row.last_run ? { lastRun: row.last_run } : {}),
      ...(next ? { nextRun: next } : {}),
      ...(row.last_job ? { lastJob: row.last_job } : {}),
      ...(lastJob?.error ? { lastError: lastJob.error } : {}),
    };
  };

  const read = (id: string, url: string): void => {
    const job = jobs.create(`feed ${url}`, [{ name: url, kind: 'feed', payload: JSON.stringify({ url }) }]);
    database.prepare('UPDATE watch SET last_run = ?, last_job = ? WHERE id = ?').run(now().toISOString(), job.id, id);
  };

  const start = (id: string, url: string, schedule: string): void => {
    const cron = new Cron(schedule, { timezone: 'UTC', mode: '5-part', unref: true, protect: true }, () =>
      read(id, url),
    );
    clocks.set(id, cron);
  };

  for (const row of rows()) start(row.id!, row.url!, row.schedule!);

  return {
    list: () => rows().map(watchOf),
    create: (url, schedule) => {
      cronOf(schedule).stop();
      const id = digest('watch', url).slice(0, 16);
      if (clocks.has(id)) throw new WatchError('This feed is watched already. Delete it first to change its schedule.');
      database
        .prepare('INSERT INTO watch (id, url, schedule, created) VALUES (?, ?, ?, ?)')
        .run(id, url, schedule, now().toISOString());
      start(id, url, schedule);
      read(id, url);
      return watchOf(database.prepare('SELECT * FROM watch WHERE id = ?').get(id) as Row);
    },
    remove: (id) => {
      clocks.get(id)?.stop();
      clocks.delete(id);
      return database.prepare('DELETE FROM watch WHERE id = ?').run(id).changes > 0;
    },
    stop: () => {
      for (const clock of clocks.values()) clock.stop();
    },
  };
};
