import { fold } from '../../graph-schema/fold.ts';
import type { GraphNode } from '../../graph-schema/graph.ts';
import { isFound } from '../draw/draw.ts';

/** How well a node answers a folded query: a whole name, the start of one, whole words, starts of words. */
const closeness = (node: GraphNode, query: string): number => {
  const names = node.search.split('|').map((name) => name.trim());
  if (names[0] === query) return 0;
  if (names.includes(query)) return 1;
  if (names.some((name) => name.startsWith(query))) return 2;
  const words = query.split(' ');
  if (words.every((word) => node.search.includes(` ${word} `))) return 3;
  return 4;
};

/** The nodes found by a text, best first: by closeness, then by how many articles name them, then by name. */
export const rankFound = (nodes: Iterable<GraphNode>, text: string, limit: number): readonly GraphNode[] => {
  const query = fold(text);
  const found: { node: GraphNode; closeness: number }[] = [];
  for (const node of nodes) if (isFound(node.search, text)) found.push({ node, closeness: closeness(node, query) });
  found.sort(
    (a, b) =>
      a.closeness - b.closeness ||
      b.node.articles - a.node.articles ||
      b.node.mentions - a.node.mentions ||
      (a.node.id < b.node.id ? -1 : 1),
  );
  return found.slice(0, limit).map(({ node }) => node);
};
