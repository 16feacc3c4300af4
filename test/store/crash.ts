import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { draw } from '../../server/draw/draw.ts';
import { openStore } from '../../server/store/open-store.ts';
import { drawingOf, holds } from './contract.ts';
import { makeReadings, randomFrom } from './readings.ts';

const PROCESS = fileURLToPath(new URL('./store-process.ts', import.meta.url));
export type Environment = Readonly<Record<string, string>>;

/** A process that fills a store; `onLine` sees each line it prints. */
export const startFilling = (
  environment: Environment,
  seed: number,
  count: number,
  onLine: (line: string, child: ChildProcess) => void,
): Promise<{ readonly code: number | null; readonly stderr: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', PROCESS, String(seed), String(count)], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (piece) => {
      stderr += piece;
    });
    createInterface({ input: child.stdout }).on('line', (line) => onLine(line, child));
    child.once('close', (code) => resolve({ code, stderr }));
  });

/**
 * Kills a filling process at random moments, again and again, and looks each time: every article it said was stored is
 * there, none is there by half, and the drawing is that of what is there. In the end the whole stream goes in and
 * gives the drawing of an undisturbed run.
 */
export const killAndLook = async (environment: Environment, kills: number, articles: number): Promise<void> => {
  const random = randomFrom(kills * 31 + articles);
  const all = makeReadings(99, articles, { claims: 2 });
  const said = new Set<string>();
  for (let kill = 0; kill < kills; kill++) {
    const after = 1 + Math.floor(random() * Math.max(2, articles / 2));
    const delay = random() * 30;
    let lines = 0;
    await startFilling(environment, 99, articles, (line, child) => {
      if (line !== 'open' && line !== 'done') said.add(line);
      lines += 1;
      if (lines === after) setTimeout(() => child.kill('SIGKILL'), delay);
    });
    const store = await openStore(environment);
    try {
      const held = new Set((await store.articles({ limit: 1000 })).items.map((item) => item.id));
      for (const id of said) holds(held.has(id), `article ${id} was said to be stored`);
      assert.deepEqual(await drawingOf(store), draw(all.filter((reading) => held.has(reading.article.id))));
    } finally {
      await store.close();
    }
  }
  await startFilling(environment, 99, articles, () => {});
  const store = await openStore(environment);
  try {
    assert.deepEqual(await drawingOf(store), draw(all));
  } finally {
    await store.close();
  }
};
