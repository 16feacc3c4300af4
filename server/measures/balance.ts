import type { Drawing } from '../../graph-schema/graph.ts';
import { simpleGraph } from './simple-graph.ts';

/** How two of a triad stand to each other: by the sum of their Goldstein weights. */
export interface SignedPair {
  readonly a: string;
  readonly b: string;
  readonly score: number;
}

/** Three nodes that all have signed relations. Balanced where the product of the signs is positive (Heider 1946). */
export interface Triad {
  readonly nodes: readonly [string, string, string];
  readonly pairs: readonly [SignedPair, SignedPair, SignedPair];
  readonly balanced: boolean;
  readonly kind: 'all friends' | 'a common enemy' | 'a friend of both enemies' | 'all enemies';
}

export interface Balance {
  readonly triads: readonly Triad[];
  readonly balanced: number;
  readonly unbalanced: number;
}

const KINDS = ['all friends', 'a friend of both enemies', 'a common enemy', 'all enemies'] as const;

/**
 * Structural balance (Cartwright and Harary 1956): every triad of the graph whose three pairs have a sign, the strongest
 * first. A pair whose cooperation and conflict cancel out has none.
 */
export const balance = (
  drawing: Drawing,
  options: { readonly about?: string; readonly limit?: number } = {},
): Balance => {
  const graph = simpleGraph(drawing);
  const score = (a: string, b: string): number => (graph.hasEdge(a, b) ? graph.getEdgeAttribute(a, b, 'goldstein') : 0);
  const triads: Triad[] = [];
  graph.forEachEdge((_edge, _attributes, source, target) => {
    const [a, b] = source < target ? [source, target] : [target, source];
    if (score(a, b) === 0) return;
    for (const c of graph.neighbors(a)) {
      if (c <= b || score(a, c) === 0 || score(b, c) === 0) continue;
      if (options.about && ![a, b, c].includes(options.about)) continue;
      const pairs = [
        { a, b, score: score(a, b) },
        { a, b: c, score: score(a, c) },
        { a: b, b: c, score: score(b, c) },
      ] as const;
      const enemies = pairs.filter((pair) => pair.score < 0).length;
      triads.push({ nodes: [a, b, c], pairs, balanced: enemies % 2 === 0, kind: KINDS[enemies]! });
    }
  });
  const strength = ({ pairs }: Triad) => Math.min(...pairs.map((pair) => Math.abs(pair.score)));
  triads.sort((x, y) => strength(y) - strength(x) || (x.nodes.join() < y.nodes.join() ? -1 : 1));
  const balanced = triads.filter((triad) => triad.balanced).length;
  return { triads: triads.slice(0, options.limit), balanced, unbalanced: triads.length - balanced };
};
