import seedrandom from 'seedrandom';
import type { Drawing } from '../../graph-schema/graph.ts';
import { louvain } from './algorithms.ts';
import { simpleGraph } from './simple-graph.ts';

/** A group of nodes with more between them than with others, the best known first. */
export interface Community {
  readonly index: number;
  readonly members: readonly string[];
}

export interface Communities {
  readonly communities: readonly Community[];
  /** −½ … 1; above about .3 the groups are more than chance (Newman 2004). */
  readonly modularity: number;
}

/** Louvain communities (Blondel et al. 2008) of the simple graph, weighted by the number of relations; the same each time. */
export const communities = (drawing: Drawing, seed = 'entente'): Communities => {
  const graph = simpleGraph(drawing);
  if (!graph.size)
    return { communities: drawing.nodes.map(({ id }, index) => ({ index, members: [id] })), modularity: 0 };
  const { communities: groupOf, modularity } = louvain.detailed(graph, {
    getEdgeWeight: 'weight',
    rng: seedrandom(seed),
  });
  const groups = new Map<number, string[]>();
  const byMentions = [...drawing.nodes].sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : 1));
  for (const { id } of byMentions) {
    const group = groupOf[id]!;
    groups.set(group, [...(groups.get(group) ?? []), id]);
  }
  const sorted = [...groups.values()].sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1));
  return { communities: sorted.map((members, index) => ({ index, members })), modularity };
};
