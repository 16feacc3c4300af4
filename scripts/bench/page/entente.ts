import type { GraphEdge, GraphNode } from '../../../graph-schema/graph.ts';
import { ENTITY_KINDS } from '../../../graph-schema/kinds.ts';
import { createGraphCanvas } from '../../../web/graph/graph-canvas.ts';
import { startLayoutWorker } from '../../../web/graph/layout-client.ts';
import { createScene } from '../../../web/graph/scene.ts';
import { type Contestant, signOfType } from './contestant.ts';
import { begin } from './harness.ts';

const RELATIONS = [
  ['BACKS', 'verbal-cooperation', 3.4],
  ['CRITICIZED', 'verbal-conflict', -2],
  ['MEMBER_OF', 'belonging', 0],
] as const;

// started with the page, before there are data, as the program's own page does
const worker = startLayoutWorker('/layout-worker.js');

const entente: Contestant = (host, graph, { positions, onHover }) => {
  const nodes = graph.nodes.map(
    ({ label, type, degree }, i): GraphNode => ({
      id: `n${i}`,
      name: label,
      kind: ENTITY_KINDS[type]!,
      aliases: [],
      mentions: degree,
      articles: 1,
      search: label,
    }),
  );
  const edges = graph.links.map(({ source, target, type }, i): GraphEdge => {
    const [name, quad, goldstein] = RELATIONS[signOfType(type)];
    return {
      id: `e${i}`,
      type: name,
      source: `n${source}`,
      target: `n${target}`,
      claimIds: [],
      claims: 1,
      sources: 1,
      outlets: [],
      precision: 'unknown',
      polarity: 'affirmed',
      modality: 'fact',
      confidence: 1,
      quad,
      goldstein,
    };
  });
  const canvas = createGraphCanvas(host, {
    worker,
    margin: { top: 20, right: 30, bottom: 20, left: 30 },
    onHover: (target) => target && 'node' in target && onHover(),
  });
  const scene = createScene(nodes, edges);
  const known =
    positions && new Map(nodes.map(({ id }, i) => [id, [positions[2 * i]!, positions[2 * i + 1]!] as const]));
  canvas.show(scene, known ? { known, still: true } : {});
  if (known) canvas.fit();
  return {
    positions: () => canvas.positions(),
    screen: (index) => canvas.screenOf(index),
    done: () => canvas.settled(),
    focus: (index) => canvas.select({ nodes: new Set([index]), bundle: -1 }),
    labels: () => {
      const labels = canvas.labels();
      let overlapping = 0;
      labels.forEach((a, i) => {
        for (const b of labels.slice(i + 1)) {
          if (
            a.left < b.left + b.width &&
            b.left < a.left + a.width &&
            a.top < b.top + b.height &&
            b.top < a.top + a.height
          )
            overlapping++;
        }
      });
      return { count: labels.length, overlapping };
    },
  };
};

begin(entente);
