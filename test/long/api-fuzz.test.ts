import assert from 'node:assert/strict';
import { fuzzApi } from '../routes/fuzz.ts';

describe('the API under 20,000 right and wrong requests', function () {
  this.timeout(0);
  it('has no error of its own', async () => {
    const statuses = await fuzzApi(20_000, 'long');
    console.log(`      ${JSON.stringify(Object.fromEntries(statuses))}`);
    assert.ok((statuses.get(200) ?? 0) > 1000);
  });
});
