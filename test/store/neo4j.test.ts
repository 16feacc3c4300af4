import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';
import { describeStore } from './contract.ts';
import { emptyNeo4j } from './empty-neo4j.ts';

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
} else {
  describe('neo4j: the store contract', () => {
    it('is not tried: TEST_NEO4J_URI is not set', function () {
      this.skip();
    });
  });
}
