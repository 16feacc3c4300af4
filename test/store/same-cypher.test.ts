import assert from 'node:assert/strict';
import { openConsole } from '../../server/console/open-console.ts';
import { openEmbeddedStore } from '../../server/store/embedded/embedded-store.ts';
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';
import type { Store } from '../../server/store/store.ts';
import { holds } from './contract.ts';
import { emptyNeo4j } from './empty-neo4j.ts';
import { makeReadings } from './readings.ts';

const uri = process.env.TEST_NEO4J_URI;

const QUERIES = [
  `MATCH (:Country)-[r]->(p) MATCH (c:Claim)-[:STATED_IN]->(a:Article) WHERE c.id IN r.claimIds
   RETURN p.name, type(r) AS t, a.source, a.published, c.quote, c.start, r.confidence ORDER BY c.id, t, p.name`,
  'MATCH (n:Entity) RETURN n.id, labels(n) AS labels, properties(n) AS properties ORDER BY n.id',
  'MATCH (:Entity)-[r]->(:Entity) RETURN type(r) AS t, properties(r) AS properties ORDER BY r.id',
  'MATCH ()-[r]->() RETURN type(r) AS t, count(*) AS c, sum(r.claims) AS claims ORDER BY t',
  'MATCH (a:Article) RETURN properties(a) AS properties ORDER BY a.id',
  'MATCH (c:Claim) RETURN properties(c) AS properties ORDER BY c.id',
];

const answer = async (store: Store, query: string): Promise<unknown[]> => {
  const rows: unknown[] = [];
  for await (const event of openConsole(store).stream({ query, runId: query, limit: 1000 })) {
    if ('rows' in event) rows.push(...event.rows);
  }
  return rows;
};

describe('the same Cypher text', function () {
  this.timeout(120_000);
  it(`has the same answer on both stores${uri ? '' : ' (skipped: TEST_NEO4J_URI is not set)'}`, async function () {
    if (!uri) this.skip();
    await emptyNeo4j(uri);
    const stores = [openEmbeddedStore(':memory:'), await openNeo4jStore({ uri })] as const;
    try {
      for (const store of stores) for (const reading of makeReadings(3, 8)) await store.put(reading);
      for (const query of QUERIES) {
        const [embedded, neo4j] = [await answer(stores[0], query), await answer(stores[1], query)];
        holds(embedded.length > 0, query);
        assert.deepEqual(neo4j, embedded, query);
      }
    } finally {
      for (const store of stores) await store.close();
    }
  });
});
