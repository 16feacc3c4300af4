import type { ExportFormat, GraphSource } from './graph-source.ts';

async function* write({ provenance }: GraphSource): AsyncIterable<string> {
  yield `${JSON.stringify(provenance, null, 2)}\n`;
}

/** How a file was made and what it rests on, by itself: for pictures and single tables, which have no room for it. */
export const provenanceJson: ExportFormat = {
  id: 'provenance',
  label: 'Sources and how it was made (JSON)',
  extension: 'json',
  mediaType: 'application/json',
  write,
};
