import assert from 'node:assert/strict';
import { createEngine, type Engine, type PlanDescription } from '../../server/cypher/index.ts';
import { largeGraph, rowsOf } from './graph.ts';

function operators(plan: PlanDescription): string[] {
  return [...plan.inputs.flatMap(operators), plan.operator];
}

function rowsIn(plan: PlanDescription): number {
  return (plan.rows ?? 0) + plan.inputs.reduce((sum, input) => sum + rowsIn(input), 0);
}

describe('plans of the Cypher engine', () => {
  let engine: Engine;
  before(() => {
    engine = createEngine(largeGraph(1000, 5000));
  });

  const plans: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['MATCH (n {id: 7}) RETURN n', ['NodeIndexSeek'], ['AllNodesScan', 'NodeByLabelScan']],
    ['MATCH (n:Person) WHERE n.id = $x RETURN n', ['NodeIndexSeek'], ['NodeByLabelScan']],
    ['MATCH (n:Person) WHERE n.name IN ["name 1", "name 2"] RETURN n', ['NodeIndexSeek'], ['NodeByLabelScan']],
    ['UNWIND [1, 2] AS i MATCH (n {id: i}) RETURN n', ['Unwind', 'NodeIndexSeek'], ['AllNodesScan']],
    ['MATCH (n:Country) RETURN n', ['NodeByLabelScan'], ['AllNodesScan']],
    ['MATCH (a)-[r:MET]->(b) RETURN r', ['RelationshipTypeScan'], ['AllNodesScan']],
    ['MATCH (a)-[:MET]->(b {id: 3}) RETURN a', ['NodeIndexSeek', 'ExpandAll'], ['AllNodesScan']],
    ['MATCH (a {id: 1})-[:MET]->(b)-[:BACKS]->(a) RETURN b', ['ExpandInto'], ['AllNodesScan']],
    ['MATCH (a)-[:MET]->(b), (a)-[:BACKS]->(c {id: 5}) RETURN b', ['NodeIndexSeek'], ['RelationshipTypeScan']],
    ['MATCH p = shortestPath((a {id: 1})-[*]-(b {id: 2})) RETURN p', ['ShortestPath'], ['VarLengthExpand']],
    ['MATCH (n) RETURN n.id ORDER BY n.id LIMIT 3', ['Top'], ['Sort']],
  ];
  for (const [query, wanted, unwanted] of plans) {
    it(`${query} uses ${wanted.join(' and ')}`, async () => {
      const found = operators(await engine.explain(query));
      for (const one of wanted) assert.ok(found.includes(one), `${one} in ${found.join(' ')}`);
      for (const one of unwanted) assert.ok(!found.includes(one), `${one} in ${found.join(' ')}`);
    });
  }

  it('EXPLAIN gives the plan and no rows', async () => {
    const { rows, plan } = await engine.run('EXPLAIN MATCH (n {id: 1})-->(m) RETURN m');
    assert.equal(rows.length, 0);
    assert.ok(operators(plan!).includes('ExpandAll'));
  });

  it('PROFILE counts rows, and what only asks for existence does not enumerate', async () => {
    const { rows, plan } = await engine.run(
      'PROFILE MATCH (n:Country) WHERE EXISTS { (n)--()--()--() } RETURN count(n) AS n',
    );
    assert.equal(rows.length, 1);
    assert.ok(rowsIn(plan!) < 1000, `${rowsIn(plan!)} rows`);
  });

  it('finds the same through indexes as without', async () => {
    const bare = createEngine(largeGraph(1000, 5000), { indexes: [] });
    for (const query of [
      'MATCH (a {id: 5})-[:MET]-(b)-[:BACKS]-(c) RETURN c.id ORDER BY c.id',
      'MATCH (a) WHERE a.id IN [3, 3, 4, null] RETURN a.id ORDER BY a.id',
      'MATCH (a {id: 3.0}) RETURN a.id',
      'MATCH (a {id: null}) RETURN a.id',
      'MATCH (a {id: 5})-[:MET*1..3]->(b {id: 77}) RETURN count(*)',
    ]) {
      assert.deepEqual(await rowsOf(engine, query), await rowsOf(bare, query), query);
    }
  });
});
