import type { PathsAnswer } from '../../graph-schema/api/graph.ts';
import { neighboursOf, type Scene } from '../graph/scene.ts';

/** A node that stands between two others, and on how many of their shortest paths. */
export interface Between {
  readonly id: string;
  readonly name: string;
  readonly paths: number;
}

/** Who stands between the ends of all shortest paths: the inner nodes, those on most paths first. */
export const whoStandsBetween = ({ paths }: PathsAnswer): readonly Between[] => {
  const found = new Map<string, Between>();
  for (const { nodes } of paths) {
    for (const { id, name } of nodes.slice(1, -1)) found.set(id, { id, name, paths: (found.get(id)?.paths ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => b.paths - a.paths || a.name.localeCompare(b.name));
};

/** Nodes that both have a relation with, in a scene; the most important first. */
export const commonNeighbours = (scene: Scene, a: number, b: number): readonly number[] => {
  const around = new Set(neighboursOf(scene, a));
  return neighboursOf(scene, b)
    .filter((index) => around.has(index) && index !== a)
    .sort((i, j) => scene.radius[j]! - scene.radius[i]!);
};
