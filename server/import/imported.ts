import type { Drawing } from '../../graph-schema/graph.ts';

/** A graph read from a file, and in plain words what of the file found no place in it. */
export interface Imported {
  readonly drawing: Drawing;
  readonly notes: readonly string[];
}

/** A node or edge as a file has it, before anything is believed of it. */
export interface RawNode {
  readonly id: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}
export interface RawEdge extends RawNode {
  readonly source: string;
  readonly target: string;
}
export interface RawGraph {
  readonly nodes: readonly RawNode[];
  readonly edges: readonly RawEdge[];
}

/** A file that can't be read as a graph: what is wrong, where, and what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
