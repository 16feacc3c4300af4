import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Driver } from 'neo4j-driver';
import { compareEngines } from './compare.ts';
import { KNOWN } from './known-differences.ts';
import { closeTestDriver, openTestDriver, testUri, unlessNeo4j } from './neo4j-under-test.ts';
import { generateQuery } from './queries.ts';
import { seeded } from './random.ts';
import { summary, unknownDifferences } from './report.ts';

const seed = process.env.TEST_SEED ?? 'entente';

describe('the generator of queries', () => {
  it('repeats itself with the same seed', () => {
    for (let i = 0; i < 50; i++) assert.deepEqual(generateQuery(seeded(`${i}`)), generateQuery(seeded(`${i}`)));
    assert.notDeepEqual(generateQuery(seeded('1')), generateQuery(seeded('2')));
  });

  it('writes every kind of clause and pattern', () => {
    const all = Array.from({ length: 1500 }, (_, i) => generateQuery(seeded(`kinds ${i}`)).text).join('\n');
    for (const part of [
      'OPTIONAL MATCH',
      'WHERE',
      'WITH',
      'DISTINCT',
      'ORDER BY',
      'SKIP',
      'LIMIT',
      'UNWIND',
      'UNION',
      'CALL (',
      'CALL {',
      'EXISTS {',
      'COUNT {',
      'COLLECT {',
      'CASE',
      'reduce(',
      'any(',
      'allShortestPaths',
      'ALL SHORTEST',
      'GROUPS',
      'length(shortestPath',
      '.since',
      '.span',
      '*1..2',
      '){1,2}',
      ']->{',
      '$whole',
      'date(',
      'duration',
      'count(*)',
      'percentileDisc',
      '{.*',
      '..',
      'IS NOT NULL',
      '=~',
      'XOR',
      '!Entity',
      'Entity&',
    ])
      assert.ok(all.includes(part), part);
  });
});

describe('the known differences', () => {
  const page = readFileSync(new URL('../../../docs/cypher.md', import.meta.url), 'utf8');
  for (const { why } of KNOWN) it(`are told on the page: ${why}`, () => assert.ok(page.includes(`- ${why}`)));
});

describe(`the engine beside Neo4j${unlessNeo4j}`, () => {
  let driver: Driver;
  before(function () {
    if (!testUri) return this.skip();
    driver = openTestDriver();
  });
  after(() => closeTestDriver(driver));

  it('answers up to 300 generated queries the same', async function () {
    this.timeout(240_000);
    const compared = await compareEngines(driver, { seed, queries: 300, perGraph: 60, milliseconds: 60_000 });
    console.log(`      ${summary(compared, seed)}`);
    assert.ok(compared.rows > 0, 'some queries have rows');
    assert.deepEqual(unknownDifferences(compared), []);
  });
});
