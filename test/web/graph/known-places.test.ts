import assert from 'node:assert/strict';
import { knownPlaces, waitingPlaces } from '../../../web/graph/known-places.ts';
import { createScene } from '../../../web/graph/scene.ts';

const scene = createScene(
  ['a', 'b', 'c'].map((id) => ({
    id,
    name: id,
    kind: 'country' as const,
    aliases: [],
    mentions: 1,
    articles: 1,
    search: id,
  })),
  [],
);

describe('places known from before', () => {
  it('are found by id, and counted', () => {
    const { known, count } = knownPlaces(scene, new Map([['b', [3, 4]]]));
    assert.equal(count, 1);
    assert.deepEqual([...known], [Number.NaN, Number.NaN, 3, 4, Number.NaN, Number.NaN]);
  });

  it('have the others wait in their middle', () => {
    const { known } = knownPlaces(
      scene,
      new Map([
        ['a', [0, 10]],
        ['b', [4, 20]],
      ] as const),
    );
    assert.deepEqual([...waitingPlaces(known)], [0, 10, 4, 20, 2, 15]);
  });
});
