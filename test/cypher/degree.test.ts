import assert from 'node:assert/strict';
import { createEngine, exactView, written } from '../../server/cypher/index.ts';
import { seeded } from './differential/random.ts';
import { asGraphology, sampleGraph } from './differential/sample-graph.ts';

/** Patterns of one hop, and what is counted of them. */
const PATTERNS = [
  '(n)-[r]-(m)',
  '(n)-[r]->(m)',
  '(n)<-[r]-(m)',
  '(m)-[r:VETOED]->(n)',
  '(n:Entity)-[r:VETOED|MET_WITH|MENTIONS]-(m)',
];
const COUNTS = [
  'n.id AS key, count(r) AS c',
  'count(*) AS c',
  'n AS key, count(m) + 1 AS c',
  'labels(n) AS key, sum(1) AS c, count(*) AS d',
];

describe('relationships that are only counted', () => {
  for (const pattern of PATTERNS) {
    for (const counts of COUNTS) {
      it(`MATCH ${pattern} RETURN ${counts}`, async () => {
        for (let i = 0; i < 10; i++) {
          const graph = asGraphology(sampleGraph(seeded(`degree ${i}`)));
          const engine = createEngine(graph, { view: exactView });
          const rows = async (text: string) =>
            (await engine.run(text)).rows.map((row) => row.map(written).join(' | ')).sort();
          const same = async () =>
            assert.deepEqual(
              await rows(`MATCH ${pattern} RETURN ${counts}`),
              await rows(`MATCH ${pattern} WITH n, r, m RETURN ${counts}`),
            );
          await same();
          graph.addEdgeWithKey('loop', 'n0', 'n0', { type: 'VETOED', properties: {} });
          await same();
          graph.dropEdge('loop');
          graph.dropEdge('r0');
          await same();
          engine.close();
        }
      });
    }
  }

  it('are not walked', async () => {
    const engine = createEngine(asGraphology(sampleGraph(seeded('plan'))), { view: exactView });
    const plan = JSON.stringify(
      await engine.explain('MATCH (n)-[r]-() RETURN n, count(r) AS c ORDER BY c DESC LIMIT 3'),
    );
    assert.match(plan, /"Degree"/);
    assert.doesNotMatch(plan, /Expand/);
  });
});
