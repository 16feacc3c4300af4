import type { Claim } from '../../graph-schema/claim.ts';
import type { Filter } from '../../graph-schema/filter.ts';
import type { GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import type { Reading } from '../../graph-schema/record.ts';

/** An article that an export rests on. */
export interface Citation {
  readonly id: string;
  readonly title?: string;
  readonly source?: string;
  readonly url?: string;
  readonly published?: string;
}

/** A claim with the article that states it. */
export interface CitedClaim {
  readonly claim: Claim;
  readonly article: Citation;
}

/** What a file says of how it was made, so that it can be made again. */
export interface Provenance {
  readonly title: string;
  /** Program and version. */
  readonly program: string;
  /** The Cypher text, where the export is of a query. */
  readonly query?: string;
  /** The node whose neighbourhood it is. */
  readonly around?: string;
  readonly filter?: Filter;
  /** Digest of the data exported: equal digests, equal graphs. */
  readonly digest: string;
  readonly nodes: number;
  readonly edges: number;
  /** The articles that state what is exported, by date. */
  readonly sources: readonly Citation[];
}

/** A graph to be written, read as often as a format needs; nodes and edges come in the order of their ids. */
export interface GraphSource {
  readonly provenance: Provenance;
  nodes(): AsyncIterable<GraphNode>;
  edges(): AsyncIterable<GraphEdge>;
  /** The claims behind the edges; only the formats that quote them ask for these. */
  claims(): AsyncIterable<CitedClaim>;
  /** The articles behind it with all that they say; only the record, by itself or in another file, asks for these. */
  readings(): AsyncIterable<Reading>;
}

/** One file format. */
export interface ExportFormat {
  /** What `--format` and `?format=` call it. */
  readonly id: string;
  readonly label: string;
  readonly extension: string;
  readonly mediaType: string;
  /** Can the file carry the record too (`ExportOptions.record`)? */
  readonly carriesRecord?: true;
  /** The file piece by piece; text as UTF-8. Holds no more of the graph at a time than a batch. */
  write(source: GraphSource, options: ExportOptions): AsyncIterable<string | Uint8Array>;
}

export interface ExportOptions {
  /** GEXF: 1.3 (default) or 1.2. */
  readonly version?: '1.2' | '1.3';
  /** Node-link JSON: how the list of edges is called. NetworkX reads `edges` from 3.6 on, D3 `links` (default). */
  readonly edgesKey?: 'links' | 'edges';
  /** Put the articles behind the graph into the file, so that it comes back to the last count. */
  readonly record?: boolean;
}
