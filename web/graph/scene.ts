import type { GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import { ENTITY_KINDS, type EntityKind } from '../../graph-schema/kinds.ts';
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
  readonly edges: readonly GraphEdge[];
  readonly sign: BundleSign;
  readonly cooperation: number;
  readonly conflict: number;
  /** Independent outlets behind all of it, summed over its edges. */
  readonly evidence: number;
  /** False where nothing in it is affirmed as a fact: only denied, planned or possible. */
  readonly certain: boolean;
}

/** A drawing made ready to be painted: indexes instead of ids, numbers in flat arrays. */
export interface Scene {
  readonly nodes: readonly GraphNode[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly bundles: readonly Bundle[];
  /** Ends, sign (index into `BUNDLE_SIGNS`) and width (px) of each bundle. */
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly sign: Uint8Array;
  readonly width: Float32Array;
  /** Radius of each node, px at natural scale, and its kind (index into `ENTITY_KINDS`). */
  readonly radius: Float32Array;
  readonly kind: Uint8Array;
  /** The bundles of node `i` stand in `incident` from `incidentFrom[i]` to `incidentFrom[i + 1]`. */
  readonly incidentFrom: Int32Array;
  readonly incident: Int32Array;
  /** Nodes, the most important first. */
  readonly order: Int32Array;
  readonly edgeCount: number;
}

const isCertain = (edge: GraphEdge): boolean =>
  edge.polarity === 'affirmed' && (edge.modality === 'fact' || edge.modality === 'past');

export const pairKey = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/** The sign of several edges together. What is denied or only planned counts where nothing else is there. */
export const signOfEdges = (
  edges: readonly GraphEdge[],
): { cooperation: number; conflict: number; sign: BundleSign } => {
  let cooperation = 0;
  let conflict = 0;
  const certain = edges.some(isCertain);
  for (const edge of edges) {
    if (certain && !isCertain(edge)) continue;
    const sign = signOfQuad(edge.quad);
    if (sign === 'cooperation') cooperation++;
    else if (sign === 'conflict') conflict++;
  }
  const sign = cooperation > 0 ? (conflict > 0 ? 'mixed' : 'cooperation') : conflict > 0 ? 'conflict' : 'none';
  return { cooperation, conflict, sign };
};

const bundleEdges = (indexOf: ReadonlyMap<string, number>, edges: readonly GraphEdge[]): Bundle[] => {
  const pairs = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    if (edge.source === edge.target || !indexOf.has(edge.source) || !indexOf.has(edge.target)) continue;
    const key = pairKey(edge.source, edge.target);
    const known = pairs.get(key);
    if (known) known.push(edge);
    else pairs.set(key, [edge]);
  }
  return Array.from(pairs, ([key, group]) => {
    const { source, target } = group[0]!;
    const [first, second] = source < target ? [source, target] : [target, source];
    const evidence = group.reduce((sum, edge) => sum + Math.max(1, edge.sources), 0);
    return {
      a: indexOf.get(first)!,
      b: indexOf.get(second)!,
      key,
      edges: group,
      evidence,
      certain: group.some(isCertain),
      ...signOfEdges(group),
    };
  });
};

const LARGEST = 22;
const SMALLEST = 8.5;
/** Events, proposals and places are drawn a little smaller than who acts. */
const SCALE_OF_KIND: Readonly<Record<EntityKind, number>> = {
  country: 1.08,
  person: 1,
  organization: 1,
  event: 0.82,
  proposal: 0.82,
  place: 0.74,
};

/**
 * Make a drawing ready to be painted. `sizes` gives the measure that node sizes show, by id; without it the number
 * of relations in the drawing counts.
 */
export const createScene = (
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  sizes?: ReadonlyMap<string, number>,
): Scene => {
  const indexOf = new Map(nodes.map((node, index) => [node.id, index]));
  const bundles = bundleEdges(indexOf, edges);
  const count = nodes.length;
  const source = Int32Array.from(bundles, (bundle) => bundle.a);
  const target = Int32Array.from(bundles, (bundle) => bundle.b);
  const sign = Uint8Array.from(bundles, (bundle) => BUNDLE_SIGNS.indexOf(bundle.sign));
  const width = Float32Array.from(bundles, (bundle) =>
    bundle.sign === 'none' ? 1.2 : Math.min(6.5, 1.3 + 1.15 * Math.log2(bundle.evidence)),
  );
  const incidentFrom = new Int32Array(count + 1);
  const relations = new Float64Array(count);
  bundles.forEach((bundle) => {
    incidentFrom[bundle.a + 1]!++;
    incidentFrom[bundle.b + 1]!++;
    relations[bundle.a]! += bundle.edges.length;
    relations[bundle.b]! += bundle.edges.length;
  });
  for (let i = 0; i < count; i++) incidentFrom[i + 1]! += incidentFrom[i]!;
  const next = incidentFrom.slice();
  const incident = new Int32Array(2 * bundles.length);
  bundles.forEach((bundle, index) => {
    incident[next[bundle.a]!++] = index;
    incident[next[bundle.b]!++] = index;
  });
  const value = Float64Array.from(nodes, (node, i) => (sizes ? (sizes.get(node.id) ?? 0) : relations[i]!));
  let most = 0;
  for (const one of value) if (one > most) most = one;
  const radius = Float32Array.from(nodes, (node, i) => {
    const share = most > 0 ? Math.sqrt(Math.max(0, value[i]!) / most) : 0;
    return (SMALLEST + (LARGEST - SMALLEST) * share) * SCALE_OF_KIND[node.kind];
  });
  const order = Int32Array.from(nodes, (_, i) => i).sort(
    (i, j) => radius[j]! - radius[i]! || relations[j]! - relations[i]! || i - j,
  );
  return {
    nodes,
    indexOf,
    bundles,
    source,
    target,
    sign,
    width,
    radius,
    kind: Uint8Array.from(nodes, (node) => ENTITY_KINDS.indexOf(node.kind)),
    incidentFrom,
    incident,
    order,
    edgeCount: edges.length,
  };
};

/** Indexes of the nodes that a node has a relation with. */
export const neighboursOf = (scene: Scene, index: number): number[] => {
  const found: number[] = [];
  for (let at = scene.incidentFrom[index]!; at < scene.incidentFrom[index + 1]!; at++) {
    const bundle = scene.incident[at]!;
    found.push(scene.source[bundle] === index ? scene.target[bundle]! : scene.source[bundle]!);
  }
  return found;
};

/** The bundle between two nodes, if any. */
export const bundleBetween = (scene: Scene, a: number, b: number): number => {
  for (let at = scene.incidentFrom[a]!; at < scene.incidentFrom[a + 1]!; at++) {
    const bundle = scene.incident[at]!;
    if (scene.source[bundle] === b || scene.target[bundle] === b) return bundle;
  }
  return -1;
};
