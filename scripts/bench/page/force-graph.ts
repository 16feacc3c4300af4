import ForceGraph from 'force-graph';
import {
  type Contestant,
  HEIGHT,
  KIND_COLOURS,
  leastLabelledDegree,
  radiusOf,
  SIGN_COLOURS,
  signOfType,
  WIDTH,
} from './contestant.ts';
import { begin } from './harness.ts';

interface Body {
  readonly id: number;
  x?: number;
  y?: number;
}

const forceGraph: Contestant = async (host, graph, { positions, onHover }) => {
  let done = false;
  const least = leastLabelledDegree(graph);
  const nodes: Body[] = graph.nodes.map((_, id) => ({
    id,
    ...(positions ? { x: positions[2 * id]!, y: positions[2 * id + 1]! } : {}),
  }));
  const links = graph.links.map(({ source, target, type }) => ({ source, target, type }));
  const drawn = new ForceGraph<Body, (typeof links)[number]>(host)
    .width(WIDTH)
    .height(HEIGHT)
    .nodeRelSize(1)
    .nodeVal((node) => radiusOf(graph.nodes[node.id]!.degree) ** 2)
    .nodeColor((node) => KIND_COLOURS[graph.nodes[node.id]!.type]!)
    .linkColor((link) => `${SIGN_COLOURS[signOfType(link.type)]}66`)
    .linkWidth(1)
    .autoPauseRedraw(true)
    .cooldownTicks(positions ? 0 : 300)
    .cooldownTime(1e9)
    .onEngineStop(() => {
      done = true;
    })
    .onNodeHover((node) => node && onHover())
    .minZoom(0.01)
    .nodeCanvasObjectMode(() => 'after')
    .nodeCanvasObject((node, context, scale) => {
      const { degree, label } = graph.nodes[node.id]!;
      if (degree < least) return;
      context.font = `${11 / scale}px sans-serif`;
      context.fillStyle = '#222';
      context.fillText(label, node.x! + radiusOf(degree) + 2 / scale, node.y!);
    })
    .graphData({ nodes, links });
  drawn.onNodeDrag(() => drawn.cooldownTicks(1e9)).onNodeDragEnd(() => drawn.cooldownTicks(0));
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (positions) drawn.zoomToFit(0, 20);
  return {
    positions: () => Float32Array.from(nodes.flatMap((node) => [node.x ?? 0, node.y ?? 0])),
    screen: (index) => {
      const { x, y } = drawn.graph2ScreenCoords(nodes[index]!.x!, nodes[index]!.y!);
      return [x, y];
    },
    done: () => done,
  };
};

begin(forceGraph);
