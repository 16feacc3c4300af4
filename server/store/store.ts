import type { Claim } from '../../graph-schema/claim.ts';
import type { Filter } from '../../graph-schema/filter.ts';
import type { Drawing, GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import type { ArticleVersion, Decision, Reading } from '../../graph-schema/record.ts';
import type { Citation, CitedClaim } from '../export/graph-source.ts';

/** What became of an article that was put. */
export type PutOutcome = 'added' | 'replaced' | 'unchanged';

/** An article without its text, for lists. */
export interface ArticleSummary {
  readonly id: string;
  readonly title?: string;
  readonly source?: string;
  readonly url?: string;
  readonly published?: string;
  readonly language?: string;
  readonly claims: number;
  readonly entities: number;
}

/** What of a list is asked for. */
export interface PageOptions {
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** A window of days, both inclusive. */
export type Window = Pick<Filter, 'since' | 'until'>;

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  /** Opaque; absent on the last page. */
  readonly next?: string;
}

/** A piece of the drawing, and how much of it was left out by the limit. */
export interface Subgraph extends Drawing {
  readonly hidden: { readonly nodes: number; readonly edges: number };
}

/** A path between two actors: `nodes` one longer than `edges`. */
export interface Path {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** A claim with what a reader needs to judge it. */
export interface Evidence {
  readonly claim: Claim;
  readonly article: ArticleSummary;
  readonly sourceName: string;
  readonly targetName: string;
  readonly speakerName?: string;
}

/** One bar of the timeline: counts in a calendar month `YYYY-MM`. */
export interface MonthCount {
  readonly month: string;
  readonly cooperation: number;
  readonly conflict: number;
  readonly goldstein: number;
}

/** What an article replaced, and near-identical copies of it: the same report at other outlets. */
export interface Relatives {
  readonly versions: readonly ArticleVersion[];
  readonly copies: readonly ArticleSummary[];
}

/** Two actors over time. Country ends take in the acts of those who represent the country at the date. */
export interface Dyad {
  readonly a: GraphNode;
  readonly b: GraphNode;
  readonly months: readonly MonthCount[];
  readonly edges: readonly GraphEdge[];
  readonly offices: readonly GraphEdge[];
  readonly events: readonly GraphNode[];
}

/**
 * How many of what there are under a filter. Each list (types, signs …) is counted as if its own part of the filter
 * were left open, so that a legend can say what a click would add.
 */
export interface Counts {
  readonly articles: number;
  readonly claims: number;
  readonly nodes: Readonly<Record<string, number>>;
  readonly edges: Readonly<Record<string, number>>;
  readonly signs: Readonly<Record<string, number>>;
  readonly polarities: Readonly<Record<string, number>>;
  readonly modalities: Readonly<Record<string, number>>;
  readonly outlets: Readonly<Record<string, number>>;
}

/** Nodes and edges in the order of ids. On the embedded store they are one state of the graph, however often they are read. */
export interface StillGraph {
  nodes(): AsyncIterable<GraphNode>;
  edges(): AsyncIterable<GraphEdge>;
}

/** Claims by a filter or by their ids. */
export type Which = { readonly filter: Filter } | { readonly ids: readonly string[] };

/**
 * The port: what the product asks of a store. Two adapters implement it, one contract suite runs on both.
 * Writes are atomic and idempotent for one article. Errors are `StoreError`s.
 */
export interface Store {
  readonly kind: 'embedded' | 'neo4j';
  /** Store what one article says, in place of what it said before. */
  put(reading: Reading): Promise<PutOutcome>;
  /** Remove an article and exactly what only it said. False where there is none. */
  remove(articleId: string): Promise<boolean>;
  reading(articleId: string): Promise<Reading | undefined>;
  /** Latest first; in a window those published in it. */
  articles(options?: PageOptions & Window & { search?: string }): Promise<Page<ArticleSummary>>;
  /** Earlier versions at the addresses of an article, and articles whose text is nearly the same. */
  relatives(articleId: string): Promise<Relatives>;
  /** Every reading, in the order of ids. */
  readings(): AsyncIterable<Reading>;
  node(id: string): Promise<GraphNode | undefined>;
  edge(id: string): Promise<GraphEdge | undefined>;
  /** Nodes in the order of ids; under a filter (whose kinds are not looked at) those with an edge that passes it. */
  nodes(options?: PageOptions & { kinds?: readonly string[]; filter?: Filter }): Promise<Page<GraphNode>>;
  /** Edges in the order of ids. */
  edges(options?: PageOptions & { filter?: Filter }): Promise<Page<GraphEdge>>;
  /** Entities whose folded name or alias holds every word of the text, best first. */
  search(text: string, options?: { limit?: number; kinds?: readonly string[] }): Promise<readonly GraphNode[]>;
  /** The most important nodes and what is between them: how a page opens. */
  overview(options?: { limit?: number; filter?: Filter }): Promise<Subgraph>;
  /**
   * A node's neighbours, the most evident first, and the edges among all those returned: all, or at most `edges` of
   * them (see `tellingEdges`).
   */
  neighbourhood(
    id: string,
    options?: { limit?: number; edges?: number; types?: readonly string[]; filter?: Filter },
  ): Promise<Subgraph>;
  /** Shortest paths between two nodes (all of the shortest length where `all`). */
  paths(
    from: string,
    to: string,
    options?: { all?: boolean; maxLength?: number; filter?: Filter },
  ): Promise<readonly Path[]>;
  dyad(a: string, b: string, options?: { filter?: Filter }): Promise<Dyad | undefined>;
  /**
   * Happenings a month, belonging left out. With one node: those it has a part in; with more: those among them. What
   * has no month on the clock is left out.
   */
  timeline(options?: { filter?: Filter; nodes?: readonly string[] }): Promise<readonly MonthCount[]>;
  counts(filter?: Filter): Promise<Counts>;
  /** Claims behind an edge, an event, or everything between two nodes. */
  evidence(
    about: { edge: string } | { node: string } | { pair: readonly [string, string] },
    options?: PageOptions & Pick<Filter, 'since' | 'until' | 'clock'>,
  ): Promise<Page<Evidence>>;
  claims(options?: PageOptions & { filter?: Filter }): Promise<Page<Evidence>>;
  /** The graph under a filter, to be read as often as one likes without holding all of it. */
  still(filter?: Filter): Promise<StillGraph>;
  /** The claims under a filter, or those named, each with its article, in the order of their ids. */
  cited(which: Which): AsyncIterable<CitedClaim>;
  /** The articles that state them, in the order of ids. */
  sources(which: Which): Promise<readonly Citation[]>;
  /** Node by node, then edge by edge, without holding all of it. */
  stream(filter?: Filter): AsyncIterable<{ node: GraphNode } | { edge: GraphEdge }>;
  decisions(): Promise<readonly Decision[]>;
  decide(decision: Decision): Promise<void>;
  /**
   * A number that is another one once somebody has written and the drawing follows; undefined where that can't be told at
   * once.
   */
  version(): number | undefined;
  /** Throws a `StoreError` that says what is wrong where the store can't answer now. */
  ready(): Promise<void>;
  close(): Promise<void>;
}
