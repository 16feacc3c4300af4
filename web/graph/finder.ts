import { type CanvasState, frameOf } from './canvas-state.ts';
import type { Layers } from './layers.ts';
import { createNodeIndex, type NodeIndex } from './node-index.ts';
import { pickBundle, pickCluster, pickNode, type Target } from './pick.ts';

/** Finds what is at a place on the screen. */
export interface Finder {
  readonly at: (x: number, y: number) => Target;
  readonly nodeAt: (x: number, y: number) => number;
  readonly clusterAt: (x: number, y: number) => number;
  /** Nodes are not where they were. */
  readonly moved: () => void;
}

export const createFinder = (state: CanvasState, layers: Layers, closed: () => Uint8Array | undefined): Finder => {
  let known: NodeIndex | undefined;
  const index = (): NodeIndex => {
    known ??= createNodeIndex(state.positions);
    return known;
  };
  const frame = () => frameOf(state, layers.size());
  return {
    at(x, y) {
      const picture = frame();
      const node = pickNode(picture, index(), x, y, closed());
      if (node >= 0) return { node };
      const bundle = pickBundle(picture, x, y);
      return bundle >= 0 ? { bundle } : undefined;
    },
    nodeAt: (x, y) => pickNode(frame(), index(), x, y, closed()),
    clusterAt: (x, y) => pickCluster(frame(), closed(), x, y),
    moved() {
      known = undefined;
    },
  };
};
