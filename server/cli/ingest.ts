import type { PutAnswer } from '../../graph-schema/api.ts';
import { type Config, readConfig } from '../config.ts';
import { EXTRACTOR } from '../extract/extract.ts';
import { type Draft, isUnread, UnreadError } from '../ingest/draft.ts';
import { createFetcher } from '../ingest/fetch/fetcher.ts';
import { createRobots } from '../ingest/fetch/robots.ts';
import { openDocument } from '../ingest/formats/open-document.ts';
import { createIntake, type Taken } from '../ingest/intake.ts';
import type { NewTask } from '../ingest/jobs/job-table.ts';
import { openQueueFile } from '../ingest/jobs/queue-file.ts';
import { createLedger } from '../ingest/ledger.ts';
import { loadExtractor } from '../ingest/load-extractor.ts';
import { openTask } from '../ingest/open-task.ts';
import { createPool } from '../ingest/pool.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { storeKeyOf } from '../store-key.ts';
import { collectOften, compileOnlyWhatIsHot } from './batch-runtime.ts';
import { FailureError, MisuseError } from './errors.ts';
import { inOrder } from './in-order.ts';
import { write } from './print.ts';
import { createProgress } from './progress.ts';
import { isOneArticle, readSources } from './sources.ts';

/** What became of the articles of one run. */
export interface Summary {
  added: number;
  replaced: number;
  unchanged: number;
  skipped: number;
  failed: number;
  claims: number;
  seconds: number;
  errors: { name: string; error: string }[];
}

export interface Run {
  readonly store: Store;
  readonly config: Config;
  readonly sources: readonly string[];
  readonly what: string;
  readonly quiet: boolean;
  readonly threads?: number;
  readonly again?: boolean;
  readonly defaults?: Partial<Draft>;
}

type Outcome = { readonly name: string } & ({ readonly taken: Taken } | { readonly error: string });

/** Articles in hand for each thread: enough that a store writes many at once while the threads read the next. */
const IN_HAND = 32;

/** Errors kept for the summary; all are told when they happen. */
const MOST_ERRORS = 1000;

/** Everything in the sources, opened: articles, and what could not be read. Depth first, in order, one at a time in memory. */
async function* opened(
  entries: AsyncIterable<Draft | { name: string; error: string } | NewTask>,
  open: (task: NewTask) => ReturnType<typeof openTask>,
): AsyncGenerator<Draft | { name: string; error: string }> {
  for await (const entry of entries) {
    if (!('payload' in entry)) {
      yield entry;
      continue;
    }
    try {
      let empty = true;
      for await (const found of opened(open(entry), open)) {
        empty = false;
        yield found;
      }
      if (empty) yield { name: entry.name, error: 'There is no article in it.' };
    } catch (error) {
      if (!(error instanceof UnreadError)) throw error;
      yield { name: entry.name, error: error.message };
    }
  }
}

/**
 * Reads sources into a store. Each article is stored whole or not at all; what was stored by an earlier run that was
 * cut off is passed over, so that the same command goes on where it stopped.
 */
export const ingestInto = async (run: Run): Promise<Summary> => {
  const started = performance.now();
  const file = openQueueFile(run.config.jobsFile);
  const threads = run.threads ?? run.config.threads;
  const pool = createPool(threads === undefined ? {} : { size: threads });
  const one = await isOneArticle(run.sources);
  const fetcher = createFetcher();
  const now = () => new Date();
  const ledger = createLedger(file, storeKeyOf(run.config), EXTRACTOR);
  const intake = createIntake({
    store: run.store,
    reader: one ? { read: async (article) => (await loadExtractor()).extract(article) } : pool,
    now,
    ledger: run.again ? { ...ledger, hasRead: () => false } : ledger,
  });
  const opening = { fetcher, robots: createRobots(fetcher, now), document: one ? openDocument : pool.open };
  const progress = await createProgress(run.what, { quiet: run.quiet });
  const summary: Summary = {
    added: 0,
    replaced: 0,
    unchanged: 0,
    skipped: 0,
    failed: 0,
    claims: 0,
    seconds: 0,
    errors: [],
  };
  const stop = new AbortController();
  const onSignal = (): void =>
    stop.abort(new FailureError('Stopped. What was read is stored; the same command goes on from here.'));
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);

  const take = async (found: Draft | { name: string; error: string }): Promise<Outcome> => {
    if (isUnread(found)) return found;
    stop.signal.throwIfAborted();
    try {
      return { name: found.name, taken: await intake.put({ ...run.defaults, ...(found as Draft) }, stop.signal) };
    } catch (error) {
      if (!(error instanceof UnreadError)) throw error;
      return { name: found.name, error: error.message };
    }
  };
  const count = ({ outcome, article }: PutAnswer, kept: boolean): void => {
    summary[outcome]++;
    summary.claims += article.claims;
    if (kept) summary.skipped++;
  };

  try {
    const all = opened(readSources(run.sources), (task) => openTask(task, opening));
    for await (const outcome of inOrder(all, pool.size * IN_HAND, take)) {
      if ('taken' in outcome) {
        count(outcome.taken, outcome.taken.kept);
        if (!run.quiet && outcome.taken.kept) progress.say(`${outcome.name}: ${outcome.taken.notes.at(-1)}`);
      } else {
        summary.failed++;
        if (summary.errors.length < MOST_ERRORS) summary.errors.push({ name: outcome.name, error: outcome.error });
        progress.say(`${outcome.name}: ${outcome.error}`);
      }
      progress.step(outcome.name);
      stop.signal.throwIfAborted();
    }
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    progress.stop();
    await pool.close();
    await fetcher.close();
    file.close();
  }
  summary.seconds = Math.round((performance.now() - started) / 10) / 100;
  return summary;
};

interface Options {
  readonly published?: string;
  readonly source?: string;
  readonly again?: boolean;
  readonly threads?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const sentence = (summary: Summary): string =>
  `${summary.added} added, ${summary.replaced} replaced, ${summary.unchanged} unchanged, ${summary.failed} failed` +
  `${summary.skipped ? `, ${summary.skipped} kept but not read` : ''}; ${summary.claims} claims, ${summary.seconds} s`;

/** The ingest command. Exit status 1 where nothing could be read. */
export const ingest = async (sources: readonly string[], options: Options): Promise<void> => {
  const given = sources.length > 0 ? sources : process.stdin.isTTY ? [] : ['-'];
  if (given.length === 0)
    throw new MisuseError('Nothing to read: give files, folders, addresses, or - for JSON lines on stdin.');
  const config = readConfig();
  compileOnlyWhatIsHot();
  collectOften();
  const store = await openStore(process.env);
  try {
    const summary = await ingestInto({
      store,
      config,
      sources: given,
      what: 'reading',
      quiet: options.quiet ?? false,
      again: options.again ?? false,
      ...(options.threads === undefined ? {} : { threads: options.threads }),
      defaults: {
        ...(options.published ? { published: options.published } : {}),
        ...(options.source ? { source: options.source } : {}),
      },
    });
    if (options.json) await write(`${JSON.stringify(summary)}\n`);
    if (!options.quiet) process.stderr.write(`${sentence(summary)}\n`);
    const read = summary.added + summary.replaced + summary.unchanged;
    if (read === 0) process.exitCode = 1;
  } finally {
    await store.close();
  }
};
