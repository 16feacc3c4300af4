import assert from 'node:assert/strict';
import { MultiDirectedGraph } from 'graphology';
import seedrandom from 'seedrandom';
import { createEngine } from '../../server/cypher/index.ts';
import { largeGraph, rowsOf } from './graph.ts';

/** A small graph full of loops, parallel edges and cycles. */
function tangle(seed: string): MultiDirectedGraph {
  const random = seedrandom(seed);
  const graph = new MultiDirectedGraph();
  const size = 3 + Math.floor(random() * 5);
  const any = (): number => Math.floor(random() * size);
  for (let i = 0; i < size; i++) graph.addNode(i, { labels: [], properties: { id: i, group: i % 3 } });
  for (let i = size + Math.floor(random() * 4); i > 0; i--) {
    graph.addDirectedEdge(any(), any(), { type: 'R', properties: { w: Math.floor(random() * 3) } });
  }
  return graph;
}

describe('shortcuts of the planner', () => {
  it('what is in reach is the same as what walks find', async () => {
    for (let i = 0; i < 40; i++) {
      const engine = createEngine(tangle(`tangle ${i}`));
      for (const [left, right] of [
        ['-', '-'],
        ['-', '->'],
        ['<-', '-'],
      ]) {
        for (const length of ['*', '*0..', '*1..2', '*..3', '*0..1', '*..4 {w: 1}']) {
          const fast = `MATCH (a)${left}[${length}]${right}(b) RETURN DISTINCT a.id, b.id ORDER BY a.id, b.id`;
          const slow = fast.replace('[', '[r').replace('RETURN', 'WITH a, b, r RETURN');
          assert.deepEqual(await rowsOf(engine, fast), await rowsOf(engine, slow), `tangle ${i}: ${fast}`);
          const pairs = `MATCH (a), (b) WHERE (a)${left}[${length}]${right}(b) RETURN a.id, b.id ORDER BY a.id, b.id`;
          assert.deepEqual(await rowsOf(engine, pairs), await rowsOf(engine, slow), `tangle ${i}: ${pairs}`);
        }
      }
    }
  });

  it('what is in reach of a large graph is found without walking every way', async () => {
    const engine = createEngine(largeGraph(2000, 10_000));
    const { rows } = await engine.run('MATCH ({id: 1})-[*]-(b) RETURN count(DISTINCT b)', {}, { deadline: 15_000 });
    assert.ok((rows[0]![0] as bigint) > 1900n);
    const { plan } = await engine.run('EXPLAIN MATCH ({id: 1})-[*]-(b) RETURN DISTINCT b');
    assert.ok(JSON.stringify(plan).includes('"Reach"'));
  });

  it('walks are still counted where it matters how many there are', async () => {
    const engine = createEngine(tangle('counted'));
    const all = await rowsOf(engine, 'MATCH (a)-[r*1..3]-(b) RETURN count(*)');
    assert.deepEqual(await rowsOf(engine, 'MATCH (a)-[*1..3]-(b) RETURN count(*)'), all);
    assert.deepEqual(await rowsOf(engine, 'MATCH p = (a)-[*1..3]-(b) RETURN count(DISTINCT p)'), all);
  });

  it('joins by value give what comparing all pairs gives', async () => {
    const engine = createEngine(tangle('joined'));
    const joined = 'MATCH (a), (b) WHERE a.group = b.group AND a.id < b.id RETURN a.id, b.id ORDER BY a.id, b.id';
    const compared =
      'MATCH (a), (b) WHERE NOT a.group <> b.group AND a.id < b.id RETURN a.id, b.id ORDER BY a.id, b.id';
    assert.deepEqual(await rowsOf(engine, joined), await rowsOf(engine, compared));
    assert.ok(JSON.stringify(await engine.explain(joined)).includes('NodeValueJoin'));
  });

  it('joins of ten thousand by ten thousand end soon', async () => {
    const engine = createEngine(largeGraph(10_000, 0), { indexes: [] });
    const { rows } = await engine.run('MATCH (a), (b) WHERE a.name = b.name RETURN count(*)', {}, { deadline: 15_000 });
    assert.equal(rows[0]![0], 10_000n);
  });
});
