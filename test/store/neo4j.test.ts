import assert from 'node:assert/strict';
import { draw } from '../../server/draw/draw.ts';
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';
import { describeStore, drawingOf } from './contract.ts';
import { emptyNeo4j } from './empty-neo4j.ts';
import { makeReadings } from './readings.ts';

const uri = process.env.TEST_NEO4J_URI;

if (uri) {
  describeStore(
    'neo4j',
    async () => {
      await emptyNeo4j(uri);
      return openNeo4jStore({ uri });
    },
    4,
  );

  describe('writers of one Neo4j', function () {
    this.timeout(600_000);

    it('see what others wrote between their own turns', async () => {
      await emptyNeo4j(uri);
      const [one, other] = await Promise.all([openNeo4jStore({ uri }), openNeo4jStore({ uri })]);
      const readings = makeReadings(31, 8, { claims: 4 });
      for (const [at, reading] of readings.entries()) await (at % 3 === 2 ? other : one).put(reading);
      await other.remove(readings[0]!.article.id);
      await one.put(readings[1]!);
      await Promise.all([one.remove(readings[2]!.article.id), other.remove(readings[3]!.article.id)]);
      assert.deepEqual(await drawingOf(one), draw([readings[1]!, ...readings.slice(4)]));
      await Promise.all([one.close(), other.close()]);
    });
  });
} else {
  describe('neo4j: the store contract', () => {
    it('is not tried: TEST_NEO4J_URI is not set', function () {
      this.skip();
    });
  });
}
