import type { Express } from 'express';
import { pino } from 'pino';
import { type AppParts, createApp } from '../../server/app.ts';
import { openConsole } from '../../server/console/open-console.ts';
import { createMetrics } from '../../server/http/metrics.ts';
import { createFetcher } from '../../server/ingest/fetch/fetcher.ts';
import { createRobots } from '../../server/ingest/fetch/robots.ts';
import { openDocument } from '../../server/ingest/formats/open-document.ts';
import { createIntake } from '../../server/ingest/intake.ts';
import type { NewTask } from '../../server/ingest/jobs/job-table.ts';
import { createJobs, type Jobs } from '../../server/ingest/jobs/jobs.ts';
import { openQueueFile } from '../../server/ingest/jobs/queue-file.ts';
import { createWatches, type Watches } from '../../server/ingest/jobs/watches.ts';
import { createLedger } from '../../server/ingest/ledger.ts';
import { loadExtractor } from '../../server/ingest/load-extractor.ts';
import { openTask } from '../../server/ingest/open-task.ts';
import { forgettingStore, keepAnswers } from '../../server/routes/kept-answers.ts';
import { openEmbeddedStore } from '../../server/store/embedded/embedded-store.ts';
import type { Store } from '../../server/store/store.ts';

/** Reports of our own for the tests: a meeting, a veto, a refusal. */
export const REPORTS = [
  {
    title: 'Lavrov receives Tillerson',
    source: 'Sample Wire',
    published: '2017-04-12',
    url: 'https://wire.example/2017/04/12/lavrov-tillerson',
    text: 'Russian Foreign Minister Sergei Lavrov met U.S. Secretary of State Rex Tillerson in Moscow on Wednesday. Tillerson criticized Syrian President Bashar al-Assad. Lavrov praised Syria.',
  },
  {
    title: 'Veto at the council',
    source: 'Sample Gazette',
    published: '2017-04-13',
    text: 'Russia vetoed a United Nations resolution on Syria on Wednesday. China abstained. Britain condemned Russia for the veto.',
  },
] as const;

export interface TestServer {
  readonly app: Express;
  readonly store: Store;
  readonly jobs: Jobs;
  readonly watches: Watches;
  close(): Promise<void>;
}

/** A fetcher that reaches nothing: for servers that are sent made-up addresses. */
export const nowhere = () =>
  createFetcher({ resolver: async () => [{ address: '192.0.2.1', family: 4 }], isAllowed: () => false });

/** A whole server over a store in memory, not listening, with the real extractor in this thread. */
export const testServer = async (options: Partial<AppParts> = {}, fetcher = createFetcher()): Promise<TestServer> => {
  const extractor = await loadExtractor();
  const answers = keepAnswers(() => store.version());
  const store: Store = forgettingStore(options.store ?? openEmbeddedStore(':memory:'), answers);
  const file = openQueueFile(':memory:');
  const now = options.now ?? (() => new Date('2017-05-01T12:00:00Z'));
  const robots = createRobots(fetcher, now);
  const reader = { read: async (article: Parameters<typeof extractor.extract>[0]) => extractor.extract(article) };
  const intake = createIntake({ store, reader, now, ledger: createLedger(file, 'test', extractor.name) });
  const opening = (task: NewTask, signal: AbortSignal) =>
    openTask(task, { fetcher, robots, document: openDocument, signal });
  const jobs = createJobs(file, {
    intake,
    now,
    concurrency: 2,
    open: opening,
  });
  const watches = createWatches(file, jobs, now);
  const app = createApp({
    answers,
    console: openConsole(store),
    reader,
    intake,
    openTask: opening,
    jobs,
    watches,
    now,
    metrics: createMetrics(),
    open: () => true,
    logger: pino({ level: 'silent' }),
    hosts: [],
    limits: { reading: 0, writing: 0, cypher: 0 },
    page: new URL('./no-page', import.meta.url).pathname,
    proxies: 0,
    ...options,
    store,
  });
  return {
    app,
    store,
    jobs,
    watches,
    close: async () => {
      watches.stop();
      await jobs.stop();
      await fetcher.close();
      await store.close();
      file.close();
    },
  };
};
