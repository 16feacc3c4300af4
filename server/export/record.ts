import { batched } from './batches.ts';
import type { ExportFormat, GraphSource } from './graph-source.ts';

/** Members in one order, whatever store they come from. */
const ordered = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** JSON that XML can hold too: of what JSON leaves as it is, XML forbids these two. */
const jsonLine = (value: unknown): string =>
  JSON.stringify(value, ordered).replace(/[\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);

/** The articles behind a graph, whole, with all that they say: a line of JSON each. */
export async function* recordLines(source: GraphSource): AsyncIterable<string> {
  for await (const { article, entities, claims } of source.readings()) {
    yield `${jsonLine({ article, entities, claims })}\n`;
  }
}

/** How it was made; the sources are the lines behind it. */
async function* write(source: GraphSource): AsyncIterable<string> {
  const { sources: _, ...provenance } = source.provenance;
  yield `${JSON.stringify({ provenance })}\n`;
  yield* recordLines(source);
}

/**
 * The record behind a graph: the articles, whole, with their entities and claims, a line each, below a line
 * that tells how it was made. From it the graph is drawn
 * again to the last count; it is how everything moves from one store to another.
 */
export const record: ExportFormat = {
  id: 'record',
  label: 'Record (articles with all they say, JSON lines)',
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  write: (source) => batched(write(source)),
};
