import assert from 'node:assert/strict';
import { MultiDirectedGraph } from 'graphology';
import { labelledView } from '../../server/cypher/index.ts';
import { createWritingEngine } from '../../server/cypher/write/index.ts';
import { rowsOf } from './graph.ts';

const script = `CREATE (a:P {id: 1, x: 1}), (b:P {id: 2, x: 0}), (a)-[:R {w: 1}]->(b)`;

describe('the writing engine', () => {
  const failing = [
    'MATCH (n:P) SET n.x = 5 WITH n ORDER BY n.id RETURN 1 / (2 - n.id)',
    'CREATE (c:New {id: 3}) WITH c UNWIND [1, 0] AS d RETURN 1 / d',
    'MATCH (a)-[r]->(b) DELETE r WITH a DELETE a RETURN 1 / 0',
    'MATCH (n:P {id: 1}) DETACH DELETE n WITH 0 AS zero RETURN 1 / zero',
    'MATCH (n:P {id: 1}) DELETE n',
    'MATCH (n:P) SET n:Extra REMOVE n:P WITH n RETURN 1 / 0',
    'MATCH (n:P) SET n.bad = {a: 1}',
    'MERGE (n:P {id: 9}) ON CREATE SET n.y = 1 WITH n RETURN 1 / 0',
    'FOREACH (i IN [1, 2, 0] | CREATE (:T {v: 1 / i}))',
  ];
  for (const query of failing) {
    it(`leaves nothing behind when it fails: ${query}`, async () => {
      const graph = new MultiDirectedGraph();
      const engine = createWritingEngine(graph);
      await engine.run(script);
      const shape = (): string =>
        JSON.stringify(
          [graph.export().nodes.sort((a, b) => (a.key < b.key ? -1 : 1)), graph.export().edges],
          (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value),
        );
      const before = shape();
      await assert.rejects(engine.run(query));
      assert.equal(shape(), before);
      assert.deepEqual(await rowsOf(engine, 'MATCH (a:P {id: 1})-[r:R]->(b:P {id: 2}) RETURN a.x, r.w, b.x'), [
        '1 | 1 | 0',
      ]);
    });
  }

  it('counts what it does', async () => {
    const engine = createWritingEngine(new MultiDirectedGraph());
    const { counters } = await engine.run(script);
    assert.deepEqual(counters, {
      nodesCreated: 2,
      nodesDeleted: 0,
      relationshipsCreated: 1,
      relationshipsDeleted: 0,
      propertiesSet: 5,
      labelsAdded: 2,
      labelsRemoved: 0,
    });
  });

  it('writes plain numbers where the view is natural', async () => {
    const graph = new MultiDirectedGraph();
    const engine = createWritingEngine(graph, { view: labelledView });
    await engine.run('CREATE ({a: 1, b: 1.5, c: [1, 2]})');
    assert.deepEqual(graph.getNodeAttributes(graph.nodes()[0]), {
      labels: [],
      properties: { a: 1, b: 1.5, c: [1, 2] },
    });
  });

  it('does not read what the same clause writes', async () => {
    const engine = createWritingEngine(new MultiDirectedGraph());
    await engine.run('UNWIND range(1, 5) AS i CREATE (:N {i: i})');
    assert.deepEqual(await rowsOf(engine, 'MATCH (n:N) CREATE (:N {i: n.i + 10}) RETURN count(*)'), ['5']);
    assert.deepEqual(await rowsOf(engine, 'MATCH (n:N) RETURN count(*)'), ['10']);
  });
});
