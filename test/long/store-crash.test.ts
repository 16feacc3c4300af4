import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNeo4j } from '../../scripts/neo4j/start-neo4j.ts';
import { draw } from '../../server/draw/draw.ts';
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';
import { drawingOf } from '../store/contract.ts';
import { killAndLook } from '../store/crash.ts';
import { emptyNeo4j } from '../store/empty-neo4j.ts';
import { makeReadings } from '../store/readings.ts';

const KILLS = 50;

describe('stores that are killed, many times', function () {
  this.timeout(0);

  it(`embedded: ${KILLS} kills`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-store-'));
    try {
      await killAndLook({ DATA_FILE: join(folder, 'entente.sqlite'), NEO4J_URI: '' }, KILLS, 60);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  const uri = process.env.TEST_NEO4J_URI;
  it(`neo4j: ${KILLS} kills${uri ? '' : ' (skipped: TEST_NEO4J_URI is not set)'}`, async function () {
    if (!uri) this.skip();
    await emptyNeo4j(uri);
    await killAndLook({ NEO4J_URI: uri }, KILLS, 60);
  });

  it(`neo4j: killed itself in the middle, and brought back${uri ? '' : ' (skipped: TEST_NEO4J_URI is not set)'}`, async function () {
    if (!uri) this.skip();
    const home = mkdtempSync(join(tmpdir(), 'entente-neo4j-'));
    const readings = makeReadings(77, 30, { claims: 2 });
    let server = await startNeo4j({ port: 17_690, home });
    try {
      let store = await openNeo4jStore({ uri: server.uri });
      const stored = new Set<number>();
      const writing = (async () => {
        for (const [at, reading] of readings.entries()) {
          await store.put(reading);
          stored.add(at);
        }
      })();
      while (stored.size < 8) await new Promise((wake) => setTimeout(wake, 20));
      await server.kill();
      await assert.rejects(writing, { name: 'StoreError', kind: 'unavailable' });
      await store.close();
      server = await startNeo4j({ port: 17_690, home });
      store = await openNeo4jStore({ uri: server.uri });
      const held = new Set((await store.articles({ limit: 1000 })).items.map((item) => item.id));
      for (const at of stored) assert.equal(held.has(readings[at]!.article.id), true, 'what was said to be stored is');
      assert.deepEqual(await drawingOf(store), draw(readings.filter((reading) => held.has(reading.article.id))));
      for (const reading of readings) await store.put(reading);
      assert.deepEqual(await drawingOf(store), draw(readings));
      await store.close();
    } finally {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    }
  });
});
