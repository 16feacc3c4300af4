import type { SyntheticGraph } from './synthetic-graph.ts';

/** What the harness asks of each library. */
export interface Contest {
  /** x, y, x, y, … in whatever units. */
  readonly positions: () => Float32Array;
  /** Where a node stands on the screen, px. */
  readonly screen: (index: number) => readonly [x: number, y: number];
  readonly done: () => boolean;
  /** Names on the picture, and whether any two of them lie over each other; where the library can tell. */
  readonly labels?: () => { readonly count: number; readonly overlapping: number };
  /** Put a node into focus, as a click does. */
  readonly focus?: (index: number) => void;
}

export interface StartOptions {
  /** Places to be kept, or none: lay out from the bare data. */
  readonly positions?: Float32Array;
  readonly onHover: () => void;
}

/** A library in the contest: draws a graph in an element of 1280×800. */
export type Contestant = (
  host: HTMLElement,
  graph: SyntheticGraph,
  options: StartOptions,
) => Contest | Promise<Contest>;

export const WIDTH = 1280;
export const HEIGHT = 800;
export const KIND_COLOURS = ['#1d2127', '#5b6470', '#b7a98a', '#6b5b95', '#a88523', '#3f7d4a'];
export const SIGN_COLOURS = ['#0b6e99', '#c2410c', '#cdc6b6'];
/** Cooperation, conflict or none, by the number of a link's type: the same shares for all. */
export const signOfType = (type: number): 0 | 1 | 2 => (type % 7 === 6 ? 2 : type % 2 === 0 ? 0 : 1);
/** Radius of a node with so many links, px at natural scale. */
export const radiusOf = (degree: number): number => Math.min(14, 2.5 + Math.sqrt(degree));
/** Only the busiest have names where a library places all names it is given. */
export const LABELLED = 120;

export const leastLabelledDegree = (graph: SyntheticGraph): number =>
  graph.nodes.map((node) => node.degree).sort((a, b) => b - a)[Math.min(LABELLED, graph.nodes.length - 1)]!;

/** The places that d3-force starts from. */
export const spiral = (count: number): Float32Array => {
  const positions = new Float32Array(2 * count);
  for (let i = 0; i < count; i++) {
    const radius = 10 * Math.sqrt(0.5 + i);
    const angle = i * Math.PI * (3 - Math.sqrt(5));
    positions[2 * i] = radius * Math.cos(angle);
    positions[2 * i + 1] = radius * Math.sin(angle);
  }
  return positions;
};
