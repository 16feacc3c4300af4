import assert from 'node:assert/strict';
import { join } from 'node:path';
import { digestOf, type KillPlan, killCommandLine, killServer, prepare } from '../ingest/kill.ts';

describe('an ingest of 500 articles that is killed fifty times', function () {
  this.timeout(0);
  const plan: KillPlan = { articles: 500, words: 120, kills: 25, seed: 'long', within: 3500 };
  let made: Awaited<ReturnType<typeof prepare>>;
  before(async () => {
    made = await prepare(plan);
  });
  after(() => made.clean());

  for (const round of [1, 2])
    it(`on the command line, in round ${round}, ends with exactly the graph of an undisturbed run`, async () => {
      const environment = { DATA_FILE: join(made.folder, `command-${round}`, 'entente.sqlite') };
      const hits = await killCommandLine(made.file, environment, { ...plan, seed: `round ${round}` });
      console.log(`      ${hits} kills`);
      assert.deepEqual(await digestOf(environment), made.wanted);
    });

  for (const round of [1, 2])
    it(`in the server, in round ${round}, ends with exactly that graph`, async () => {
      const environment = { DATA_FILE: join(made.folder, `server-${round}`, 'entente.sqlite') };
      const hits = await killServer(made.articles, environment, { ...plan, seed: `round ${round}` });
      console.log(`      ${hits} kills`);
      assert.deepEqual(await digestOf(environment), made.wanted);
    });

  it('by two command lines at once, ends with exactly that graph', async () => {
    const environment = { DATA_FILE: join(made.folder, 'two', 'entente.sqlite') };
    await Promise.all([
      killCommandLine(made.file, environment, { ...plan, kills: 3, seed: 'one' }),
      killCommandLine(made.file, environment, { ...plan, kills: 3, seed: 'other' }),
    ]);
    assert.deepEqual(await digestOf(environment), made.wanted);
  });
});
