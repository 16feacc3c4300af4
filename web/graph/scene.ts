import type { GraphNode, ShownEdge } from '../../graph-schema/graph.ts';
import { ENTITY_KINDS, type EntityKind } from '../../graph-schema/kinds.ts';
import { BUNDLE_SIGNS, type Bundle, bundleEdges } from './bundle.ts';

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

/** Radii that show a measure: areas grow with it. */
const radiiOf = (nodes: readonly GraphNode[], value: (index: number) => number): Float32Array => {
  let most = 0;
  for (let i = 0; i < nodes.length; i++) most = Math.max(most, value(i));
  return Float32Array.from(nodes, (node, i) => {
    const share = most > 0 ? Math.sqrt(Math.max(0, value(i)) / most) : 0;
    return (SMALLEST + (LARGEST - SMALLEST) * share) * SCALE_OF_KIND[node.kind];
  });
};

/** Nodes by radius, then by their relations, then as they stand. */
const byImportance = (radius: Float32Array, relations: Float64Array): Int32Array =>
  Int32Array.from(radius, (_, i) => i).sort(
    (i, j) => radius[j]! - radius[i]! || relations[j]! - relations[i]! || i - j,
  );

/**
 * Make a drawing ready to be painted. `sizes` gives the measure that node sizes show, by id; without it the number
 * of relations in the drawing counts.
 */
export const createScene = (
  nodes: readonly GraphNode[],
  edges: readonly ShownEdge[],
  sizes?: ReadonlyMap<string, number>,
): Scene => {
  const indexOf = new Map<string, number>();
  nodes.forEach((node, index) => {
    indexOf.set(node.id, index);
  });
  const bundles = bundleEdges(indexOf, edges);
  const count = nodes.length;
  const source = new Int32Array(bundles.length);
  const target = new Int32Array(bundles.length);
  const sign = new Uint8Array(bundles.length);
  const width = new Float32Array(bundles.length);
  const incidentFrom = new Int32Array(count + 1);
  const relations = new Float64Array(count);
  for (let i = 0; i < bundles.length; i++) {
    const bundle = bundles[i]!;
    const { a, b } = bundle;
    source[i] = a;
    target[i] = b;
    sign[i] = BUNDLE_SIGNS.indexOf(bundle.sign);
    width[i] = bundle.sign === 'none' ? 1.2 : Math.min(6.5, 1.3 + 1.15 * Math.log2(bundle.evidence));
    incidentFrom[a + 1]!++;
    incidentFrom[b + 1]!++;
    relations[a]! += bundle.edges.length;
    relations[b]! += bundle.edges.length;
  }
  for (let i = 0; i < count; i++) incidentFrom[i + 1]! += incidentFrom[i]!;
  const next = incidentFrom.slice();
  const incident = new Int32Array(2 * bundles.length);
  for (let i = 0; i < bundles.length; i++) {
    incident[next[source[i]!]!++] = i;
    incident[next[target[i]!]!++] = i;
  }
  const radius = radiiOf(nodes, sizes ? (i) => sizes.get(nodes[i]!.id) ?? 0 : (i) => relations[i]!);
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
    order: byImportance(radius, relations),
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
