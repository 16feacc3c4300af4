import assert from 'node:assert/strict';
import type { GraphNode } from '../../../graph-schema/graph.ts';
import { proverbOf, triadOf, triadsOver } from '../../../web/data/balance.ts';
import { commonNeighbours, whoStandsBetween } from '../../../web/data/between.ts';
import { createScene } from '../../../web/graph/scene.ts';
import { typedArcs } from '../../../web/graph/typed-arcs.ts';
import { edgeOf } from '../edge-of.ts';

const node = (id: string): GraphNode => ({
  id,
  name: id.toUpperCase(),
  kind: 'country',
  aliases: [],
  mentions: 1,
  articles: 1,
  search: id,
});
let edges = 0;
const edge: typeof edgeOf = (source, type, target, more) =>
  edgeOf(source, type, target, { id: `e${edges++}`, ...more });

describe('a scene', () => {
  it('bundles all relations of a pair and sums up their sign', () => {
    const scene = createScene(['a', 'b', 'c'].map(node), [
      edge('a', 'BACKS', 'b'),
      edge('b', 'ACCUSED', 'a'),
      edge('b', 'BACKS', 'c'),
      edge('c', 'MEMBER_OF', 'a'),
    ]);
    assert.deepEqual(
      scene.bundles.map(({ key, sign, cooperation, conflict }) => [key, sign, cooperation, conflict]),
      [
        ['a|b', 'mixed', 1, 1],
        ['b|c', 'cooperation', 1, 0],
        ['a|c', 'none', 0, 0],
      ],
    );
  });

  it('does not let a denial decide the sign where something is affirmed, and is not certain where nothing is', () => {
    const scene = createScene(['a', 'b', 'c'].map(node), [
      edge('a', 'BACKS', 'b'),
      edge('a', 'ATTACKED', 'b', { polarity: 'denied' }),
      edge('b', 'MET_WITH', 'c', { modality: 'planned' }),
    ]);
    assert.deepEqual(
      scene.bundles.map(({ sign, certain }) => [sign, certain]),
      [
        ['cooperation', true],
        ['cooperation', false],
      ],
    );
  });

  it('opens a bundle into one arrow for each relation and direction', () => {
    const scene = createScene(['a', 'b'].map(node), [
      edge('a', 'BACKS', 'b'),
      edge('a', 'BACKS', 'b'),
      edge('b', 'BACKS', 'a'),
      edge('a', 'MET_WITH', 'b', { modality: 'planned' }),
    ]);
    const { arcs, left } = typedArcs(scene.bundles[0]!, 'a');
    assert.equal(left, 0);
    assert.deepEqual(
      arcs.map(({ label, forward, symmetric }) => [label, forward, symmetric]),
      [
        ['backs ×2', true, false],
        ['backs', false, false],
        ['planned: met with', true, true],
      ],
    );
  });

  it('leaves out edges whose ends are not there, and loops', () => {
    assert.equal(createScene([node('a')], [edge('a', 'BACKS', 'z'), edge('a', 'BACKS', 'a')]).bundles.length, 0);
  });

  it('knows a strained triad from a balanced one', () => {
    const balanced = createScene(['a', 'b', 'c'].map(node), [
      edge('a', 'BACKS', 'b'),
      edge('b', 'ATTACKED', 'c'),
      edge('a', 'ACCUSED', 'c'),
    ]);
    const one = triadOf(balanced, 0, 1, 2)!;
    assert.deepEqual(
      [one.signs, one.balanced, proverbOf(one)],
      [['+', '−', '−'], true, 'the enemy of my friend is my enemy'],
    );
    const strained = createScene(['a', 'b', 'c'].map(node), [
      edge('a', 'BACKS', 'b'),
      edge('b', 'BACKS', 'c'),
      edge('a', 'ATTACKED', 'c'),
    ]);
    assert.equal(triadsOver(strained, 0)[0]!.balanced, false);
    const unsigned = createScene(['a', 'b', 'c'].map(node), [edge('a', 'BACKS', 'b'), edge('b', 'BACKS', 'c')]);
    assert.equal(triadOf(unsigned, 0, 1, 2), undefined);
  });

  it('has a proverb for each of the eight triads, true to its sign', () => {
    const words = new Set<string>();
    for (const ab of ['+', '−'] as const) {
      for (const bc of ['+', '−'] as const) {
        for (const ca of ['+', '−'] as const) {
          const proverb = proverbOf({ nodes: [0, 1, 2], signs: [ab, bc, ca], balanced: true });
          words.add(proverb);
          assert.equal(
            proverb,
            `the ${bc === '+' ? 'friend' : 'enemy'} of my ${ab === '+' ? 'friend' : 'enemy'} is my ${ca === '+' ? 'friend' : 'enemy'}`,
          );
        }
      }
    }
    assert.equal(words.size, 8);
  });

  it('tells who stands between two, those on most paths first', () => {
    const path = (...ids: string[]) => ({ nodes: ids.map(node), edges: [] });
    assert.deepEqual(
      whoStandsBetween({ paths: [path('a', 'x', 'z', 'b'), path('a', 'y', 'x', 'b')] }).map(({ id, paths }) => [
        id,
        paths,
      ]),
      [
        ['x', 2],
        ['y', 1],
        ['z', 1],
      ],
    );
    const scene = createScene(['a', 'b', 'c', 'd'].map(node), [
      edge('a', 'BACKS', 'c'),
      edge('c', 'BACKS', 'b'),
      edge('b', 'BACKS', 'd'),
    ]);
    assert.deepEqual(commonNeighbours(scene, 0, 1), [2]);
  });
});
