import assert from 'node:assert/strict';
import { fuzz } from './fuzz.ts';

describe('mutated queries', () => {
  it('give rows or a proper error, 2,000 of them', async function () {
    this.timeout(60_000);
    const { rows, errors } = await fuzz(2000, 'short');
    assert.ok(rows > 50 && errors > 500, `${rows} with rows, ${errors} with errors`);
  });
});
