import neo4j, { type Driver } from 'neo4j-driver';
import { neo4jConsole } from '../../server/console/neo4j-console.ts';
import { consoleContract } from './contract.ts';

const uri = process.env.TEST_NEO4J_URI;

describe(`the console on Neo4j${uri ? '' : ' (skipped: TEST_NEO4J_URI is not set)'}`, () => {
  let driver: Driver;
  const all = async (text: string) =>
    (await driver.executeQuery(text, {}, { database: 'neo4j' })).records.map((record) => record.toObject());

  before(async function () {
    if (!uri) return this.skip();
    driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', process.env.TEST_NEO4J_PASSWORD ?? 'neo4j'));
    await all('MATCH (n) DETACH DELETE n');
    await all('UNWIND range(1, 30) AS i CREATE (:Entity:Country {id: "c" + i, name: "Country " + i})');
    await all('MATCH (a:Entity), (b:Entity) WHERE a.id < b.id CREATE (a)-[:MET_WITH {id: a.id + b.id}]->(b)');
  });
  after(async () => {
    if (driver) await all('MATCH (n) DETACH DELETE n');
    await driver?.close();
  });

  consoleContract(() => ({
    open: (limits) => neo4jConsole({ driver, database: 'neo4j' }, limits),
    state: async () => ({
      nodes: await all('MATCH (n) RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties ORDER BY id'),
      edges: await all('MATCH ()-[r]->() RETURN type(r) AS type, properties(r) AS properties ORDER BY type, r.id'),
      indexes: await all('SHOW INDEXES YIELD name RETURN name ORDER BY name'),
      constraints: await all('SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name'),
      users: await all('SHOW USERS YIELD user RETURN user ORDER BY user'),
      labels: await all('CALL db.labels() YIELD label RETURN label ORDER BY label'),
    }),
    running: async () =>
      (await all("SHOW TRANSACTIONS YIELD metaData WHERE metaData.app = 'entente-console' RETURN metaData")).length,
  }));
});
