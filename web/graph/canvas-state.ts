import type { Camera, Size } from './camera.ts';
import { nodeScale } from './camera.ts';
import type { Clusters } from './clusters.ts';
import { type Frame, MANY_BUNDLES } from './frame.ts';
import type { Look } from './look.ts';
import type { Target } from './pick.ts';
import { createScene, type Scene } from './scene.ts';
import type { Focus } from './top-input.ts';

export interface Selection {
  readonly nodes: ReadonlySet<number>;
  readonly bundle: number;
}

/** All that a canvas shows, as it stands now: what moves it writes here, what paints it reads here. */
export interface CanvasState {
  look: Look;
  scene: Scene;
  /** x, y, x, y, … in world units. */
  positions: Float32Array;
  communities: Int32Array | undefined;
  clusters: Clusters | undefined;
  camera: Camera;
  /** Scale at which the whole was seen last. */
  fittedK: number;
  /** The camera shows the whole until the reader moves it. */
  following: boolean;
  settled: boolean;
  shown: Uint8Array | undefined;
  selection: Selection;
  hover: Target;
  cursor: number;
  pinned: ReadonlySet<number>;
  hidden: ReadonlyMap<number, number>;
  tinted: boolean;
  /** The node that is being dragged, or -1. */
  dragging: number;
  lassoing: boolean;
  /** The line drawn around nodes so far, px on the screen. */
  lasso: readonly (readonly [number, number])[];
}

export const createCanvasState = (look: Look): CanvasState => ({
  look,
  scene: createScene([], []),
  positions: new Float32Array(0),
  communities: undefined,
  clusters: undefined,
  camera: { k: 1, x: 0, y: 0 },
  fittedK: 1,
  following: true,
  settled: true,
  shown: undefined,
  selection: { nodes: new Set(), bundle: -1 },
  hover: undefined,
  cursor: -1,
  pinned: new Set(),
  hidden: new Map(),
  tinted: true,
  dragging: -1,
  lassoing: false,
  lasso: [],
});

/** The picture that the state asks for. */
export const frameOf = (state: CanvasState, size: Size): Frame => {
  const { scene, positions, camera, look, shown, communities, clusters, selection, tinted } = state;
  const count = scene.nodes.length;
  return {
    scene,
    positions,
    camera,
    size,
    look,
    scale: nodeScale(count, size, camera.k, state.fittedK),
    ...(shown ? { shown } : {}),
    ...(communities?.length === count ? { communities } : {}),
    ...(clusters?.of.length === count ? { clusters } : {}),
    opened: selection.bundle,
    marked: selection.nodes,
    hurried: state.dragging >= 0 && scene.bundles.length > MANY_BUNDLES,
    tinted,
  };
};

/** In a graph of so many lines the others step back behind an opened pair. */
const CROWD = 60;

/** The node whose neighbourhood is lit: the one under the pointer, else the only one selected. */
const focusNode = ({ hover, selection }: CanvasState): number => {
  if (hover && 'node' in hover) return hover.node;
  if (selection.nodes.size === 1 && selection.bundle < 0) return [...selection.nodes][0]!;
  return -1;
};

/** What stands in the focus, if anything: a node with its neighbours, or an opened pair in a crowd. */
export const focusOf = (state: CanvasState): Focus | undefined => {
  const { scene, hover, selection, shown } = state;
  const opened = selection.bundle;
  const hovering = hover && 'node' in hover;
  if (opened >= 0 && !hovering && scene.bundles.length > CROWD) {
    return { nodes: new Set([scene.source[opened]!, scene.target[opened]!]), bundles: new Set(), namesOfAll: true };
  }
  const node = focusNode(state);
  if (node < 0 || node >= scene.nodes.length) return undefined;
  const nodes = new Set([node]);
  const bundles = new Set<number>();
  for (let at = scene.incidentFrom[node]!; at < scene.incidentFrom[node + 1]!; at++) {
    const bundle = scene.incident[at]!;
    if (shown && shown[bundle] === 0) continue;
    bundles.add(bundle);
    nodes.add(scene.source[bundle]!);
    nodes.add(scene.target[bundle]!);
  }
  return { nodes, bundles };
};
