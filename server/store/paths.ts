import { evidenceWeight } from './facets.ts';
import { MOST_PATHS } from './shortest-paths.ts';
import type { Path } from './store.ts';

/** The most evident path first; one, or all of the shortest length up to a limit. */
export const rankPaths = (paths: readonly Path[], all: boolean): readonly Path[] => {
  const weight = (path: Path) => path.edges.reduce((sum, edge) => sum + evidenceWeight(edge), 0);
  const key = (path: Path) => path.nodes.map((node) => node.id).join('\u001f');
  return [...paths].sort((a, b) => weight(b) - weight(a) || (key(a) < key(b) ? -1 : 1)).slice(0, all ? MOST_PATHS : 1);
};
