import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import neo4j, { type Driver } from 'neo4j-driver';
import type { Console, ConsoleEvent, ConsoleRequest } from '../../server/console/console.ts';
import { ConsoleError } from '../../server/console/console-error.ts';
import { CONSOLE_LIMITS } from '../../server/console/limits.ts';
import { neo4jConsole } from '../../server/console/neo4j-console.ts';
import { hostile } from './hostile.ts';

const uri = process.env.TEST_NEO4J_URI;
const SHORT = { ...CONSOLE_LIMITS, milliseconds: 800, explainMilliseconds: 2_000, rows: 500 };

describe(`the console on Neo4j${uri ? '' : ' (skipped: TEST_NEO4J_URI is not set)'}`, () => {
  let driver: Driver;
  /** As the store opens it: integers lossless. */
  let exact: Driver;
  let console: Console;
  let asked: Server;
  let requests = 0;
  let count = 0;

  const collect = async (request: Omit<ConsoleRequest, 'runId'> & { runId?: string }): Promise<ConsoleEvent[]> => {
    const events: ConsoleEvent[] = [];
    for await (const event of console.stream({ runId: `test-${count++}`, ...request })) events.push(event);
    return events;
  };
  const rowsOf = async (query: string, parameters: Record<string, unknown> = {}) =>
    (await collect({ query, parameters })).flatMap((event) => ('rows' in event ? event.rows : []));
  const all = async (text: string) =>
    (await driver.executeQuery(text, {}, { database: 'neo4j' })).records.map((record) => record.toObject());
  const state = async () => ({
    nodes: await all('MATCH (n) RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties ORDER BY id'),
    edges: await all('MATCH ()-[r]->() RETURN type(r) AS type, properties(r) AS properties ORDER BY type, r.id'),
    indexes: await all('SHOW INDEXES YIELD name RETURN name ORDER BY name'),
    constraints: await all('SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name'),
    users: await all('SHOW USERS YIELD user RETURN user ORDER BY user'),
    labels: await all('CALL db.labels() YIELD label RETURN label ORDER BY label'),
  });
  const mine = async () =>
    (await all("SHOW TRANSACTIONS YIELD metaData WHERE metaData.app = 'entente-console' RETURN metaData")).length;

  before(async function () {
    if (!uri) return this.skip();
    const auth = neo4j.auth.basic('neo4j', process.env.TEST_NEO4J_PASSWORD ?? 'neo4j');
    exact = neo4j.driver(uri, auth);
    driver = neo4j.driver(uri, auth, {
      disableLosslessIntegers: true,
    });
    console = neo4jConsole({ driver: exact, database: 'neo4j' }, SHORT);
    await all('MATCH (n) DETACH DELETE n');
    await all('UNWIND range(1, 30) AS i CREATE (:Entity:Country {id: "c" + i, name: "Country " + i})');
    await all('MATCH (a:Entity), (b:Entity) WHERE a.id < b.id CREATE (a)-[:MET_WITH {id: a.id + b.id}]->(b)');
    asked = createServer((_request, response) => {
      requests++;
      response.end('a,b');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => asked.once('listening', resolve));
  });
  after(async () => {
    asked?.close();
    if (driver) await all('MATCH (n) DETACH DELETE n');
    await driver?.close();
    await exact?.close();
  });

  it('refuses or ends more than 150 hostile statements without an effect, a file, a request or an overrun', async function () {
    this.timeout(180_000);
    const groups = hostile(`http://127.0.0.1:${(asked.address() as AddressInfo).port}/x.csv`);
    assert.ok(Object.values(groups).flat().length >= 150);
    const was = await state();
    const outcomes: Record<string, string> = {};
    for (const [group, statements] of Object.entries(groups)) {
      for (const query of statements) {
        const begun = performance.now();
        const outcome = await collect({ query }).then(
          () => 'answered',
          (error: unknown) => {
            if (error instanceof ConsoleError) return error.kind;
            throw new Error(`no proper error for ${query.slice(0, 200)}`, { cause: error });
          },
        );
        outcomes[`${group}: ${query.slice(0, 120)}`] = outcome;
        assert.ok(performance.now() - begun < 20_000, `outlived its limit: ${query.slice(0, 200)}`);
        if (!/runaway|bombs/.test(group)) assert.notEqual(outcome, 'answered', `${group}: ${query.slice(0, 200)}`);
      }
      assert.deepEqual(await rowsOf('MATCH (n:Country) RETURN count(n)'), [[30]], `good queries run on after ${group}`);
    }
    assert.deepEqual(await state(), was);
    assert.equal(requests, 0, 'nothing was asked for over http');
    assert.equal(await mine(), 0, 'no transaction is left');
  });

  it('stops a run on the server', async () => {
    const slow = neo4jConsole({ driver: exact, database: 'neo4j' }, { ...SHORT, milliseconds: 60_000 });
    const run = (async () => {
      for await (const _ of slow.stream({
        query: 'UNWIND range(1, 100000000) AS x UNWIND range(1, 1000) AS y RETURN count(*)',
        runId: 'stop-me-1',
      }));
    })();
    const ended = assert.rejects(run, (error) => error instanceof ConsoleError && error.kind === 'stopped');
    for (
      let tries = 0;
      tries < 200 &&
      (
        await all(
          "SHOW TRANSACTIONS YIELD metaData, currentQuery WHERE metaData.runId = 'stop-me-1' AND currentQuery STARTS WITH 'UNWIND' RETURN 1",
        )
      ).length === 0;
      tries++
    )
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(await slow.stop('stop-me-1'), true);
    await ended;
    assert.equal(await mine(), 0);
    assert.equal(await slow.stop('stop-me-1'), false);
  });

  it('ends the transaction when the reader goes away', async () => {
    for await (const event of console.stream({
      query: 'UNWIND range(1, 1000000000) AS x RETURN x',
      runId: 'leaving-1',
    }))
      if ('rows' in event) break;
    assert.equal(await mine(), 0);
  });

  it('cuts an answer at the limit and says so', async () => {
    const events = await collect({ query: 'UNWIND range(1, 100000) AS x RETURN x', limit: 250 });
    assert.equal(events.flatMap((event) => ('rows' in event ? event.rows : [])).length, 250);
    assert.deepEqual(events.at(-1), { truncated: true });
  });

  it('lets only so many run at once', async () => {
    const few = neo4jConsole({ driver: exact, database: 'neo4j' }, { ...SHORT, atOnce: 1 });
    const first = few.stream({ query: 'UNWIND range(1, 1000000000) AS x RETURN x', runId: 'first-1' });
    await first[Symbol.asyncIterator]().next();
    await assert.rejects(
      async () => {
        for await (const _ of few.stream({ query: 'RETURN 1', runId: 'second-1' }));
      },
      (error) => error instanceof ConsoleError && error.kind === 'busy',
    );
    await (first as AsyncGenerator).return(undefined);
  });

  it('tells the place of an error in the text as written', async () => {
    for (const query of ['MATCH (n)\n  RETURN m', 'EXPLAIN MATCH (n)\n  RETURN m']) {
      await assert.rejects(
        collect({ query }),
        (error) => error instanceof ConsoleError && error.kind === 'wrong' && error.line === 2 && error.column === 10,
      );
    }
    await assert.rejects(
      collect({ query: '  MATCH (n) RETURN m' }),
      (error) => error instanceof ConsoleError && error.line === 1 && error.column === 20,
    );
  });

  it('gives values of every kind', async () => {
    const [[row]] = [
      await rowsOf(
        'MATCH p = (a {id: "c1"})-[r]->(b {id: "c2"}) RETURN a, r, p, 1, 2.5, 9007199254740993, date("2017-04-12"), [1, {k: null}], $list',
        { list: [1, 2.5, 'x'] },
      ),
    ];
    const [a, r, p, ...rest] = row as Record<string, Record<string, unknown>>[];
    assert.deepEqual(a, {
      node: { id: 'c1', labels: ['Entity', 'Country'], properties: { id: 'c1', name: 'Country 1' } },
    });
    assert.deepEqual(r, {
      relationship: { id: 'c1c2', type: 'MET_WITH', source: 'c1', target: 'c2', properties: { id: 'c1c2' } },
    });
    assert.equal((p!.path!.nodes as unknown[]).length, 2);
    assert.deepEqual(rest, [
      1,
      2.5,
      '9007199254740993',
      { temporal: 'date', value: '2017-04-12' },
      [1, { k: null }],
      [1, 2.5, 'x'],
    ]);
  });

  it('shows plans, of EXPLAIN without rows and of PROFILE with them', async () => {
    const { plan, columns } = await console.explain('MATCH (n:Country) RETURN n.name AS name');
    assert.deepEqual(columns, ['name']);
    assert.equal(plan?.operator, 'ProduceResults');
    const profiled = await collect({ query: 'MATCH (n:Country) RETURN count(n)', profile: true });
    const last = profiled.at(-1)!;
    assert.ok('plan' in last && last.plan?.rows === 1);
    assert.equal(
      (await collect({ query: 'EXPLAIN MATCH (n) RETURN n' })).some((event) => 'rows' in event),
      false,
    );
  });
});
