import { batched } from './batches.ts';
import type { ExportFormat, GraphSource } from './graph-source.ts';

async function* write(source: GraphSource): AsyncIterable<string> {
  for await (const { article, entities, claims } of source.readings()) {
    yield `${JSON.stringify({ article, entities, claims })}\n`;
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
  write: (source) => batched(write(source)),
};
