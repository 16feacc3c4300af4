import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { type Contestant, KIND_COLOURS, radiusOf, SIGN_COLOURS, signOfType, spiral } from './contestant.ts';
import { begin } from './harness.ts';

const draw: Contestant = (host, graph, { positions, onHover }) => {
  const places = positions ?? spiral(graph.nodes.length);
  const drawnGraph = new MultiDirectedGraph();
  graph.nodes.forEach((node, i) => {
    drawnGraph.addNode(String(i), {
      x: places[2 * i],
      y: -places[2 * i + 1]!,
      size: Math.max(1, radiusOf(node.degree) * 0.6),
      color: KIND_COLOURS[node.type],
      label: node.label,
    });
  });
  for (const { source, target, type } of graph.links) {
    drawnGraph.addEdge(String(source), String(target), { color: `${SIGN_COLOURS[signOfType(type)]}66`, size: 1 });
  }
  const drawn = new Sigma(drawnGraph, host, { labelRenderedSizeThreshold: 3, labelSize: 11 });
  let dragged: string | undefined;
  drawn.on('enterNode', onHover);
  drawn.on('downNode', ({ node }) => {
    dragged = node;
    if (!drawn.getCustomBBox()) drawn.setCustomBBox(drawn.getBBox());
  });
  drawn.on('moveBody', ({ event }) => {
    if (dragged === undefined) return;
    const { x, y } = drawn.viewportToGraph(event);
    drawnGraph.mergeNodeAttributes(dragged, { x, y });
    event.preventSigmaDefault();
  });
  for (const up of ['upNode', 'upStage'] as const)
    drawn.on(up, () => {
      dragged = undefined;
    });
  return {
    positions: () =>
      Float32Array.from(
        graph.nodes.flatMap((_, i) => [
          drawnGraph.getNodeAttribute(String(i), 'x') as number,
          -(drawnGraph.getNodeAttribute(String(i), 'y') as number),
        ]),
      ),
    screen: (index) => {
      const { x, y } = drawn.framedGraphToViewport(drawn.getNodeDisplayData(String(index))!);
      return [x, y];
    },
    done: () => true,
  };
};

begin(draw);
