import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { draw } from '../../server/draw/draw.ts';
import { openEmbeddedStore } from '../../server/store/embedded/embedded-store.ts';
import type { Store } from '../../server/store/store.ts';
import { describeStore } from './contract.ts';
import { makeReadings } from './readings.ts';

describeStore('embedded', async () => openEmbeddedStore(':memory:'), 40);

const drawn = async (store: Store): Promise<unknown> => {
  const nodes: { id: string }[] = [];
  const edges: { id: string }[] = [];
  for await (const each of store.stream()) {
    if ('node' in each) nodes.push(each.node);
    else edges.push(each.edge);
  }
  return { nodes, edges };
};

describe('the embedded store', function () {
  this.timeout(60_000);
  const readings = makeReadings(7, 40);

  it('is the same whether it is drawn step by step, at the end, or by another that follows', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-follow-'));
    try {
      const file = join(folder, 'entente.sqlite');
      const follower = openEmbeddedStore(file);
      assert.equal((await follower.counts()).articles, 0);
      const writer = openEmbeddedStore(file);
      for (const [at, reading] of readings.entries()) {
        await writer.put(reading);
        if (at % 7 === 0) await Promise.all([follower.counts(), follower.remove(readings[at]!.article.id)]);
      }
      const left = readings.filter((_, at) => at % 7 !== 0);
      const whole = JSON.parse(JSON.stringify(draw(left)));
      assert.deepEqual(await drawn(follower), whole);
      assert.deepEqual(await drawn(writer), whole);
      await follower.close();
      await writer.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('shows an article wholly or not at all while it is being drawn', async () => {
    const store = openEmbeddedStore(':memory:');
    let written = 0;
    await store.put(readings[0]!);
    await store.counts();
    written = 1;
    const whole = readings.map((_, at) => JSON.stringify(draw(readings.slice(0, at + 1))));
    const writing = (async () => {
      for (const reading of readings.slice(1)) {
        await store.put(reading);
        written += 1;
        // so that who reads gets between two writes
        await setTimeout(2);
      }
    })();
    const seen = new Set<number>();
    while (written < readings.length) {
      const before = written;
      const at = whole.indexOf(JSON.stringify(await drawn(store)));
      assert.ok(
        at >= before - 1 && at <= written,
        `what is drawn of ${before} to ${written} articles is the whole of ${at + 1}`,
      );
      seen.add(at);
      await setImmediate();
    }
    assert.ok(seen.size > 1, 'nothing was seen on the way');
    await writing;
    await store.close();
  });

  it('has another version after each of its own writes', async () => {
    const store = openEmbeddedStore(':memory:');
    const versions = [store.version()];
    await store.put(readings[0]!);
    versions.push(store.version());
    await store.remove(readings[0]!.article.id);
    versions.push(store.version());
    assert.equal(new Set(versions).size, 3);
    await store.close();
  });

  it('draws at once what several write at the same time', async () => {
    const store = openEmbeddedStore(':memory:');
    await store.counts();
    await Promise.all(readings.map((reading) => store.put(reading)));
    assert.deepEqual(await drawn(store), JSON.parse(JSON.stringify(draw(readings))));
    await store.close();
  });
});
