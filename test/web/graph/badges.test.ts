import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GraphEdge, GraphNode } from '../../../graph-schema/graph.ts';
import { backboneOf, weightsOf } from '../../../web/graph/backbone.ts';
import { badgesAtRest, shapeBox } from '../../../web/graph/badges.ts';
import type { Frame } from '../../../web/graph/frame.ts';
import { createScene, neighboursOf } from '../../../web/graph/scene.ts';

const nodes = (count: number): GraphNode[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `n${String(i).padStart(3, '0')}`,
    name: `Number ${i}`,
    kind: 'country',
    aliases: [],
    mentions: 1,
    articles: 1,
    search: `number ${i}`,
  }));

const edge = (id: number, source: string, target: string, sources: number): GraphEdge => ({
  id: `e${id}`,
  type: 'BACKS',
  source,
  target,
  claimIds: [],
  claims: sources,
  sources,
  outlets: [],
  precision: 'day',
  polarity: 'affirmed',
  modality: 'fact',
  confidence: 0.9,
  quad: 'verbal-cooperation',
  goldstein: 3,
});

/** Everybody with everybody, the pair of the first two ten times as well attested. */
const complete = (count: number) => {
  const all = nodes(count);
  const edges = all.flatMap((a, i) =>
    all.slice(i + 1).map((b, j) => edge(i * count + j, a.id, b.id, i === 0 && j === 0 ? 10 : 1)),
  );
  return createScene(all, edges);
};

describe('the lines that carry a picture', () => {
  it('are all of them where there are few', () => {
    assert.ok(backboneOf(complete(6)).every((carries) => carries === 1));
  });

  it('are in a crowd the well attested, and leave no node without one', () => {
    const scene = complete(24);
    const backbone = backboneOf(scene);
    const carrying = backbone.reduce((sum, one) => sum + one, 0);
    assert.ok(carrying < scene.bundles.length / 3, `${carrying} of ${scene.bundles.length}`);
    assert.equal(backbone[scene.bundles.findIndex((bundle) => bundle.evidence === 10)], 1);
    scene.nodes.forEach((_, i) => {
      assert.ok(scene.bundles.some((bundle, at) => backbone[at] === 1 && (bundle.a === i || bundle.b === i)));
      assert.equal(neighboursOf(scene, i).length, 23);
    });
  });

  it('pull their ends more than the others do', () => {
    const scene = complete(24);
    const weights = weightsOf(scene);
    const strongest = scene.bundles.findIndex((bundle) => bundle.evidence === 10);
    assert.ok(weights.every((weight, at) => at === strongest || weight < weights[strongest]!));
  });
});

describe('signs', () => {
  it('lie neither over a shape nor over each other, and within the picture', () => {
    const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 600 })), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(points, (given) => {
        const scene = complete(given.length);
        const frame = {
          scene,
          positions: Float32Array.from(given.flat()),
          camera: { k: 1, x: 0, y: 0 },
          size: { width: 800, height: 600 },
          scale: 1,
          opened: -1,
        } as unknown as Frame;
        const badges = badgesAtRest(frame, []);
        const shapes = scene.nodes.map((_, i) => shapeBox(frame, i));
        badges.forEach(({ x, y }, i) => {
          assert.ok(x > 0 && y > 0 && x < 800 && y < 600);
          for (const other of badges.slice(i + 1)) assert.ok(Math.hypot(other.x - x, other.y - y) >= 15);
          for (const box of shapes) assert.ok(!(x > box.left && x < box.right && y > box.top && y < box.bottom));
        });
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});
