import assert from 'node:assert/strict';
import { MultiDirectedGraph } from 'graphology';
import { createEngine, exactView } from '../../server/cypher/index.ts';
import type * as Durations from '../../server/cypher/temporal/duration.ts';
import type * as Instants from '../../server/cypher/temporal/instant.ts';

describe('temporal values made by another copy of their module', () => {
  it('are compared and taken apart as the engine’s own', async () => {
    const copyOf = (file: string) => import(`../../server/cypher/temporal/${file}?copy`);
    const { Duration } = (await copyOf('duration.ts')) as typeof Durations;
    const { Instant } = (await copyOf('instant.ts')) as typeof Instants;
    const graph = new MultiDirectedGraph();
    const span = new Duration(0, 3, 0n, 0);
    const day = new Instant('date', 1, 0, 0, undefined);
    graph.addNode('a', { labels: ['A'], properties: { span, day } });
    const engine = createEngine(graph, { view: exactView });
    const { rows } = await engine.run(
      "MATCH (a) RETURN a.span = duration('P3D'), duration('P3D') = a.span, a.day + a.span = date('1970-01-05'), duration.between(a.day, date('1970-01-05')).days",
    );
    engine.close();
    assert.deepEqual(rows, [[true, true, true, 3n]]);
  });
});
