import assert from 'node:assert/strict';
import { articleId } from '../../graph-schema/ids.ts';
import type { Reading } from '../../graph-schema/record.ts';
import { createPool, type Pool } from '../../server/ingest/pool.ts';
import { pdfOf } from './seeds.ts';

const article = (text: string) => ({ id: articleId(text), text, published: '2017-04-12' });
const veto = (number: number) => article(`Russia vetoed resolution ${number} on Syria.`);
/** So long that no thread reads it in a few milliseconds. */
const endless = article('Lavrov met Tillerson in Moscow, and Kerry met Lavrov in Geneva. '.repeat(10_000));
/** What became of a task: the article's id, or the error. */
const outcome = (reading: Promise<Reading>): Promise<string> =>
  reading.then(
    ({ article: { id } }) => id,
    (error: Error) => error.message,
  );

describe('threads that read articles', function () {
  this.timeout(60_000);
  let pool: Pool;
  afterEach(() => pool.close());

  it('give each article its own answer, however many are in hand', async () => {
    pool = createPool({ size: 2 });
    const articles = Array.from({ length: 40 }, (_, number) => veto(number));
    const readings = await Promise.all(articles.map((each) => pool.read(each)));
    assert.deepEqual(
      readings.map((reading) => reading.article.id),
      articles.map(({ id }) => id),
    );
    assert.ok(readings.every(({ claims }) => claims.some(({ type }) => type === 'VETOED')));
  });

  it('answer in order where a document takes longer than the one behind it', async () => {
    pool = createPool({ size: 1 });
    const [pdf, text] = await Promise.all([
      pool.open('slow.pdf', pdfOf(['Russia vetoed the draft resolution on Syria.'])),
      pool.open('quick.txt', Buffer.from('China abstained in the vote on Syria.')),
    ]);
    assert.match(pdf.text, /Russia vetoed/);
    assert.match(text.text, /China abstained/);
  });

  it('fail the article that takes too long, and read those that lay ready behind it', async () => {
    pool = createPool({ size: 1, timeout: { base: 2_000, perUnit: 0, start: 20_000 } });
    await pool.read(veto(0)); // it has loaded all it works with
    const waiting = [endless, veto(1), veto(2)].map((each) => outcome(pool.read(each)));
    const [first, ...rest] = await Promise.all(waiting);
    assert.match(first!, /took longer than/);
    assert.deepEqual(rest, [veto(1).id, veto(2).id]);
  });

  it('fail the article that takes too much memory, and read those that lay ready behind it', async () => {
    pool = createPool({ size: 1, memory: 90 });
    const [first, second] = await Promise.all([outcome(pool.read(endless)), outcome(pool.read(veto(1)))]);
    assert.match(first!, /too much memory/);
    assert.equal(second, veto(1).id);
  });

  it('let an article go that nobody waits for any more', async () => {
    pool = createPool({ size: 1 });
    const [, , third] = [
      pool.read(veto(0)),
      pool.read(veto(1)),
      outcome(pool.read(veto(2), AbortSignal.abort(new Error('gone')))),
    ];
    assert.equal(await third, 'gone');
  });

  it('reject what they have not read when they are closed', async () => {
    pool = createPool({ size: 1 });
    const outcomes = [veto(0), veto(1), veto(2), veto(3)].map((each) => outcome(pool.read(each)));
    await pool.close();
    for (const said of await Promise.all(outcomes)) assert.match(said, /program is ending/);
    assert.match(await outcome(pool.read(veto(4))), /program is ending/);
  });
});
