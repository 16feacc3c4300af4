import { z } from 'zod';
import { ArticleInput } from './record.ts';
import { id, list, maybe, page } from './schema.ts';

export const JOB_STATES = ['waiting', 'running', 'paused', 'done', 'cancelled', 'failed'] as const;
export const ITEM_STATES = ['waiting', 'done', 'failed', 'skipped', 'cancelled'] as const;

/** What to read: any mix of pasted articles, addresses, feeds and files. Also taken as `multipart/form-data` with `files`. */
export const JobRequest = z
  .object({
    articles: maybe(list(ArticleInput).refine((all) => all.length <= 10_000, 'at most 10,000 articles in one request')),
    urls: maybe(list(z.string().max(4000)).refine((all) => all.length <= 1000, 'at most 1,000 addresses a request')),
    feeds: maybe(list(z.string().max(4000)).refine((all) => all.length <= 100, 'at most 100 feeds in one request')),
    files: maybe(
      list(
        z.object({
          name: z.string().min(1).max(500).meta({ description: 'The ending says what it is: report.pdf, news.zip' }),
          base64: z.base64('give the bytes of the file in base64'),
        }),
      ).refine((all) => all.length <= 1000, 'at most 1,000 files in one request'),
    ),
    label: maybe(z.string().max(200)),
  })
  .refine(
    (job) => [job.articles, job.urls, job.feeds, job.files].some((part) => part !== undefined && part.length > 0),
    'nothing to read: give articles, urls, feeds or files',
  )
  .meta({ id: 'JobRequest' });
export type JobRequest = z.infer<typeof JobRequest>;

/** Reading of many articles: how far it is. `total` grows while archives, folders and feeds are opened. */
export const Job = z
  .object({
    id: z.string(),
    label: z.string(),
    state: z.enum(JOB_STATES),
    created: z.string(),
    started: maybe(z.string()),
    finished: maybe(z.string()),
    total: z.int(),
    done: z.int().meta({ description: 'Articles finished, in whatever way' }),
    added: z.int(),
    replaced: z.int(),
    unchanged: z.int(),
    failed: z.int(),
    skipped: z.int().meta({ description: 'Kept but not read, for example in a language not read yet' }),
    claims: z.int(),
    /** Failures that nobody has dismissed yet. */
    undismissed: z.int(),
    error: maybe(z.string().meta({ description: 'Why the job as a whole stopped, and what to do' })),
  })
  .meta({ id: 'Job' });
export type Job = z.infer<typeof Job>;

/** One article of a job. */
export const JobItem = z
  .object({
    number: z.int().meta({ description: 'Place in the job, from 1' }),
    name: z.string(),
    state: z.enum(ITEM_STATES),
    outcome: maybe(z.enum(['added', 'replaced', 'unchanged'])),
    articleId: maybe(z.string()),
    claims: maybe(z.int()),
    error: maybe(z.string().meta({ description: 'What was wrong, where, and what to do' })),
    dismissed: maybe(z.boolean()),
    notes: maybe(list(z.string())),
  })
  .meta({ id: 'JobItem' });
export type JobItem = z.infer<typeof JobItem>;

export const JobPage = page(Job).meta({ id: 'JobPage' });
export type JobPage = z.infer<typeof JobPage>;

export const JobItemPage = page(JobItem).meta({ id: 'JobItemPage' });
export type JobItemPage = z.infer<typeof JobItemPage>;

/** One server-sent event of `/api/jobs/{id}/events`: `event: job` carries a `Job`, `event: item` a `JobItem`. */
export type JobEvent =
  | { readonly event: 'job'; readonly data: Job }
  | { readonly event: 'item'; readonly data: JobItem };

/** A feed that is read again and again. */
export const WatchRequest = z
  .object({
    url: z.url({ protocol: /^https?$/, message: 'give an http or https address' }).max(4000),
    schedule: z
      .string()
      .min(9)
      .max(100)
      .default('*/30 * * * *')
      .meta({ description: 'Cron expression with five fields, in UTC; not oftener than every five minutes' }),
  })
  .meta({ id: 'WatchRequest' });

export const Watch = z
  .object({
    id,
    url: z.string(),
    schedule: z.string(),
    created: z.string(),
    lastRun: maybe(z.string()),
    nextRun: maybe(z.string()),
    lastJob: maybe(z.string()),
    lastError: maybe(z.string()),
  })
  .meta({ id: 'Watch' });
export type Watch = z.infer<typeof Watch>;

export const WatchPage = page(Watch).meta({ id: 'WatchPage' });
export type WatchPage = z.infer<typeof WatchPage>;
