import type { ShownEdge } from '../../graph-schema/graph.ts';
import { signOfQuad } from '../../graph-schema/relation.ts';

/** What all relations of a pair come to. `none` is belonging: offices, membership, places. */
export const BUNDLE_SIGNS = ['none', 'cooperation', 'conflict', 'mixed'] as const;
export type BundleSign = (typeof BUNDLE_SIGNS)[number];

/** All typed edges between two nodes, drawn as one line until it is opened. */
export interface Bundle {
  /** Indexes of the two ends, the smaller id first. */
  readonly a: number;
  readonly b: number;
  /** `idA|idB`, the smaller id first. */
  readonly key: string;
  readonly edges: readonly ShownEdge[];
  readonly sign: BundleSign;
  readonly cooperation: number;
  readonly conflict: number;
  /** Independent outlets behind all of it, summed over its edges. */
  readonly evidence: number;
  /** False where nothing in it is affirmed as a fact: only denied, planned or possible. */
  readonly certain: boolean;
}

export const pairKey = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

const isCertain = ({ polarity, modality }: ShownEdge): boolean =>
  polarity === 'affirmed' && (modality === 'fact' || modality === 'past');

/** A bundle while edges are still added to it. */
type Growing = { -readonly [Property in keyof Bundle]: Bundle[Property] } & { readonly edges: ShownEdge[] };

/** Count an edge in. What is denied or only planned counts where nothing else is there. */
const count = (bundle: Growing, edge: ShownEdge): void => {
  bundle.evidence += Math.max(1, edge.sources);
  const certain = isCertain(edge);
  if (bundle.certain && !certain) return;
  if (certain && !bundle.certain) {
    bundle.certain = true;
    bundle.cooperation = bundle.conflict = 0;
  }
  const sign = signOfQuad(edge.quad);
  if (sign === 'cooperation') bundle.cooperation++;
  else if (sign === 'conflict') bundle.conflict++;
};

const signOf = ({ cooperation, conflict }: Bundle): BundleSign =>
  cooperation > 0 ? (conflict > 0 ? 'mixed' : 'cooperation') : conflict > 0 ? 'conflict' : 'none';

/**
 * Gather edges by pair, in the order in which pairs first appear; what leads to itself or to no node is left out.
 * Pairs are found through chains in flat arrays: nothing else in the way of a large graph's first picture makes so
 * much for the garbage collector as a map of pairs would.
 */
export const bundleEdges = (indexOf: ReadonlyMap<string, number>, edges: readonly ShownEdge[]): readonly Bundle[] => {
  const bundles: Growing[] = [];
  const mask = 2 ** Math.ceil(Math.log2(edges.length + 1)) - 1;
  const first = new Int32Array(mask + 1).fill(-1);
  const next = new Int32Array(edges.length);
  for (const edge of edges) {
    const source = indexOf.get(edge.source);
    const target = indexOf.get(edge.target);
    if (source === undefined || target === undefined || source === target) continue;
    const inOrder = edge.source < edge.target;
    const a = inOrder ? source : target;
    const b = inOrder ? target : source;
    const chain = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) & mask;
    let at = first[chain]!;
    while (at >= 0 && (bundles[at]!.a !== a || bundles[at]!.b !== b)) at = next[at]!;
    if (at < 0) {
      at = bundles.length;
      next[at] = first[chain]!;
      first[chain] = at;
      const key = inOrder ? `${edge.source}|${edge.target}` : `${edge.target}|${edge.source}`;
      bundles.push({
        a,
        b,
        key,
        edges: [edge],
        sign: 'none',
        cooperation: 0,
        conflict: 0,
        evidence: 0,
        certain: false,
      });
    } else bundles[at]!.edges.push(edge);
    count(bundles[at]!, edge);
  }
  for (const bundle of bundles) bundle.sign = signOf(bundle);
  return bundles;
};
