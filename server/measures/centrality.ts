import { degreeCentrality } from 'graphology-metrics/centrality/degree.js';
import type { Drawing } from '../../graph-schema/graph.ts';
import { betweenness, closeness, pagerank } from './algorithms.ts';
import { type SimpleGraph, simpleGraph } from './simple-graph.ts';

/** A node with its value, the highest first, ties by id. */
export interface Ranked {
  readonly id: string;
  readonly name: string;
  readonly value: number;
}

/** The number of relations that a node has, parallel ones counted. */
const strength = (graph: SimpleGraph): Record<string, number> =>
  Object.fromEntries(graph.mapNodes((id) => [id, graph.reduceEdges(id, (sum, _edge, { weight }) => sum + weight, 0)]));

const ofGraph = { degree: degreeCentrality, strength, betweenness, closeness, pagerank } as const;

/** Measures of importance: graphology's centralities on the simple graph, and how often and how widely a node is named. */
export const CENTRALITIES = [
  'degree',
  'strength',
  'betweenness',
  'closeness',
  'pagerank',
  'mentions',
  'articles',
] as const;
export type Centrality = (typeof CENTRALITIES)[number];

const valuesOf = (measure: Centrality, drawing: Drawing): ReadonlyMap<string, number> => {
  if (measure === 'mentions' || measure === 'articles')
    return new Map(drawing.nodes.map((node) => [node.id, node[measure]]));
  if (!drawing.nodes.length) return new Map();
  const graph = simpleGraph(drawing);
  if (measure === 'degree' && graph.order < 2) return new Map(drawing.nodes.map(({ id }) => [id, 0]));
  return new Map(Object.entries(ofGraph[measure](graph)));
};

/** Every node by a measure. Betweenness is Brandes' algorithm, normalised; PageRank has damping .85. */
export const centrality = (measure: Centrality, drawing: Drawing): readonly Ranked[] => {
  const values = valuesOf(measure, drawing);
  return drawing.nodes
    .map(({ id, name }) => ({ id, name, value: values.get(id) ?? 0 }))
    .sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1));
};
