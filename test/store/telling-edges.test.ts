import assert from 'node:assert/strict';
import type { GraphEdge } from '../../graph-schema/graph.ts';
import { tellingEdges } from '../../server/store/telling-edges.ts';

const edge = (id: string, source: string, target: string, sources = 1) =>
  ({ id, source, target, sources }) as GraphEdge;
const idsOf = (edges: readonly GraphEdge[]) => edges.map(({ id }) => id).join('');

describe('the most telling edges about a node', () => {
  // a: two neighbours, the first with three edges; those two have two between them
  const edges = [
    edge('1', 'a', 'b', 1),
    edge('2', 'b', 'a', 5),
    edge('3', 'a', 'b', 3),
    edge('4', 'a', 'c', 1),
    edge('5', 'b', 'c', 9),
    edge('6', 'c', 'b', 2),
  ];

  it('are all where there is room', () => assert.equal(tellingEdges(edges, 'a', 6), edges));

  it('are first the best of each pair, those of the node before the others', () => {
    assert.equal(idsOf(tellingEdges(edges, 'a', 1)), '2');
    assert.equal(idsOf(tellingEdges(edges, 'a', 2)), '24');
    assert.equal(idsOf(tellingEdges(edges, 'a', 3)), '245');
    assert.equal(idsOf(tellingEdges(edges, 'a', 4)), '2345');
    assert.equal(idsOf(tellingEdges(edges, 'a', 5)), '23456');
  });

  it('are the same in whatever order they are given', () => {
    assert.deepEqual(tellingEdges([...edges].reverse(), 'a', 4), tellingEdges(edges, 'a', 4));
  });
});
