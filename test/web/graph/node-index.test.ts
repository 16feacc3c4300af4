import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createNodeIndex } from '../../../web/graph/node-index.ts';

const coordinate = fc.float({ min: -2000, max: 2000, noNaN: true });

describe('the index of nodes by place', () => {
  it('finds all that are near, wherever one looks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), { maxLength: 120 }),
        coordinate,
        coordinate,
        fc.integer({ min: 1, max: 400 }),
        (points, x, y, reach) => {
          const positions = Float32Array.from(points.flat());
          const found = new Set<number>();
          createNodeIndex(positions).near(x, y, reach, (i) => found.add(i));
          points.forEach((_, i) => {
            const [dx, dy] = [positions[2 * i]! - x, positions[2 * i + 1]! - y];
            if (Math.abs(dx) <= reach && Math.abs(dy) <= reach) assert.ok(found.has(i));
          });
        },
      ),
      { seed: 5, numRuns: 400 },
    );
  });

  it('looks at few of many', () => {
    const positions = Float32Array.from({ length: 10_000 }, (_, i) => ((i * 7919) % 4001) - 2000);
    let visited = 0;
    createNodeIndex(positions).near(0, 0, 20, () => visited++);
    assert.ok(visited < 200, `${visited} of 5000`);
  });

  it('stands nodes at one place, and none at all', () => {
    const found: number[] = [];
    createNodeIndex(new Float32Array([3, 3, 3, 3])).near(3, 3, 1, (i) => found.push(i));
    assert.deepEqual(found.sort(), [0, 1]);
    createNodeIndex(new Float32Array(0)).near(0, 0, 10, () => assert.fail('there is nothing'));
  });
});
