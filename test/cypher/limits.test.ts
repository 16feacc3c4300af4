import assert from 'node:assert/strict';
import { CypherError, createEngine, type Engine } from '../../server/cypher/index.ts';
import { largeGraph } from './graph.ts';

/** Queries that would run for ages, and by which limit each may end. */
const endless: readonly string[] = [
  'MATCH (a), (b), (c), (d) RETURN count(*)',
  'MATCH (a)-[*]-(b) RETURN count(*)',
  'MATCH (a {id: 1})-[*]-(b {id: 2}) RETURN count(*)',
  'RETURN [x IN range(1, 30000) | [y IN range(1, 30000) | x * y]]',
  'RETURN reduce(s = 0, x IN range(1, 1000000) | s + reduce(t = 0, y IN range(1, 1000) | t + y))',
  'UNWIND range(1, 1000000000) AS x RETURN count(x)',
  'UNWIND range(1, 1000000000) AS x RETURN collect(x)',
  'UNWIND range(1, 1000000000) AS x RETURN DISTINCT x',
  'UNWIND range(1, 1000000000) AS x RETURN x ORDER BY x DESC',
  'RETURN reduce(l = [], x IN range(1, 1000000) | l + x)',
  'MATCH p = shortestPath((a {id: 1})-[*]-(b {id: 77})) WHERE length(p) > 30 RETURN p',
  'MATCH p = SHORTEST 1000000 (a {id: 1})-[]-+(b {id: 77}) RETURN p',
  'MATCH (a) ((x)-[:MET]-(y))+ (b) RETURN count(*)',
  'MATCH (a) RETURN [(a)-[*]-(b) | b.id]',
  'MATCH (a) WHERE EXISTS { MATCH (b), (c), (d) WHERE b.id + c.id + d.id = -1 } RETURN a',
  'RETURN any(x IN range(1, 100000) WHERE any(y IN range(1, 100000) WHERE x + y < 0))',
  'CALL { MATCH (a), (b) RETURN a.id AS x UNION MATCH (a), (b) RETURN b.id AS x } RETURN count(x)',
  'UNWIND range(1, 100000) AS i WITH reduce(s = "a", j IN range(1, 10) | s + s) AS s RETURN count(s =~ "(a*)*b")',
];

/** Values that explode without taking time. */
const explosive: readonly string[] = [
  'RETURN range(1, 1000000000)',
  'RETURN reduce(s = "x", i IN range(1, 60) | s + s)',
  'RETURN reduce(s = [1], i IN range(1, 60) | s + s)',
  'RETURN reduce(s = [1], i IN range(1, 60) | [s, s])',
  'WITH reduce(s = [1], i IN range(1, 40) | [s, s]) AS a, reduce(s = [1], i IN range(1, 40) | [s, s]) AS b RETURN a = b',
  'WITH reduce(s = [1], i IN range(1, 40) | [s, s]) AS a, reduce(s = [1], i IN range(1, 40) | [s, s]) AS b RETURN a < b',
  'WITH reduce(s = [1], i IN range(1, 40) | [s, s]) AS a RETURN DISTINCT a',
  'WITH reduce(s = "a", i IN range(1, 19) | s + s) AS s RETURN s =~ "(a|aa)*(a?){50}b"',
];

const monsters: readonly (readonly [string, string])[] = [
  ['3,000 nested CASE', `RETURN ${'CASE WHEN true THEN '.repeat(3000)}1${' END'.repeat(3000)}`],
  ['3,000 brackets', `RETURN ${'['.repeat(3000)}${']'.repeat(3000)}`],
  ['a sum of 100,000 terms', `RETURN ${'1+'.repeat(100_000)}1`],
  ['nested patterns in maps', `RETURN ${'[({a:'.repeat(95)}1${'})--()]'.repeat(95)}`],
  ['nested lists that look like comprehensions', `RETURN ${'[x IN '.repeat(95)}1${', 1]'.repeat(95)}`],
  ['two million characters', `RETURN '${'x'.repeat(2_000_000)}'`],
];

