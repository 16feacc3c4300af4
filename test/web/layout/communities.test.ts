import assert from 'node:assert/strict';
import { findCommunities } from '../../../web/layout/communities.ts';

/** Rings of nodes, every two of a ring joined, and one line from each ring to the next. */
const rings = (count: number, size: number): readonly [nodes: number, source: Int32Array, target: Int32Array] => {
  const source: number[] = [];
  const target: number[] = [];
  for (let ring = 0; ring < count; ring++) {
    for (let i = 0; i < size; i++) {
      for (let j = i + 1; j < size; j++) {
        source.push(ring * size + i);
        target.push(ring * size + j);
      }
    }
    source.push(ring * size);
    target.push(((ring + 1) % count) * size + 1);
  }
  return [count * size, Int32Array.from(source), Int32Array.from(target)];
};

describe('communities', () => {
  it('are the groups that hold together', () => {
    const { of, count } = findCommunities(...rings(8, 6));
    assert.equal(count, 8);
    for (let i = 0; i < of.length; i++) assert.equal(of[i], of[Math.floor(i / 6) * 6], `node ${i} is with its group`);
  });

  it('do not swallow each other where that would not pay', () => {
    // of two groups joined by one line each stays its own, though merging level on level could go on
    assert.equal(findCommunities(...rings(2, 12)).count, 2);
  });

  it('are the nodes themselves where nothing is joined', () => {
    assert.equal(findCommunities(5, new Int32Array(0), new Int32Array(0)).count, 5);
  });
});
