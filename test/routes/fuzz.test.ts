import assert from 'node:assert/strict';
import { fuzzApi } from './fuzz.ts';

describe('the API under right and wrong requests', function () {
  this.timeout(120_000);
  it('answers 400 of them without an error of its own', async () => {
    const statuses = await fuzzApi(400, 'short');
    assert.ok((statuses.get(200) ?? 0) > 20, 'some were right');
    assert.ok((statuses.get(400) ?? 0) > 20, 'some were wrong');
  });
});
