import assert from 'node:assert/strict';
import { MultiDirectedGraph } from 'graphology';
import { createEngine } from '../../server/cypher/index.ts';

/** Questions on which the engine once differed from Neo4j 5.26, with Neo4j's answers. */
describe('answers as Neo4j gives them', () => {
  const graph = new MultiDirectedGraph();
  graph.addNode('a', { labels: [], properties: {} });
  graph.addNode('b', { labels: [], properties: {} });
  graph.addDirectedEdge('a', 'b', { type: 'R', properties: {} });
  graph.addDirectedEdge('a', 'a', { type: 'R', properties: {} });
  const engine = createEngine(graph);
  after(() => engine.close());

  for (const [query, answer] of [
    ['MATCH ()-[r]-() MATCH (n)-[r]-(n) RETURN count(*)', 1n],
    ['MATCH ()-[r]->() MATCH (n)-[r]->(n) RETURN count(*)', 1n],
    ['MATCH ()-[r]-() MATCH (n)-[r]-(m) RETURN count(*)', 5n],
    ["RETURN duration.inMonths(date('2016-02-29'), datetime('2015-02-28T23:00:00Z')).months", -11n],
    ["RETURN duration.inMonths(date('2016-02-29'), date('2015-02-28')).months", -12n],
    ["RETURN duration.inMonths(date('2016-03-31'), date('2016-02-29')).months", -1n],
    ['RETURN round(-0.5, 0)', 0],
    ['RETURN round(-1.5, 0)', -1],
    ['RETURN round(-0.25, 1)', -0.3],
  ] as const)
    it(query, async () => {
      const { rows } = await engine.run(query);
      assert.equal(typeof rows[0]![0], typeof answer);
      assert.ok(rows[0]![0] === answer, `${rows[0]![0]}`);
    });
});
