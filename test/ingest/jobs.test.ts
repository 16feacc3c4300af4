import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import type { Job, JobEvent } from '../../graph-schema/api.ts';
import { createFetcher } from '../../server/ingest/fetch/fetcher.ts';
import { createRobots } from '../../server/ingest/fetch/robots.ts';
import { openDocument } from '../../server/ingest/formats/open-document.ts';
import { createIntake } from '../../server/ingest/intake.ts';
import { createJobs, type Jobs } from '../../server/ingest/jobs/jobs.ts';
import { openQueueFile, type QueueFile } from '../../server/ingest/jobs/queue-file.ts';
import { taskOfDraft } from '../../server/ingest/jobs/runner.ts';
import { createLedger } from '../../server/ingest/ledger.ts';
import { loadExtractor } from '../../server/ingest/load-extractor.ts';
import { openTask } from '../../server/ingest/open-task.ts';
import { openEmbeddedStore } from '../../server/store/embedded/embedded-store.ts';
import { storeError } from '../../server/store/error.ts';
import type { Store } from '../../server/store/store.ts';
import { testServer } from '../routes/server-for-tests.ts';
import { zipOf } from './seeds.ts';

const now = () => new Date('2020-01-01T00:00:00Z');
const drafts = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) =>
    taskOfDraft({
      name: `report ${from + i}`,
      published: '2017-04-12',
      text: `Report ${from + i}. Russia vetoed the resolution number ${from + i} on Syria.`,
    }),
  );

