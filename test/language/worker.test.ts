import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { loadParser } from '../../server/language/load-parser.ts';

describe('a parser in a worker thread', () => {
  it('gives the parse that the main thread gives', async () => {
    const text = 'The treaty, signed in Ghent in 1814, ended the war.';
    const worker = new Worker(new URL('parse-in-worker.mjs', import.meta.url), { workerData: text });
    try {
      const [parse] = await once(worker, 'message');
      assert.deepEqual(parse, loadParser().parse(text));
    } finally {
      await worker.terminate();
    }
  });
});
