import neo4j from 'neo4j-driver';

/** Empties the database of the tests, constraints and indexes left as they are. */
export const emptyNeo4j = async (uri: string): Promise<void> => {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', ''));
  try {
    await driver.executeQuery('MATCH (n) WHERE NOT n:Migration DETACH DELETE n', {}, { database: 'neo4j' });
  } finally {
    await driver.close();
  }
};
