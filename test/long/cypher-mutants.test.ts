import assert from 'node:assert/strict';
import { ENDLESS } from '../../scripts/bench/cypher-limits/endless.ts';
import { denseEngine, type Patience, tryPatience } from '../../scripts/bench/cypher-limits/patience.ts';
import { fuzz, toldFuzz } from '../cypher/differential/fuzz.ts';

const seed = process.env.TEST_SEED ?? 'mutants at length';
const queries = Number(process.env.TEST_QUERIES ?? 100_000);

describe('generated queries with changes', () => {
  it(`give rows or a CypherError, ${queries} of them`, async () => {
    const result = await fuzz(seed, queries);
    console.log(`      ${toldFuzz(result, seed)}`);
    assert.deepEqual(result.broken, []);
  });
});

describe('queries without end, measured', () => {
  it('stop at their limits', async () => {
    const engine = denseEngine();
    await engine.run("RETURN 'a' =~ 'a', date()");
    const all: Patience[] = [];
    for (const [name, query] of Object.entries(ENDLESS)) {
      const one = await tryPatience(engine, name, query, 300);
      all.push(one);
      const { ended, late, held } = one;
      console.log(
        `      ${name.padEnd(38)} ${ended.padEnd(32)} ${late.toFixed(0).padStart(5)} ms past the deadline, longest own turn ${held.own.toFixed(1)} ms, by the clock ${held.clock.toFixed(1)}`,
      );
    }
    engine.close();
    assert.deepEqual(
      all.filter(({ proper }) => !proper),
      [],
    );
  });
});
