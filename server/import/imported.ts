import type { Drawing } from '../../graph-schema/graph.ts';
import type { Reading } from '../../graph-schema/record.ts';

/** A graph read from a file, and in plain words what of the file found no place in it. */
export interface Imported {
  readonly drawing: Drawing;
  readonly notes: readonly string[];
  /** The articles behind the graph, where the file carries them. */
  readonly readings?: readonly Reading[];
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
  /** The record that the file carries, as lines of JSON. */
  readonly record?: string;
}

/** A file that can't be read as a graph: what is wrong, where, and what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
