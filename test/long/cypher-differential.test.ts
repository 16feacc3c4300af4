import assert from 'node:assert/strict';
import type { Driver } from 'neo4j-driver';
import { compareEngines } from '../cypher/differential/compare.ts';
import { closeTestDriver, openTestDriver, testUri, unlessNeo4j } from '../cypher/differential/neo4j-under-test.ts';
import { summary, unknownDifferences } from '../cypher/differential/report.ts';

const seed = process.env.TEST_SEED ?? 'entente at length';
const queries = Number(process.env.TEST_QUERIES ?? 5000);

describe(`the engine beside Neo4j, at length${unlessNeo4j}`, () => {
  let driver: Driver;
  before(function () {
    if (!testUri) return this.skip();
    driver = openTestDriver();
  });
  after(() => closeTestDriver(driver));

  it(`answers ${queries} generated queries the same`, async () => {
    const compared = await compareEngines(driver, { seed, queries });
    console.log(`      ${summary(compared, seed)}`);
    assert.deepEqual(unknownDifferences(compared), []);
  });
});
