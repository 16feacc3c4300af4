import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placeLabels } from '../../../web/graph/labels.ts';
import { wrapName } from '../../../web/graph/wrap-name.ts';

const place = (points: readonly (readonly [number, number])[], originX = 0, originY = 0, makeRoom = true) =>
  placeLabels({
    order: points.keys(),
    name: (i) => `Name of number ${i}`,
    x: (i) => points[i]![0],
    y: (i) => points[i]![1],
    halfWidth: () => 10,
    halfHeight: () => 10,
    size: () => 12,
    bold: () => false,
    measure: (text, size) => text.length * size * 0.55,
    width: 800,
    height: 600,
    most: 200,
    tries: 1000,
    obstacles: points.map(([x, y], owner) => ({ left: x - 10, top: y - 10, right: x + 10, bottom: y + 10, owner })),
    makeRoom,
    originX,
    originY,
  });

describe('labels', () => {
  it('never lie over each other, nor over a shape that is not their own', () => {
    const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 600 })), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(points, (given) => {
        const labels = place(given);
        labels.forEach((a, i) => {
          for (const b of labels.slice(i + 1)) {
            assert.ok(
              a.left >= b.left + b.width ||
                b.left >= a.left + a.width ||
                a.top >= b.top + b.height ||
                b.top >= a.top + a.height,
            );
          }
          given.forEach(([x, y], owner) => {
            if (owner === a.index) return;
            // shapes drawn at the very place of another node's shape hide it; only what is seen is kept clear
            if (given.some(([ox, oy], other) => other > owner && Math.abs(ox - x) < 26 && Math.abs(oy - y) < 26))
              return;
            assert.ok(a.left >= x + 10 || x - 10 >= a.left + a.width || a.top >= y + 10 || y - 10 >= a.top + a.height);
          });
        });
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it('give way to each other where that makes room for one more', () => {
    const crowd = Array.from({ length: 60 }, (_, i) => [120 + ((i * 173) % 560), 100 + ((i * 89) % 400)] as const);
    const [kept, given] = [place(crowd, 0, 0, false), place(crowd, 0, 0, true)];
    assert.ok(given.length > kept.length, `${given.length} names instead of ${kept.length}`);
  });

  it('stay within the picture', () => {
    for (const label of place([
      [5, 5],
      [795, 595],
      [400, 2],
    ])) {
      assert.ok(
        label.left >= 0 && label.top >= 0 && label.left + label.width <= 800 && label.top + label.height <= 600,
      );
    }
  });

  it('fold into two lines where one finds no room', () => {
    const between: [number, number][] = [
      [400, 300],
      [400, 330],
      [400, 270],
      [320, 300],
      [480, 300],
    ];
    const labels = place(between);
    assert.equal(labels.length, between.length);
    assert.ok(labels.some(({ lines }) => lines.length === 2));
  });

  it('give the important ones the first choice', () => {
    assert.equal(
      place([
        [400, 300],
        [404, 302],
      ])[0]!.index,
      0,
    );
  });

  it('do not jump when the picture is panned', () => {
    const points = Array.from({ length: 40 }, (_, i) => [200 + ((i * 97) % 400), 150 + ((i * 61) % 300)] as const);
    const before = place(points).map((label) => [label.index, label.align]);
    const after = place(
      points.map(([x, y]) => [x + 7, y + 5] as const),
      7,
      5,
    ).map((label) => [label.index, label.align]);
    assert.deepEqual(after, before);
  });

  it('break long names in two lines of about equal length', () => {
    assert.deepEqual(wrapName('Draft resolution on Khan Shaykhun'), ['Draft resolution', 'on Khan Shaykhun']);
    assert.deepEqual(wrapName('Russia'), ['Russia']);
    assert.ok(wrapName('Donaudampfschifffahrtsgesellschaftskapitän').every((line) => line.length <= 26));
  });
});
