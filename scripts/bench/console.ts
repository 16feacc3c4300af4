import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, exactView } from '../../server/cypher/index.ts';
import { openEmbeddedStore } from '../../server/store/embedded/embedded-store.ts';
import type { Store } from '../../server/store/store.ts';
import { startServer } from './served/running-server.ts';
import { benchReading } from './store.ts';

const ARTICLES = Number(process.env.BENCH_ARTICLES ?? 300);
const ROUNDS = 21;

const QUERIES: Readonly<Record<string, string>> = {
  'one row': 'RETURN 1 AS one',
  'a node by its name': "MATCH (n:Person {name: 'Actor 7'}) RETURN n",
  'all relations': 'MATCH (a)-[r]->(b) RETURN a, r, b',
  'two hops': "MATCH (a {name: 'Actor 7'})--(b)--(c) RETURN b.name, c.name",
  'most related': 'MATCH (a:Entity)-[r]-() RETURN a.name, count(r) AS n ORDER BY n DESC LIMIT 10',
};

/** Asks a store itself; resolves when the first rows are there. */
type Ask = (query: string) => Promise<unknown>;

const fill = async (store: Store): Promise<void> => {
  let next = 0;
  const put = async () => {
    while (next < ARTICLES) await store.put(benchReading(next++));
  };
  await Promise.all(Array.from({ length: 32 }, put));
};

/** Milliseconds until the first rows of the API's stream have come whole; the rest is not waited for. */
const throughApi = async (address: string, query: string): Promise<number> => {
  const stop = new AbortController();
  const begun = performance.now();
  const { body } = await fetch(`${address}api/cypher`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/x-ndjson' },
    body: JSON.stringify({ query, limit: 1000 }),
    signal: stop.signal,
  });
  let text = '';
  const decoder = new TextDecoder();
  for await (const piece of body!) {
    text += decoder.decode(piece as Uint8Array, { stream: true });
    if (/"rows":.*\n/.test(text)) break;
  }
  const took = performance.now() - begun;
  stop.abort();
  return took;
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

const compare = async (store: string, ask: Ask, address: string): Promise<void> => {
  for (const [what, query] of Object.entries(QUERIES)) {
    const [own, api]: [number[], number[]] = [[], []];
    for (let round = -3; round < ROUNDS; round++) {
      const begun = performance.now();
      await ask(query);
      const took = performance.now() - begun;
      const through = await throughApi(address, query);
      if (round < 0) continue;
      own.push(took);
      api.push(through);
    }
    const [a, b] = [median(own), median(api)];
    console.log(`| ${store} | ${what} | ${a.toFixed(1)} | ${b.toFixed(1)} | ${(b - a).toFixed(1)} |`);
  }
};

/** The neighbourhood of the busiest node, asked of the store and of the API; each time another limit, so that no answer is kept. */
const neighbourhood = async (name: string, store: Store, address: string): Promise<void> => {
  const busiest = (await store.overview({ limit: 1 })).nodes[0]!.id;
  const [own, api]: [number[], number[]] = [[], []];
  for (let round = -3; round < ROUNDS; round++) {
    const limit = 40 + round;
    let begun = performance.now();
    await store.neighbourhood(busiest, { limit });
    const took = performance.now() - begun;
    begun = performance.now();
    await (
      await fetch(`${address}api/nodes/${encodeURIComponent(busiest)}/neighbourhood?limit=${limit}`)
    ).arrayBuffer();
    if (round < 0) continue;
    own.push(took);
    api.push(performance.now() - begun);
  }
  const [a, b] = [median(own), median(api)];
  console.log(
    `| ${name} | neighbourhood of the busiest node | ${a.toFixed(1)} | ${b.toFixed(1)} | ${(b - a).toFixed(1)} |`,
  );
};

const embedded = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  const file = join(folder, 'entente.sqlite');
  const store = openEmbeddedStore(file);
  await fill(store);
  await store.counts();
  const engine = createEngine(store.graph, { view: exactView });
  const server = await startServer({ DATA_FILE: file });
  try {
    const ask: Ask = async (query) => {
      const { batches } = await engine.stream(query);
      await batches.next();
      await batches.return();
    };
    await compare('embedded', ask, server.address);
    await neighbourhood('embedded', store, server.address);
  } finally {
    await server.stop();
    engine.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const neo4j = async (uri: string): Promise<void> => {
  const { openNeo4jStore } = await import('../../server/store/neo4j/neo4j-store.ts');
  const store = await openNeo4jStore({ uri });
  const { driver, database } = store;
  await driver.executeQuery('MATCH (n) WHERE NOT n:Migration DETACH DELETE n', {}, { database });
  await fill(store);
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  const server = await startServer({ NEO4J_URI: uri, DATA_FILE: join(folder, 'entente.sqlite') });
  try {
    const ask: Ask = async (query) => {
      const session = driver.session({ database, defaultAccessMode: 'READ', fetchSize: 200 });
      for await (const _ of session.run(query)) break;
      await session.close();
    };
    await compare('Neo4j', ask, server.address);
    await neighbourhood('Neo4j', store, server.address);
  } finally {
    await server.stop();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * How long the first rows of a query take in the console's API, beside the store asked directly (our engine in this
 * process, Neo4j through its driver): the median of 21, taken in turns. Neo4j where `TEST_NEO4J_URI` is set; its data is
 * deleted.
 */
export const run = async (): Promise<void> => {
  console.log('| store | query | its own, ms | through the API, ms | more, ms |\n|---|---|---|---|---|');
  await embedded();
  if (process.env.TEST_NEO4J_URI) await neo4j(process.env.TEST_NEO4J_URI);
};
