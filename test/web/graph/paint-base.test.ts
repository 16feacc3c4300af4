import assert from 'node:assert/strict';
import type { GraphEdge, GraphNode } from '../../../graph-schema/graph.ts';
import type { Frame } from '../../../web/graph/frame.ts';
import type { Look } from '../../../web/graph/look.ts';
import { paintBase } from '../../../web/graph/paint-base.ts';
import { createScene } from '../../../web/graph/scene.ts';

const NODES = 120;
const nodes = Array.from(
  { length: NODES },
  (_, i): GraphNode => ({
    id: `n${i}`,
    name: `N ${i}`,
    kind: 'person',
    aliases: [],
    mentions: 1,
    articles: 1,
    search: '',
  }),
);
/** Every pair once. */
const edges = nodes.flatMap(({ id }, i) =>
  nodes.slice(i + 1).map(
    (other): GraphEdge => ({
      id: `${id}-${other.id}`,
      type: 'BACKS',
      source: id,
      target: other.id,
      claimIds: [],
      claims: 1,
      sources: 1,
      outlets: [],
      precision: 'unknown',
      polarity: 'affirmed',
      modality: 'fact',
      confidence: 1,
      quad: 'verbal-cooperation',
      goldstein: 3,
    }),
  ),
);
const scene = createScene(nodes, edges);
const colour = '#000000';
const look: Look = {
  paper: colour,
  card: colour,
  ink: colour,
  soft: colour,
  line: colour,
  shade: colour,
  pen: colour,
  edge: { none: colour, cooperation: colour, conflict: colour, mixed: colour },
  tints: [colour],
  sans: 'sans',
  dark: false,
};
const frame: Frame = {
  scene,
  positions: Float32Array.from({ length: 2 * NODES }, (_, i) => 20 + ((i * 37) % 560)),
  camera: { k: 1, x: 0, y: 0 },
  size: { width: 600, height: 600 },
  look,
  scale: 0.5,
  opened: -1,
  marked: new Set(),
  hurried: false,
  tinted: false,
};

/** A canvas that counts the lines it is given. */
const countingContext = () => {
  const counted = { lines: 0 };
  const context = new Proxy(
    {},
    { get: (_, name) => () => (name === 'lineTo' ? counted.lines++ : undefined), set: () => true },
  ) as CanvasRenderingContext2D;
  return { context, counted };
};

describe('painting a large graph', () => {
  it('stops between slices, and has painted every line at the end', () => {
    const { context, counted } = countingContext();
    const painting = paintBase(context, frame);
    const after: number[] = [];
    for (let slice = painting.next(); !slice.done; slice = painting.next()) after.push(counted.lines);
    assert.equal(counted.lines, scene.bundles.length);
    assert.ok(after.length >= 2, `${after.length} stops`);
    const most = Math.max(...after.map((lines, i) => lines - (after[i - 1] ?? 0)));
    assert.ok(most <= scene.bundles.length / 2, `${most} lines in one slice`);
  });
});
