import assert from 'node:assert/strict';
import { ENDLESS } from '../../scripts/bench/cypher-limits/endless.ts';
import { LARGE } from '../../scripts/bench/cypher-limits/large.ts';
import { denseEngine, tryPatience } from '../../scripts/bench/cypher-limits/patience.ts';

describe('queries without end, and operations on the largest of values', () => {
  const engine = denseEngine();
  after(() => engine.close());
  for (const [name, query] of Object.entries({ ...ENDLESS, ...LARGE })) {
    it(`stop at a limit: ${name}`, async function () {
      this.timeout(30_000);
      const { ended, proper } = await tryPatience(engine, name, query, 60);
      assert.ok(proper, ended);
      assert.match(ended, /LimitExceeded|\d rows|ArgumentError/);
    });
  }

  it('stop when told to', async () => {
    const stop = new AbortController();
    const run = engine.run(ENDLESS['an endless product']!, {}, { signal: stop.signal });
    setTimeout(() => stop.abort(), 20);
    await assert.rejects(run, { name: 'CypherError', type: 'Cancelled' });
  });
});
