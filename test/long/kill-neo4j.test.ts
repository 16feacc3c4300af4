import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startNeo4j } from '../../scripts/neo4j/start-neo4j.ts';
import { digestOf, ingestOnce, type KillPlan, killCommandLine, killServer, prepare } from '../ingest/kill.ts';
import { emptyNeo4j } from '../store/empty-neo4j.ts';

const uri = process.env.TEST_NEO4J_URI;

describe(`an ingest into Neo4j that is killed many times${uri ? '' : ' (skipped: TEST_NEO4J_URI is not set)'}`, function () {
  this.timeout(0);
  const plan: KillPlan = { articles: 500, words: 80, kills: 25, seed: 'long, Neo4j', within: 4000 };
  let made: Awaited<ReturnType<typeof prepare>>;
  const environment = (name: string) => ({
    NEO4J_URI: uri!,
    DATA_FILE: join(made.folder, name, 'entente.sqlite'),
  });
  before(async function () {
    if (!uri) this.skip();
    made = await prepare(plan);
  });
  beforeEach(() => emptyNeo4j(uri!));
  after(() => made?.clean());

  it('on the command line, ends with exactly the graph of an undisturbed run into the embedded store', async () => {
    const hits = await killCommandLine(made.file, environment('command'), plan);
    console.log(`      ${hits} kills`);
    assert.deepEqual(await digestOf(environment('command')), made.wanted);
  });

  it('in the server, ends with exactly that graph', async () => {
    const hits = await killServer(made.articles, environment('server'), plan);
    console.log(`      ${hits} kills`);
    assert.deepEqual(await digestOf(environment('server')), made.wanted);
  });

  it('by two command lines at once, each with a queue of its own, ends with exactly that graph', async () => {
    await Promise.all([
      killCommandLine(made.file, environment('one'), { ...plan, kills: 3, seed: 'one' }),
      killCommandLine(made.file, environment('other'), { ...plan, kills: 3, seed: 'other' }),
    ]);
    assert.deepEqual(await digestOf(environment('one')), made.wanted);
  });

  it('while Neo4j itself is killed and brought back, ends with exactly that graph', async () => {
    const home = mkdtempSync(join(tmpdir(), 'entente-neo4j-'));
    const port = 17_695;
    let server = await startNeo4j({ port, home });
    try {
      const own = { ...environment('away'), NEO4J_URI: server.uri };
      const running = ingestOnce(made.file, own);
      await sleep(6000);
      await server.kill();
      const status = await running;
      console.log(`      the ingest that lost its store ended with ${status}`);
      server = await startNeo4j({ port, home });
      assert.equal(await ingestOnce(made.file, own), 0);
      assert.deepEqual(await digestOf(own), made.wanted);
    } finally {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    }
  });
});
