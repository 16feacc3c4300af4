import neo4j from 'neo4j-driver';
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';
import { describeStore } from './contract.ts';

const uri = process.env.TEST_NEO4J_URI;

/** Empties the database of the tests. */
export const emptyNeo4j = async (address: string): Promise<void> => {
  const driver = neo4j.driver(address, neo4j.auth.basic('neo4j', ''));
  try {
    await driver.executeQuery('MATCH (n) WHERE NOT n:Migration DETACH DELETE n', {}, { database: 'neo4j' });
  } finally {
    await driver.close();
  }
};

if (uri) {
  describeStore(
    'neo4j',
    async () => {
      await emptyNeo4j(uri);
      return openNeo4jStore({ uri });
    },
    4,
  );
} else {
  describe('neo4j: the store contract', () => {
    it('is not tried: TEST_NEO4J_URI is not set', function () {
      this.skip();
    });
  });
}
