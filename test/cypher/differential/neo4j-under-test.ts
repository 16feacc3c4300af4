import neo4j, { type Driver } from 'neo4j-driver';

/** Where the Neo4j is that tests may fill and empty. */
export const testUri = process.env.TEST_NEO4J_URI;

/** What a skipped title says. */
export const unlessNeo4j = testUri ? '' : ' (skipped: TEST_NEO4J_URI is not set)';

/** Integers come and go as bigint, told apart from floats. */
export const openTestDriver = (): Driver =>
  neo4j.driver(testUri!, neo4j.auth.basic('neo4j', process.env.TEST_NEO4J_PASSWORD ?? 'neo4j'), { useBigInt: true });

/** Leaves nothing behind. */
export const closeTestDriver = async (driver: Driver | undefined): Promise<void> => {
  await driver?.executeQuery('MATCH (n) DETACH DELETE n', {}, { database: 'neo4j' });
  await driver?.close();
};
