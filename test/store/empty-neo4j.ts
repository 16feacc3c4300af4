import neo4j from 'neo4j-driver';

/** Empties the database of the tests, constraints and indexes left as they are. */
export const emptyNeo4j = async (uri: string): Promise<void> => {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', ''));
  try {
    const session = driver.session({ database: 'neo4j' });
    await session.run('MATCH (n) WHERE NOT n:Migration CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
    await session.close();
  } finally {
    await driver.close();
  }
};
