import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draw } from '../../server/draw/draw.ts';
import { openEmbeddedStore } from '../../server/store/embedded/embedded-store.ts';
import { openStore } from '../../server/store/open-store.ts';
import { drawingOf, holds } from './contract.ts';
import { killAndLook, startFilling } from './crash.ts';
import { makeReadings } from './readings.ts';

describe('the embedded store in trouble', function () {
  this.timeout(120_000);
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'entente-store-'));
    file = join(folder, 'data', 'entente.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('loses nothing and doubles nothing when the process is killed', async () => {
    await killAndLook({ DATA_FILE: file, NEO4J_URI: '' }, 3, 12);
  });

  it('takes two processes that write at once', async () => {
    const watching = openEmbeddedStore(file);
    const environment = { DATA_FILE: file, NEO4J_URI: '' };
    const outcomes = await Promise.all([
      startFilling(environment, 1, 15, () => {}),
      startFilling(environment, 2, 15, () => {}),
    ]);
    assert.deepEqual(outcomes, [
      { code: 0, stderr: '' },
      { code: 0, stderr: '' },
    ]);
    const all = [...makeReadings(1, 15, { claims: 2 }), ...makeReadings(2, 15, { claims: 2 })];
    assert.deepEqual(await drawingOf(watching), draw(all), 'a third that only watched has followed');
    await watching.close();
    const store = await openStore(environment);
    assert.deepEqual(await drawingOf(store), draw(all));
    await store.close();
  });

  it('says that the disk is full and stays whole', async function () {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
    if (mounted.status !== 0) {
      this.test!.title += ' (skipped: a small tmpfs cannot be mounted here)';
      this.skip();
    }
    try {
      const small = join(disk, 'entente.sqlite');
      const store = openEmbeddedStore(small);
      const readings = makeReadings(5, 400, { claims: 4 });
      const stored: (typeof readings)[number][] = [];
      let refused: unknown;
      for (const reading of readings) {
        try {
          await store.put(reading);
          stored.push(reading);
        } catch (error) {
          refused = error;
          break;
        }
      }
      assert.equal((refused as { kind?: string } | undefined)?.kind, 'storage');
      holds(/disk/i.test((refused as Error).message));
      assert.deepEqual(await drawingOf(store), draw(stored));
      await store.close().catch(() => {});
      const again = openEmbeddedStore(small);
      assert.deepEqual(await drawingOf(again), draw(stored));
      await again.close();
    } finally {
      spawnSync('umount', ['-l', disk]);
    }
  });

  it('says what is wrong with a file that is not its own, or of a newer program', async () => {
    const other = join(folder, 'other.sqlite');
    writeFileSync(other, 'this is a letter, not a database, and long enough to be read as one: '.repeat(40));
    assert.throws(() => openEmbeddedStore(other), { name: 'StoreError', kind: 'incompatible' });
    const store = openEmbeddedStore(file);
    await store.close();
    const { default: Database } = await import('libsql');
    const raw = new Database(file);
    raw.exec('PRAGMA user_version = 99');
    raw.close();
    assert.throws(() => openEmbeddedStore(file), { name: 'StoreError', kind: 'incompatible' });
    writeFileSync(join(folder, 'file'), '');
    assert.throws(() => openEmbeddedStore(join(folder, 'file', 'x.sqlite')), { name: 'StoreError', kind: 'storage' });
  });

  it('writes a whole copy of itself while it is open', async () => {
    const store = openEmbeddedStore(file);
    const readings = makeReadings(6, 5);
    for (const reading of readings) await store.put(reading);
    const copy = join(folder, 'backup.sqlite');
    await store.backup(copy);
    await store.remove(readings[0]!.article.id);
    await store.close();
    const restored = openEmbeddedStore(copy);
    assert.deepEqual(await drawingOf(restored), draw(readings));
    await restored.close();
  });
});
