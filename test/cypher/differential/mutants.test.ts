import assert from 'node:assert/strict';
import { fuzz, toldFuzz } from './fuzz.ts';

const seed = process.env.TEST_SEED ?? 'mutants';

describe('generated queries with changes', () => {
  it('give rows or a CypherError, 2,000 of them', async function () {
    this.timeout(120_000);
    const result = await fuzz(seed, 2000);
    console.log(`      ${toldFuzz(result, seed)}`);
    assert.deepEqual(result.broken, []);
    assert.ok(result.withRows > 50, 'some are still queries');
  });
});
