import type { Response, Router } from 'express';
import { cursorOf, type Job, type JobEvent, OPERATIONS } from '../../graph-schema/api.ts';
import { HttpProblem, notFound } from '../errors.ts';
import { JobStateError } from '../ingest/jobs/job-control.ts';
import { WatchError } from '../ingest/jobs/watches.ts';
import { isWithin, keyAfter, pageOf, reportedKey } from '../store/page.ts';
import { pageOptions, windowOptions } from './page-options.ts';
import type { Parts } from './parts.ts';
import { route } from './route.ts';
import { tasksOfRequest } from './tasks-of-request.ts';

/** Milliseconds between two signs of life on an event stream. */
const HEARTBEAT = 15_000;

const orConflict = <T>(act: () => T): T => {
  try {
    return act();
  } catch (error) {
    if (error instanceof JobStateError || error instanceof WatchError) throw new HttpProblem(409, error.message);
    throw error;
  }
};

const send = (response: Response, event: JobEvent): void => {
  response.write(`event: ${event.event}\ndata: ${JSON.stringify(event.data)}\n\n`);
};

const ended = (job: Job): boolean => job.state === 'done' || job.state === 'cancelled' || job.state === 'failed';

/** Reading many articles, and the feeds that are read on a schedule. */
export const jobRoutes = (router: Router, { jobs, watches }: Pick<Parts, 'jobs' | 'watches'>): void => {
  const need = (id: string): Job => {
    const job = jobs.job(id);
    if (!job) throw notFound('job', id);
    return job;
  };
  const act = (id: string, action: (id: string) => Job): Job => {
    need(id);
    return orConflict(() => action(id));
  };

  route(router, OPERATIONS.createJob, async ({ body, request }) => {
    const { label, tasks } = await tasksOfRequest(request, body);
    return jobs.create(label, tasks);
  });
  route(router, OPERATIONS.jobs, ({ query }) => {
    const window = windowOptions(query);
    const newestFirst = jobs
      .list()
      .filter(({ created }) => isWithin(created, window))
      .map((job) => ({ job, key: reportedKey(job.created, job.id) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    const { items, ...place } = pageOf(newestFirst, ({ key }) => key, pageOptions(query));
    return { ...place, items: items.map(({ job }) => job) };
  });
  route(router, OPERATIONS.job, ({ params }) => need(params.id));
  route(router, OPERATIONS.jobItems, ({ params, query }) => {
    need(params.id);
    const after = Number(keyAfter(query.after) ?? 0);
    if (!Number.isSafeInteger(after) || after < 0)
      throw new HttpProblem(400, 'query.after: this is a place in another list; give `next` of the page before');
    const filter = { ...(query.state ? { state: query.state } : {}), undismissed: query.undismissed === 'true' };
    const { items, total, next } = jobs.items(params.id, filter, { after, limit: query.limit });
    return { items: [...items], total, ...(next === undefined ? {} : { next: cursorOf(String(next)) }) };
  });
  route(router, OPERATIONS.jobEvents, ({ params, response, signal }) => {
    const job = need(params.id);
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    send(response, { event: 'job', data: job });
    if (ended(job)) return void response.end();
    const stop = jobs.follow(params.id, (event) => {
      send(response, event);
      if (event.event === 'job' && ended(event.data)) response.end();
    });
    const heartbeat = setInterval(() => response.write(': alive\n\n'), HEARTBEAT);
    signal.addEventListener('abort', () => {
      clearInterval(heartbeat);
      stop();
    });
  });
  route(router, OPERATIONS.cancelJob, ({ params }) => act(params.id, jobs.cancel));
  route(router, OPERATIONS.pauseJob, ({ params }) => act(params.id, jobs.pause));
  route(router, OPERATIONS.resumeJob, ({ params }) => act(params.id, jobs.resume));
  route(router, OPERATIONS.retryJob, ({ params }) => act(params.id, jobs.retry));
  route(router, OPERATIONS.dismissJob, ({ params }) => act(params.id, jobs.dismiss));
  route(router, OPERATIONS.deleteJob, ({ params }) => {
    need(params.id);
    orConflict(() => jobs.remove(params.id));
  });

  route(router, OPERATIONS.watches, ({ query }) =>
    pageOf(watches.list(), ({ created, id }) => `${created} ${id}`, pageOptions(query)),
  );
  route(router, OPERATIONS.createWatch, ({ body }) => orConflict(() => watches.create(body.url, body.schedule)));
  route(router, OPERATIONS.deleteWatch, ({ params }) => {
    if (!watches.remove(params.id)) throw notFound('watched feed', params.id);
  });
};
