import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Console, ConsoleEvent, ConsoleRequest } from '../../server/console/console.ts';
import { ConsoleError } from '../../server/console/console-error.ts';
import { CONSOLE_LIMITS, type ConsoleLimits } from '../../server/console/limits.ts';
import { hostile } from './hostile.ts';

/** A store of 30 countries `c1` … `c30`, each pair joined by MET_WITH, and how to look into it from outside. */
export interface Fixture {
  open(limits: ConsoleLimits): Console;
  /** Everything that a statement could change. */
  state(): Promise<unknown>;
  /** How many runs of the console the store knows of. */
  running(): Promise<number>;
}

const SHORT: ConsoleLimits = { ...CONSOLE_LIMITS, milliseconds: 800, explainMilliseconds: 2_000, rows: 500 };
const ENDLESS = 'UNWIND range(1, 100000000) AS x UNWIND range(1, 1000) AS y RETURN count(*)';

const isError = (kind: ConsoleError['kind']) => (error: unknown) =>
  error instanceof ConsoleError && error.kind === kind;

/** What every console promises, on whatever store. Called inside a `describe` whose `before` has made the fixture. */
export const consoleContract = (fixture: () => Fixture): void => {
  let console: Console;
  let asked: Server;
  let requests = 0;
  let count = 0;

  const collect = async (request: Omit<ConsoleRequest, 'runId'>, on = console): Promise<ConsoleEvent[]> => {
    const events: ConsoleEvent[] = [];
    for await (const event of on.stream({ ...request, runId: `test-${count++}` })) events.push(event);
    return events;
  };
  const rowsOf = async (query: string, parameters: Record<string, unknown> = {}) =>
    (await collect({ query, parameters })).flatMap((event) => ('rows' in event ? event.rows : []));

  before(async () => {
    console = fixture().open(SHORT);
    asked = createServer((_request, response) => {
      requests++;
      response.end('a,b');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => asked.once('listening', resolve));
  });
  after(() => asked?.close());

  it('refuses or ends more than 150 hostile statements without an effect, a file, a request or an overrun', async function () {
    this.timeout(500_000);
    const groups = hostile(`http://127.0.0.1:${(asked.address() as AddressInfo).port}/x.csv`);
    assert.ok(Object.values(groups).flat().length >= 150);
    const was = await fixture().state();
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
        assert.ok(performance.now() - begun < 20_000, `outlived its limit: ${query.slice(0, 200)}`);
        // The others may be answered where they turn out to read, or to be small enough: what counts is the state after.
        if (!/runaway|bombs|Unicode/.test(group))
          assert.notEqual(outcome, 'answered', `${group}: ${query.slice(0, 200)}`);
      }
      assert.deepEqual(await rowsOf('MATCH (n:Country) RETURN count(n)'), [[30]], `good queries run on after ${group}`);
    }
    assert.deepEqual(await fixture().state(), was);
    assert.equal(requests, 0, 'nothing was asked for over http');
    assert.equal(await fixture().running(), 0, 'nothing runs on');
  });

  it('stops a run, on the store too', async () => {
    const slow = fixture().open({ ...SHORT, milliseconds: 60_000 });
    const run = collect({ query: ENDLESS }, slow);
    const ended = assert.rejects(run, isError('stopped'));
    const runId = `test-${count - 1}`;
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal(await slow.stop(runId), true);
    await ended;
    assert.equal(await fixture().running(), 0);
    assert.equal(await slow.stop(runId), false);
  });

  it('ends the run when the reader goes away', async () => {
    for await (const event of console.stream({
      query: 'UNWIND range(1, 1000000000) AS x RETURN x',
      runId: 'leaving-1',
    })) {
      if ('rows' in event) break;
    }
    assert.equal(await fixture().running(), 0);
    assert.equal(await console.stop('leaving-1'), false);
  });

  it('cuts an answer at the limit and says so', async () => {
    const events = await collect({ query: 'UNWIND range(1, 100000) AS x RETURN x', limit: 250 });
    assert.equal(events.flatMap((event) => ('rows' in event ? event.rows : [])).length, 250);
    assert.deepEqual(events.at(-1), { truncated: true });
  });

  it('lets only so many run at once', async () => {
    const few = fixture().open({ ...SHORT, atOnce: 1 });
    const first = few
      .stream({ query: 'UNWIND range(1, 1000000000) AS x RETURN x', runId: 'first-1' })
      [Symbol.asyncIterator]();
    await first.next();
    await assert.rejects(collect({ query: 'RETURN 1' }, few), isError('busy'));
    await first.return?.();
    assert.equal((await collect({ query: 'RETURN 1' }, few)).length, 3);
  });

  it('ends what takes too long, and what holds too much', async function () {
    this.timeout(20_000);
    await assert.rejects(collect({ query: ENDLESS }), isError('limit'));
  });

  it('tells the place of an error in the text as written', async () => {
    const at = (line: number, column: number) => (error: unknown) =>
      error instanceof ConsoleError && error.kind === 'wrong' && error.line === line && error.column === column;
    for (const prefix of ['', 'EXPLAIN '])
      await assert.rejects(collect({ query: `${prefix}MATCH (n)\n  RETURN m` }), at(2, 10));
    await assert.rejects(collect({ query: '  MATCH (n) RETURN m' }), at(1, 20));
    await assert.rejects(console.explain('RETURN (1'), (error) => error instanceof ConsoleError && error.line === 1);
  });

  it('gives values of every kind', async () => {
    const rows = await rowsOf(
      'MATCH p = (a {id: "c1"})-[r]->(b {id: "c2"}) RETURN a, r, p, 1, 2.5, 9007199254740993, date("2017-04-12"), [1, {k: null}], $list',
      { list: [1, 2.5, 'x'] },
    );
    const [a, r, p, ...rest] = rows[0] as [unknown, unknown, { path: { nodes: unknown[] } }, ...unknown[]];
    assert.deepEqual(a, {
      node: { id: 'c1', labels: ['Entity', 'Country'], properties: { id: 'c1', name: 'Country 1' } },
    });
    assert.deepEqual(r, {
      relationship: { id: 'c1c2', type: 'MET_WITH', source: 'c1', target: 'c2', properties: { id: 'c1c2' } },
    });
    assert.equal(p.path.nodes.length, 2);
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
    assert.ok(plan?.operator);
    const last = (await collect({ query: 'MATCH (n:Country) RETURN count(n)', profile: true })).at(-1);
    assert.ok(last && 'plan' in last && last.plan?.rows === 1);
    assert.equal(
      (await collect({ query: 'EXPLAIN MATCH (n) RETURN n' })).some((event) => 'rows' in event),
      false,
    );
  });
};
