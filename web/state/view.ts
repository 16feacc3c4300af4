import type { Filter } from '../../graph-schema/filter.ts';

export const PAGES = ['graph', 'dyad', 'timeline', 'table', 'cypher', 'articles'] as const;
export type Page = (typeof PAGES)[number];

/** What node sizes show. */
export const SIZES = ['mentions', 'degree', 'betweenness', 'pagerank'] as const;
export type SizeBy = (typeof SIZES)[number];

export const TABLES = ['relations', 'pairs', 'nodes', 'claims'] as const;
export type TableName = (typeof TABLES)[number];

/** A node whose neighbours are shown, and how many of them. */
export interface Opened {
  readonly id: string;
  readonly limit: number;
  /** Only neighbours by these relations. */
  readonly types?: readonly string[];
}

/** Two nodes whose short paths are shown. */
export interface PathQuestion {
  readonly from: string;
  readonly to: string;
  /** All of the shortest length, or only one. */
  readonly all: boolean;
}

/** What is chosen, and so what the evidence panel tells of. */
export type Chosen =
  | { readonly kind: 'none' }
  | { readonly kind: 'nodes'; readonly ids: readonly string[] }
  | { readonly kind: 'pair'; readonly a: string; readonly b: string }
  | { readonly kind: 'edge'; readonly id: string; readonly a: string; readonly b: string };

export interface GraphView {
  /** How many of the most important nodes are shown; 0 where only what was searched for is. */
  readonly overview: number;
  readonly opened: readonly Opened[];
  /** Nodes shown for themselves. */
  readonly added: readonly string[];
  readonly paths?: PathQuestion;
  readonly hidden: readonly string[];
  /** Places of pinned nodes, world units. */
  readonly pins: Readonly<Record<string, readonly [number, number]>>;
  readonly size: SizeBy;
  readonly tinted: boolean;
  /** Camera: world point in the middle of the picture, and scale. Absent = everything in view. */
  readonly camera?: readonly [x: number, y: number, k: number];
  /** Places of all nodes, packed (see `places.ts`), so that the address shows the very same picture. */
  readonly places?: string;
}

export interface TableView {
  readonly name: TableName;
  readonly sort?: string;
  readonly descending: boolean;
  readonly find: string;
}

/** All that the page shows. One value, never changed in place; the address holds it whole. */
export interface View {
  readonly page: Page;
  readonly filter: Filter;
  readonly graph: GraphView;
  readonly chosen: Chosen;
  readonly dyad?: { readonly a: string; readonly b: string };
  readonly table: TableView;
  readonly article?: { readonly id: string; readonly claim?: string };
  /** The text in the Cypher console. */
  readonly query: string;
}

export const START: View = {
  page: 'graph',
  filter: {},
  graph: { overview: 28, opened: [], added: [], hidden: [], pins: {}, size: 'mentions', tinted: true },
  chosen: { kind: 'none' },
  table: { name: 'relations', descending: false, find: '' },
  query: '',
};

/** The same view with some of the graph's part changed; the places of the old picture no longer hold. */
export const withGraph = (view: View, change: Partial<GraphView>): View => {
  const { places: _places, ...kept } = view.graph;
  return { ...view, graph: { ...kept, ...change } };
};

/** The same view with some of the filter changed; `undefined` takes a condition away. */
export const withFilter = (view: View, change: { readonly [K in keyof Filter]?: Filter[K] | undefined }): View => {
  const merged: Record<string, unknown> = { ...view.filter, ...change };
  for (const key of Object.keys(merged)) {
    const value = merged[key];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) delete merged[key];
  }
  const { places: _places, ...graph } = view.graph;
  return { ...view, graph, filter: merged as Filter };
};
