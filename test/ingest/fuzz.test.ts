import assert from 'node:assert/strict';
import { ENTRIES, fuzz } from './fuzz.ts';

describe('parsers under changed input', function () {
  this.timeout(120_000);
  for (const entry of Object.keys(ENTRIES))
    it(`${entry}: 60 inputs, no crash, no hang`, async () => {
      const { slowest } = await fuzz(entry, 60, 'short');
      assert.ok(slowest < 10_000, `one input took ${slowest} ms`);
    });
});