describe('jobs', function () {
  this.timeout(60_000);
  let folder: string;
  let file: QueueFile;
  let store: Store;
  let jobs: Jobs;
  let extractor: Awaited<ReturnType<typeof loadExtractor>>;
  /** Set to make the store fail as one does that is away. */
  let away: Error | undefined;
  /** Set to hold every article until it resolves. */
  let gate: Promise<void> | undefined;

  const open = (): void => {
    file = openQueueFile(join(folder, 'jobs.sqlite'));
    const fetcher = createFetcher();
    const robots = createRobots(fetcher, now);
    const flaky: Store = {
      ...store,
      put: async (reading) => {
        if (away) throw away;
        return store.put(reading);
      },
    };
    const reader = {
      read: async (article: Parameters<typeof extractor.extract>[0]) => {
        await gate;
        return extractor.extract(article);
      },
    };
    const intake = createIntake({ store: flaky, reader, now, ledger: createLedger(file, 'test', extractor.name) });
    jobs = createJobs(file, {
      intake,
      now,
      concurrency: 2,
      open: (task, signal) => openTask(task, { fetcher, robots, document: openDocument, signal }),
    });
  };
  const shut = async (): Promise<void> => {
    await jobs.stop();
    file.close();
  };

  before(async () => {
    extractor = await loadExtractor();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'entente-jobs-'));
    store = openEmbeddedStore(':memory:');
    away = undefined;
    gate = undefined;
    open();
  });
  afterEach(async () => {
    await shut();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const sums = (job: Job | undefined) => job && [job.state, job.total, job.done, job.added, job.unchanged, job.failed];

  it('read their articles, tell each step, and end with a summary', async () => {
    const events: JobEvent[] = [];
    const { id } = jobs.create('five', drafts(5));
    jobs.follow(id, (event) => events.push(event));
    await jobs.idle();
    const job = jobs.job(id)!;
    assert.deepEqual(sums(job), ['done', 5, 5, 5, 0, 0]);
    assert.ok(job.claims >= 5);
    assert.deepEqual(
      events.flatMap((event) => (event.event === 'item' ? [event.data.number] : [])).sort(),
      [1, 2, 3, 4, 5],
    );
    assert.equal((events.at(-1)!.data as Job).state, 'done');
    assert.equal((await store.articles()).total, 5);
  });

  it('change nothing when the same is read again', async () => {
    jobs.create('first', drafts(3));
    await jobs.idle();
    const { id } = jobs.create('second', drafts(3));
    await jobs.idle();
    assert.deepEqual(sums(jobs.job(id)), ['done', 3, 3, 0, 3, 0]);
  });

  it('keep the errors of single articles until they are dismissed, and read the rest', async () => {
    const { id } = jobs.create('mixed', [
      ...drafts(2),
      taskOfDraft({ name: 'empty', text: ' ' }),
      { name: 'x.pdf', kind: 'file', payload: '{}', bytes: Buffer.from('%PDF-1.4 lies') },
    ]);
    await jobs.idle();
    assert.deepEqual(sums(jobs.job(id)), ['done', 4, 4, 2, 0, 2]);
    const failed = () => jobs.items(id, { undismissed: true }, { after: 0, limit: 10 });
    assert.deepEqual(
      failed().items.map((item) => [item.name, item.error?.split(':')[0]]),
      [
        ['empty', 'The article is empty'],
        ['x.pdf', 'The PDF is broken'],
      ],
    );
    assert.equal(jobs.job(id)!.undismissed, 2);
    jobs.dismiss(id);
    assert.equal(failed().total, 0);
    assert.equal(jobs.job(id)!.failed, 2);
  });

  it('open archives and tables into single articles, nested ones too', async () => {
    const lines = Array.from({ length: 220 }, (_, i) =>
      JSON.stringify({ id: String(i), text: `Line ${i}: Iran backs Syria.` }),
    ).join('\n');
    const bytes = zipOf({ 'a.txt': 'Putin met Assad in Sochi.', 'b.jsonl': lines, 'c.bin': 'x' });
    const { id } = jobs.create('archive', [{ name: 'all.zip', kind: 'file', payload: '{}', bytes }]);
    await jobs.idle();
    assert.deepEqual(sums(jobs.job(id)), ['done', 222, 222, 221, 0, 1]);
    assert.equal((await store.articles()).total, 221);
  });

  it('pause, go on, are cancelled, and are read again', async () => {
    let release = () => {};
    gate = new Promise((resolve) => {
      release = resolve;
    });
    const { id } = jobs.create('long', drafts(6));
    jobs.pause(id);
    release();
    gate = undefined;
    await jobs.idle();
    const paused = jobs.job(id)!;
    assert.equal(paused.state, 'paused');
    assert.ok(paused.done <= 2);
    assert.throws(() => jobs.pause(id), { name: 'JobStateError' });
    jobs.resume(id);
    await jobs.idle();
    assert.deepEqual(sums(jobs.job(id)), ['done', 6, 6, 6, 0, 0]);

    const other = jobs.create('other', drafts(6, 100)).id;
    jobs.cancel(other);
    await jobs.idle();
    assert.equal(jobs.job(other)!.state, 'cancelled');
    assert.ok((await store.articles()).total < 12);
    jobs.retry(other);
    await jobs.idle();
    assert.equal(jobs.job(other)!.state, 'done');
    assert.equal((await store.articles()).total, 12);
    jobs.remove(other);
    assert.equal(jobs.job(other), undefined);
  });

  it('go on after a restart with what was left', async () => {
    let release = () => {};
    gate = new Promise((resolve) => {
      release = resolve;
    });
    const { id } = jobs.create('survivor', drafts(8));
    const stopped = shut();
    release();
    gate = undefined;
    await stopped;
    open();
    await jobs.idle();
    assert.deepEqual(sums(jobs.job(id)), ['done', 8, 8, 8, 0, 0]);
    assert.equal((await store.articles()).total, 8);
  });

  it('wait for a store that is away, say so, and lose nothing', async () => {
    away = storeError('unavailable', 'The database does not answer', 'bolt://127.0.0.1', 'Start it.');
    const { id } = jobs.create('patient', drafts(4));
    const told = await new Promise<Job>((resolve) => {
      jobs.follow(id, (event) => {
        if (event.event === 'job' && event.data.error) resolve(event.data);
      });
    });
    assert.match(told.error!, /does not answer.*goes on by itself/);
    assert.equal(told.failed, 0);
    away = undefined;
    await jobs.idle();
    const job = jobs.job(id)!;
    assert.deepEqual(sums(job), ['done', 4, 4, 4, 0, 0]);
    assert.equal(job.error, undefined);
  });

  it('keep an article in another language and count it as not read', async () => {
    const { id } = jobs.create('languages', [
      taskOfDraft({
        name: 'fr',
        text: 'Le président russe a rencontré hier à Moscou le secrétaire d’État américain, selon le ministère des affaires étrangères de la Russie.',
      }),
    ]);
    await jobs.idle();
    const [item] = jobs.items(id, {}, { after: 0, limit: 1 }).items;
    assert.equal(jobs.job(id)!.skipped, 1);
    assert.equal(item!.state, 'skipped');
    assert.match(item!.notes!.join(' '), /in French/);
  });
});

describe('jobs over the API', function () {
  this.timeout(60_000);
  it('take uploaded files and stream their progress', async () => {
    const server = await testServer();
    try {
      const { body } = await request(server.app)
        .post('/api/jobs')
        .field('label', 'upload')
        .attach('files', Buffer.from('Putin met Assad in Sochi on Tuesday.'), 'a.txt')
        .attach('files', Buffer.from('{"text":"Iran backs Syria."}\n{"text":"half'), 'b.jsonl')
        .expect(202);
      await server.jobs.idle();
      const { text } = await request(server.app)
        .get(`/api/jobs/${body.id}/events`)
        .expect(200)
        .expect('Content-Type', /event-stream/);
      const job = JSON.parse(/^event: job\ndata: (.*)$/m.exec(text)![1]!) as Job;
      assert.deepEqual([job.label, job.state, job.added, job.failed], ['upload', 'done', 2, 1]);
      await request(server.app).post('/api/jobs').field('label', 'none').expect(400);
      await request(server.app).post('/api/jobs').send({ urls: [] }).expect(400);
    } finally {
      await server.close();
    }
  });
});
