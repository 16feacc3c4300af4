import { batched } from './batches.ts';
import type { ExportFormat, GraphSource } from './graph-source.ts';

/** JSON that XML can hold too: of what JSON leaves as it is, XML forbids these two. */
const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(/[\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);

/** The articles behind a graph, whole, with all that they say: a line of JSON each. */
export async function* recordLines(source: GraphSource): AsyncIterable<string> {
  for await (const { article, entities, claims } of source.readings()) {
    yield `${jsonLine({ article, entities, claims })}\n`;
  }
}

/**
 * The record behind a graph: the articles, whole, with their entities and claims, a line each. From it the graph is drawn
 * again to the last count; it is how everything moves from one store to another.
 */
export const record: ExportFormat = {
  id: 'record',
  label: 'Record (articles with all they say, JSON lines)',
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  write: (source) => batched(recordLines(source)),
};
