import type { Article } from '../../graph-schema/article.ts';
import type { Reading } from '../../graph-schema/record.ts';
import type { Console } from '../console/console.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Found } from '../ingest/draft.ts';
import type { Intake } from '../ingest/intake.ts';
import type { NewTask } from '../ingest/jobs/job-table.ts';
import type { Jobs } from '../ingest/jobs/jobs.ts';
import type { Watches } from '../ingest/jobs/watches.ts';
import type { Store } from '../store/store.ts';
import type { KeptAnswers } from './kept-answers.ts';

/** Reads articles in threads of its own. */
export interface Reader {
  read(article: Article, signal?: AbortSignal): Promise<Reading>;
}

/** What the routes work with; made by whoever starts the server. */
export interface Parts {
  readonly store: Store;
  /** What was answered since the store was last written to. */
  readonly answers: KeptAnswers;
  /** Cypher from users, on this store. */
  readonly console: Console;
  readonly reader: Reader;
  readonly intake: Intake;
  /** Opens a file, an address or a feed to what is in it. */
  readonly openTask: (task: NewTask, signal: AbortSignal) => AsyncIterable<Found | NewTask>;
  readonly jobs: Jobs;
  readonly watches: Watches;
  readonly metrics: Metrics;
  /** The time, given so that tests can say which it is. */
  readonly now: () => Date;
  /** False while the server is shutting down. */
  readonly open: () => boolean;
}
