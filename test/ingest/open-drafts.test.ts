import assert from 'node:assert/strict';
import { type Found, UnreadError } from '../../server/ingest/draft.ts';
import type { NewTask } from '../../server/ingest/jobs/job-table.ts';
import { openDrafts } from '../../server/ingest/open-drafts.ts';

const BOUNDS = { most: 5, characters: 10_000, patience: 5_000 };
const task = (name: string): NewTask => ({ name, kind: 'file', payload: '{}', bytes: new Uint8Array() });
const article = (name: string): Found => ({ name, text: `Peru thanked Bolivia, says ${name}.` });

const opening = (entries: Readonly<Record<string, readonly (Found | NewTask)[]>>) =>
  async function* ({ name }: NewTask): AsyncGenerator<Found | NewTask> {
    if (!entries[name]) throw new UnreadError(`${name} is not here.`);
    yield* entries[name];
  };

describe('opening before anything is stored', () => {
  it('follows what is inside, in order, and tells beside it what could not be read', async () => {
    const open = opening({
      'a.zip': [article('one'), task('inner.zip'), { name: 'bad.pdf', error: 'It is broken.' }],
      'inner.zip': [article('two')],
      'empty.zip': [],
    });
    const { articles, unread, more } = await openDrafts(['a.zip', 'gone', 'empty.zip'].map(task), open, BOUNDS);
    assert.deepEqual(
      articles.map(({ name }) => name),
      ['one', 'two'],
    );
    assert.deepEqual(
      unread.map(({ name }) => name),
      ['bad.pdf', 'gone', 'empty.zip'],
    );
    assert.equal(more, false);
  });

  it('tells an article without text apart', async () => {
    const { articles, unread } = await openDrafts(
      [task('a')],
      opening({ a: [{ name: 'blank', text: ' \n' }] }),
      BOUNDS,
    );
    assert.equal(articles.length, 0);
    assert.match(unread[0]!.error, /no text/);
  });

  it('stops at its bounds and says that there is more', async () => {
    const many = Array.from({ length: 9 }, (_, i) => article(`number ${i}`));
    const { articles, more } = await openDrafts([task('a')], opening({ a: many }), BOUNDS);
    assert.deepEqual([articles.length, more], [5, true]);
    const long = await openDrafts([task('a')], opening({ a: many }), { ...BOUNDS, characters: 60 });
    assert.deepEqual([long.articles.length, long.more], [2, true]);
  });
});
