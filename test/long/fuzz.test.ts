import assert from 'node:assert/strict';
import { ENTRIES, fuzz } from '../ingest/fuzz.ts';

describe('parsers under 20,000 changed inputs each', function () {
  this.timeout(0);
  for (const entry of Object.keys(ENTRIES))
    it(`${entry}: no crash, none over two seconds`, async () => {
      const { slowest } = await fuzz(entry, 20_000, 'long');
      console.log(`      ${entry}: slowest ${slowest.toFixed(0)} ms`);
      assert.ok(slowest < 2000, `one input took ${slowest} ms`);
    });
});
