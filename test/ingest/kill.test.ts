import assert from 'node:assert/strict';
import { join } from 'node:path';
import { digestOf, type KillPlan, killCommandLine, killServer, prepare } from './kill.ts';

describe('an ingest that is killed', function () {
  this.timeout(300_000);
  const plan: KillPlan = { articles: 16, words: 60, kills: 2, seed: 'short', within: 2000 };
  let made: Awaited<ReturnType<typeof prepare>>;
  before(async () => {
    made = await prepare(plan);
    assert.equal(made.wanted.articles, plan.articles);
  });
  after(() => made.clean());

  it('on the command line, ends with exactly the graph of an undisturbed run when it is called again', async () => {
    const environment = { DATA_FILE: join(made.folder, 'command', 'entente.sqlite') };
    await killCommandLine(made.file, environment, plan);
    assert.deepEqual(await digestOf(environment), made.wanted);
  });

  it('in the server, goes on by itself at the next start and ends with exactly that graph', async () => {
    const environment = { DATA_FILE: join(made.folder, 'server', 'entente.sqlite') };
    await killServer(made.articles, environment, plan);
    assert.deepEqual(await digestOf(environment), made.wanted);
  });
});