/** Deep enough to never end where each level is read, checked or planned twice. */
const deep: readonly (readonly [string, string])[] = [
  ['XOR', `RETURN ${'true XOR ('.repeat(80)}true${')'.repeat(80)}`],
  [
    'CASE with a subject that is a CASE',
    `RETURN ${'CASE ('.repeat(24)}1${') WHEN > 0, 7 THEN 1 ELSE 2 END'.repeat(24)}`,
  ],
  ['CASE in CASE', `RETURN ${'CASE 1 WHEN 1, 2 THEN '.repeat(24)}1${' END'.repeat(24)}`],
  ['COUNT in a lookup', `RETURN ${'COUNT { MATCH (n {id: 1}) WHERE n.id = '.repeat(20)}1${' }'.repeat(20)}`],
  [
    'COUNT in ORDER BY',
    `RETURN ${'COUNT { MATCH (n {id: 1}) RETURN DISTINCT n.id AS x ORDER BY '.repeat(20)}1${' }'.repeat(20)}`,
  ],
  ['quantifiers', `RETURN ${'all(x IN [1] WHERE '.repeat(24)}true${')'.repeat(24)}`],
  ['EXISTS', `RETURN ${'EXISTS { MATCH (n) WHERE '.repeat(20)}true${' }'.repeat(20)}`],
];

async function errorOf(promise: Promise<unknown>): Promise<CypherError> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof CypherError, String(error));
    return error;
  }
  throw new assert.AssertionError({ message: 'the query ended without an error' });
}

describe('limits of the Cypher engine', function () {
  this.timeout(60_000);
  let engine: Engine;
  before(async () => {
    engine = createEngine(largeGraph(2000, 10_000));
    await engine.run('RETURN 1');
  });

  for (const query of endless) {
    it(`ends and lets others work meanwhile: ${query}`, async () => {
      let turns = 0;
      let on = true;
      const turn = (): void => {
        turns++;
        if (on) setImmediate(turn);
      };
      setImmediate(turn);
      const error = await errorOf(engine.run(query, {}, { deadline: 150, maxMemory: 64e6 }));
      on = false;
      assert.match(error.title, /LimitExceeded: (TimeLimit|MemoryLimit|ListTooLong)/);
      if (error.detail === 'TimeLimit') assert.ok(turns >= 1, `others had ${turns} turns`);
    });
  }

  for (const query of explosive) {
    it(`refuses what grows beyond measure: ${query}`, async () => {
      const error = await errorOf(engine.run(query, {}, { deadline: 20_000 }));
      assert.equal(error.type, 'LimitExceeded');
      assert.notEqual(error.detail, 'TimeLimit');
    });
  }

  for (const [name, query] of monsters) {
    it(`refuses ${name} with its place`, async () => {
      const error = await errorOf(engine.run(query));
      assert.equal(error.phase, 'compile');
      assert.ok(
        ['NestedTooDeep', 'QueryTooLong', 'UndefinedVariable', 'UnexpectedSyntax'].includes(error.detail),
        error.title,
      );
    });
  }

  for (const [name, query] of deep) {
    it(`answers a deep nest of ${name}`, async () => {
      assert.equal((await engine.run(query, {}, { deadline: 20_000 })).rows.length, 1);
    });
  }

  it('stops when the signal says so', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    const error = await errorOf(engine.run('MATCH (a), (b), (c) RETURN count(*)', {}, { signal: stop.signal }));
    assert.equal(error.title, 'Cancelled: Cancelled');
  });

  it('does not begin when the signal was given before', async () => {
    const error = await errorOf(engine.run('RETURN 1', {}, { signal: AbortSignal.abort() }));
    assert.equal(error.type, 'Cancelled');
  });

  it('counts rows', async () => {
    const error = await errorOf(engine.run('MATCH (n) RETURN n', {}, { maxRows: 10 }));
    assert.equal(error.title, 'LimitExceeded: RowLimit');
    assert.equal((await engine.run('MATCH (n) RETURN n LIMIT 10', {}, { maxRows: 10 })).rows.length, 10);
  });

  it('stops asking once LIMIT is met', async () => {
    const { rows } = await engine.run('MATCH (a), (b), (c), (d) RETURN a LIMIT 3', {}, { deadline: 10_000 });
    assert.equal(rows.length, 3);
  });

  it('streams rows before all are found', async () => {
    const { columns, batches } = await engine.stream('UNWIND range(1, 1000000000) AS x RETURN x');
    assert.deepEqual(columns, ['x']);
    const first = await batches.next();
    assert.equal(first.done, false);
    assert.ok((first.value as readonly unknown[]).length > 0);
    await batches.return();
  });

  it('runs many queries at once, each with its own variables', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => engine.run('UNWIND range(1, 3000) AS x RETURN sum(x * $i) AS s', { i })),
    );
    for (const [i, { rows }] of answers.entries()) assert.equal(rows[0]![0], 4_501_500n * BigInt(i));
  });
});
