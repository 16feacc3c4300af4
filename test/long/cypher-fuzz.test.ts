import assert from 'node:assert/strict';
import { fuzz } from '../cypher/fuzz.ts';

describe('mutated queries, at length', () => {
  it('give rows or a proper error, 100,000 of them', async function () {
    this.timeout(3_600_000);
    const { rows, errors } = await fuzz(100_000, 'long');
    assert.ok(rows > 1000 && errors > 50_000, `${rows} with rows, ${errors} with errors`);
  });
});
