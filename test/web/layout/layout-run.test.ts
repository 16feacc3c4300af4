import assert from 'node:assert/strict';
import { readabilityOf } from '../../../scripts/bench/page/readability.ts';
import { syntheticGraph } from '../../../scripts/bench/page/synthetic-graph.ts';
import { findCommunities } from '../../../web/layout/communities.ts';
import { createForceLayout } from '../../../web/layout/force-layout.ts';
import { prepareLayout } from '../../../web/layout/layout-run.ts';

const startOf = (size: number) => {
  const graph = syntheticGraph(size);
  return {
    graph,
    start: {
      do: 'start' as const,
      run: 1,
      nodes: size,
      source: Int32Array.from(graph.links, (link) => link.source),
      target: Int32Array.from(graph.links, (link) => link.target),
      aspect: 1.4,
    },
  };
};

describe('the layout', () => {
  it('finds the communities of two cliques with one link between them', () => {
    const links: [number, number][] = [[0, 5]];
    for (const base of [0, 5]) for (let i = 0; i < 5; i++) for (let j = 0; j < i; j++) links.push([base + i, base + j]);
    const { of, count } = findCommunities(
      10,
      Int32Array.from(links, ([a]) => a),
      Int32Array.from(links, ([, b]) => b),
    );
    assert.equal(count, 2);
    assert.deepEqual([...of.slice(0, 5)], [0, 0, 0, 0, 0]);
    assert.deepEqual([...of.slice(5)], [1, 1, 1, 1, 1]);
  });

  it('gives the same places for the same graph', () => {
    const [a, b] = [prepareLayout(startOf(120).start), prepareLayout(startOf(120).start)];
    for (let i = 0; i < 40; i++) {
      a.layout.tick();
      b.layout.tick();
    }
    assert.deepEqual([...a.layout.positions], [...b.layout.positions]);
  });

  it('is readable before its first step', () => {
    for (const size of [300, 1000]) {
      const { graph, start } = startOf(size);
      const ratio = readabilityOf(graph)(prepareLayout(start).layout.positions);
      assert.ok(ratio < 0.3, `${size}: ${ratio}`);
    }
  });

  it('holds what is pinned and keeps places that are known', () => {
    const { start } = startOf(60);
    const known = new Float32Array(120).fill(Number.NaN);
    known.set([400, -300], 2 * 7);
    const { layout } = prepareLayout({ ...start, known, pinned: Int32Array.of(7) });
    for (let i = 0; i < 60; i++) layout.tick();
    assert.deepEqual([...layout.positions.slice(14, 16)], [400, -300]);
  });

  it('parts two bodies that lie in the same place', () => {
    const layout = createForceLayout(2, new Int32Array(0), new Int32Array(0));
    layout.positions.fill(5);
    for (let i = 0; i < 50; i++) layout.tick();
    const [x0, y0, x1, y1] = layout.positions;
    assert.ok(Math.hypot(x0! - x1!, y0! - y1!) > 1);
    assert.ok([...layout.positions].every(Number.isFinite));
  });

  it('keeps lines clear of nodes that are not their ends', () => {
    const layout = createForceLayout(3, Int32Array.of(0), Int32Array.of(1), {
      clearance: 30,
      charge: -300,
      distance: 200,
      gravity: 0.2,
    });
    layout.positions.set([-100, 0, 100, 0, 3, 1]);
    layout.alpha = 0.4;
    for (let i = 0; i < 200; i++) layout.tick();
    const [x0, y0, x1, y1, x, y] = layout.positions as unknown as [number, number, number, number, number, number];
    const away = Math.abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / Math.hypot(x1 - x0, y1 - y0);
    assert.ok(away > 20, `${away}`);
  });
});
