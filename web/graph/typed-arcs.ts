import type { ShownEdge } from '../../graph-schema/graph.ts';
import { signOfQuad } from '../../graph-schema/relation.ts';
import { relationOf } from '../../graph-schema/relations.ts';
import type { Bundle, BundleSign } from './bundle.ts';

/** Typed edges of a pair that are drawn as one arrow: same relation, direction and certainty. */
export interface TypedArc {
  readonly edges: readonly ShownEdge[];
  readonly label: string;
  readonly sign: BundleSign;
  /** From the bundle's `a` to its `b`. */
  readonly forward: boolean;
  readonly symmetric: boolean;
  readonly certain: boolean;
}

const MOST_ARCS = 7;

const isCertain = (edge: ShownEdge): boolean =>
  edge.polarity === 'affirmed' && (edge.modality === 'fact' || edge.modality === 'past');

/** How an edge is said that is not plainly so: "denied: backs". */
export const mannerOf = (edge: Pick<ShownEdge, 'polarity' | 'modality'>): string =>
  edge.polarity === 'denied' ? 'denied' : edge.modality === 'fact' || edge.modality === 'past' ? '' : edge.modality;

/** What a bundle opens into, the most evident first; `left` counts arrows that found no room. */
export const typedArcs = (
  bundle: Bundle,
  idOfA: string,
): { readonly arcs: readonly TypedArc[]; readonly left: number } => {
  const groups = new Map<string, ShownEdge[]>();
  for (const edge of bundle.edges) {
    const key = `${edge.type} ${edge.source} ${mannerOf(edge)} ${edge.quad}`;
    const known = groups.get(key);
    if (known) known.push(edge);
    else groups.set(key, [edge]);
  }
  const evidence = (edges: readonly ShownEdge[]) => edges.reduce((sum, edge) => sum + Math.max(1, edge.sources), 0);
  const sorted = [...groups.values()].sort((x, y) => evidence(y) - evidence(x) || x[0]!.type.localeCompare(y[0]!.type));
  const arcs = sorted.slice(0, MOST_ARCS).map((edges): TypedArc => {
    const first = edges[0]!;
    const relation = relationOf(first.type);
    const sign = signOfQuad(first.quad);
    const manner = mannerOf(first);
    const count = edges.length > 1 ? ` ×${edges.length}` : '';
    return {
      edges,
      label: `${manner ? `${manner}: ` : ''}${relation?.verb ?? first.type.toLowerCase()}${count}`,
      sign: sign === 'none' ? 'none' : sign,
      forward: first.source === idOfA,
      symmetric: relation?.symmetric ?? false,
      certain: isCertain(first),
    };
  });
  return { arcs, left: sorted.length - arcs.length };
};
