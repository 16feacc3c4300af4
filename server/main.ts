import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { openConsole } from './console/open-console.ts';
import { EXTRACTOR } from './extract/extract.ts';
import { rateLimitsFor } from './http/limits.ts';
import { createLogger } from './http/logger.ts';
import { isLoopbackHost } from './http/loopback.ts';
import { createMetrics } from './http/metrics.ts';
import { answerUnread, LARGEST_HEAD } from './http/unread.ts';
import { createFetcher, type Fetcher } from './ingest/fetch/fetcher.ts';
import { createRobots } from './ingest/fetch/robots.ts';
import { createIntake } from './ingest/intake.ts';
import type { NewTask } from './ingest/jobs/job-table.ts';
import { createJobs } from './ingest/jobs/jobs.ts';
import { openQueueFile } from './ingest/jobs/queue-file.ts';
import { createWatches } from './ingest/jobs/watches.ts';
import { createLedger } from './ingest/ledger.ts';
import { openTask } from './ingest/open-task.ts';
import { createPool } from './ingest/pool.ts';
import { forgettingStore, keepAnswers } from './routes/kept-answers.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { storeKeyOf } from './store-key.ts';

/** A server that listens. */
export interface Running {
  readonly address: string;
  readonly store: Store;
  /** Stops: no new connections, what is in hand is finished, the store is closed. Idempotent. */
  close(): Promise<void>;
}

export const PAGE_FOLDER = fileURLToPath(new URL('../dist/web', import.meta.url));

/** Milliseconds that answers in hand have to finish when the server stops. */
const GRACE = 10_000;

const listen = (server: Server, { host, port }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });

const addressOf = (server: Server): string => {
  const { address, family, port } = server.address() as AddressInfo;
  const host = family === 'IPv6' ? `[${address}]` : address;
  return `http://${['0.0.0.0', '[::]'].includes(host) ? 'localhost' : host}:${port}/`;
};

/** Articles in hand for each thread: one that it reads, one that lies ready, one that is being stored. */
const IN_HAND = 3;

/** Opens the store, goes on with the queue, listens. The caller closes what `store` it gave itself. */
export const serve = async (
  config: Config,
  options: {
    readonly store?: Store;
    readonly logger?: Logger;
    readonly page?: string;
    readonly fetcher?: Fetcher;
  } = {},
): Promise<Running> => {
  const logger = options.logger ?? createLogger(config.logLevel);
  const answers = keepAnswers(() => store.version());
  const store: Store = forgettingStore(options.store ?? (await openStore(process.env)), answers);
  const file = openQueueFile(config.jobsFile);
  const pool = createPool(config.threads === undefined ? {} : { size: config.threads });
  const metrics = createMetrics();
  const fetcher = options.fetcher ?? createFetcher();
  const now = () => new Date();
  const robots = createRobots(fetcher, now);
  const ledger = createLedger(file, storeKeyOf(config), EXTRACTOR);
  const intake = createIntake({ store, reader: pool, ledger, now });
  let open = true;
  const opening = (task: NewTask, signal: AbortSignal) =>
    openTask(task, { fetcher, robots, document: pool.open, signal });
  const jobs = createJobs(file, {
    intake,
    now,
    open: opening,
    concurrency: pool.size * IN_HAND,
    onArticle: (outcome) => metrics.articles.inc({ outcome }),
    onFault: (error, task) => logger.error({ err: error, job: task.job, item: task.number }, 'article failed'),
  });
  const watches = createWatches(file, jobs, now);
  const waiting = setInterval(() => metrics.waiting.set(jobs.waiting()), 5000);
  waiting.unref();
  const app = createApp({
    store,
    answers,
    console: openConsole(store),
    reader: pool,
    intake,
    openTask: opening,
    jobs,
    watches,
    metrics,
    now,
    logger,
    open: () => open,
    hosts: [...config.hosts, config.host],
    limits: rateLimitsFor(isLoopbackHost(config.host)),
    page: options.page ?? PAGE_FOLDER,
    proxies: config.proxies,
    ...(config.token === undefined ? {} : { token: config.token }),
  });
  const limits = { requestTimeout: 120_000, headersTimeout: 20_000, maxHeaderSize: LARGEST_HEAD };
  const server = createServer(limits, app).on('clientError', answerUnread);
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    open = false;
    clearInterval(waiting);
    watches.stop();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const force = setTimeout(() => server.closeAllConnections(), GRACE);
    await Promise.race([jobs.stop(), new Promise((resolve) => setTimeout(resolve, GRACE).unref())]);
    server.closeIdleConnections();
    await pool.close();
    server.closeAllConnections();
    await closed;
    clearTimeout(force);
    await fetcher.close();
    await store.close();
    file.close();
  };
  try {
    await listen(server, config);
  } catch (error) {
    await close();
    throw error;
  }
  const address = addressOf(server);
  logger.info({ address, store: store.kind, page: existsSync(options.page ?? PAGE_FOLDER) }, 'listening');
  return { address, store, close: () => (closing ??= close()) };
};
