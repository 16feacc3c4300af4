import assert from 'node:assert/strict';
import { type Answer, answerOf } from '../../server/routes/answer.ts';
import { forgettingStore, type KeptAnswers, keepAnswers } from '../../server/routes/kept-answers.ts';
import { openEmbeddedStore } from '../../server/store/embedded/embedded-store.ts';

const textOf = async (answers: KeptAnswers, question: string, make: () => Promise<Answer>): Promise<string> =>
  JSON.parse(String((await answers.of(question, make)).bytes));

describe('kept answers', () => {
  const counting = (body = 'answer') => {
    let made = 0;
    return { make: async () => answerOf(`${body} ${++made}`), made: () => made };
  };

  it('are made once for all who ask at the same time, and after', async () => {
    const { make, made } = counting();
    const answers = keepAnswers(undefined, () => 0);
    const all = await Promise.all([textOf(answers, '/a', make), textOf(answers, '/a', make)]);
    assert.deepEqual([...all, await textOf(answers, '/a', make)], ['answer 1', 'answer 1', 'answer 1']);
    assert.equal(made(), 1);
    assert.equal(await textOf(answers, '/b', make), 'answer 2');
  });

  it('are made anew after a second, since another process may write', async () => {
    let now = 0;
    const { make } = counting();
    const answers = keepAnswers(undefined, () => now);
    await answers.of('/a', make);
    now = 1_001;
    assert.equal(await textOf(answers, '/a', make), 'answer 2');
  });

  it('are kept as long as a store that can tell says that nobody has written', async () => {
    let now = 0;
    let version = 1;
    const { make } = counting();
    const answers = keepAnswers(
      () => version,
      () => now,
    );
    await answers.of('/a', make);
    now = 1e9;
    assert.equal(await textOf(answers, '/a', make), 'answer 1');
    version = 2;
    assert.equal(await textOf(answers, '/a', make), 'answer 2');
  });

  it('are made anew after a write to the store', async () => {
    const { make } = counting();
    const answers = keepAnswers(undefined, () => 0);
    const store = forgettingStore(openEmbeddedStore(':memory:'), answers);
    await answers.of('/a', make);
    await store.remove('article:none');
    assert.equal(await textOf(answers, '/a', make), 'answer 2');
    await store.close();
  });

  it('that failed are not kept', async () => {
    const answers = keepAnswers(undefined, () => 0);
    await assert.rejects(
      answers.of('/a', () => Promise.reject(new Error('away'))),
      /away/,
    );
    assert.equal(await textOf(answers, '/a', async () => answerOf('there')), 'there');
  });

  it('give way also where they are many and small', async () => {
    const answers = keepAnswers(undefined, () => 0);
    const small = counting();
    for (let question = 0; question < 20_000; question++) await answers.of(`/${question}`, small.make);
    await answers.of('/19999', small.make);
    assert.equal(small.made(), 20_000);
    await answers.of('/0', small.make);
    assert.equal(small.made(), 20_001);
  });

  it('give way when they take too much room', async () => {
    const answers = keepAnswers(undefined, () => 0);
    const large = counting('x'.repeat(12_000_000));
    for (const question of ['/a', '/b', '/c']) await answers.of(question, large.make);
    await answers.of('/c', large.make);
    assert.equal(large.made(), 3);
    await answers.of('/a', large.make);
    assert.equal(large.made(), 4);
  });
});
