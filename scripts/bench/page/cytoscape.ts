import cytoscape from 'cytoscape';
import {
  type Contestant,
  KIND_COLOURS,
  leastLabelledDegree,
  radiusOf,
  SIGN_COLOURS,
  signOfType,
  spiral,
} from './contestant.ts';
import { begin } from './harness.ts';

const draw: Contestant = (host, graph, { positions, onHover }) => {
  const places = positions ?? spiral(graph.nodes.length);
  const least = leastLabelledDegree(graph);
  const drawn = cytoscape({
    container: host,
    elements: [
      ...graph.nodes.map((node, i) => ({
        data: {
          id: `n${i}`,
          label: node.label,
          size: 2 * radiusOf(node.degree),
          colour: KIND_COLOURS[node.type],
          degree: node.degree,
        },
        position: { x: places[2 * i]!, y: places[2 * i + 1]! },
      })),
      ...graph.links.map((link, i) => ({
        data: {
          id: `e${i}`,
          source: `n${link.source}`,
          target: `n${link.target}`,
          colour: SIGN_COLOURS[signOfType(link.type)],
        },
      })),
    ],
    layout: { name: 'preset', fit: true },
    pixelRatio: 1,
    minZoom: 0.01,
    maxZoom: 20,
    style: [
      { selector: 'node', style: { width: 'data(size)', height: 'data(size)', 'background-color': 'data(colour)' } },
      { selector: `node[degree>=${least}]`, style: { label: 'data(label)', 'font-size': 11 } },
      {
        selector: 'edge',
        style: { width: 1, 'line-color': 'data(colour)', 'line-opacity': 0.4, 'curve-style': 'haystack' },
      },
    ],
  });
  drawn.on('mouseover', 'node', onHover);
  const nodes = graph.nodes.map((_, i) => drawn.getElementById(`n${i}`));
  return {
    positions: () => Float32Array.from(nodes.flatMap((node) => [node.position().x, node.position().y])),
    screen: (index) => {
      const { x, y } = nodes[index]!.renderedPosition();
      return [x, y];
    },
    done: () => true,
  };
};

begin(draw);
