import { readCsvArchive, readCsvGraph } from './csv-graph.ts';
import { drawingFrom } from './drawing-from.ts';
import { ImportError, type Imported, type RawGraph } from './imported.ts';
import { readJsonGraph } from './json-graph.ts';
import { readingsFrom } from './record.ts';
import { readXmlGraph } from './xml-graph.ts';

/** Formats a graph can be read from. */
export const IMPORT_FORMATS = ['gexf', 'graphml', 'json', 'csv', 'zip'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** The format of a file by what it begins with; its name decides only between tables and text. */
export const formatOf = (bytes: Uint8Array, name = ''): ImportFormat | undefined => {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'zip';
  const head = new TextDecoder()
    .decode(bytes.subarray(0, 2048))
    .replace(/^\ufeff/, '')
    .trimStart();
  if (/<gexf[\s>]/.test(head)) return 'gexf';
  if (/<graphml[\s>]/.test(head)) return 'graphml';
  if (head.startsWith('{')) return 'json';
  if (/\.csv$/i.test(name) || /^[^\n<{]*,[^\n]*\n/.test(head)) return 'csv';
  return undefined;
};

const rawFrom = (bytes: Uint8Array, format: ImportFormat, name: string): RawGraph => {
  if (format === 'zip') return readCsvArchive(bytes);
  const text = new TextDecoder().decode(bytes).replace(/^\ufeff/, '');
  if (format === 'json') return readJsonGraph(text);
  if (format === 'csv') return readCsvGraph({ [name]: text });
  return readXmlGraph(format, text);
};

/** A file's graph. Our own files come back whole; of others what fits, with notes on the rest. Throws `ImportError`. */
export const importGraph = (bytes: Uint8Array, options: { format?: ImportFormat; name?: string } = {}): Imported => {
  const { name = 'file' } = options;
  const format = options.format ?? formatOf(bytes, name);
  if (!format) {
    throw new ImportError(
      `${name} is none of the graph files that can be read (${IMPORT_FORMATS.join(', ')}). Say which it is, or save it as one of them.`,
    );
  }
  const { record, ...raw } = rawFrom(bytes, format, name);
  return { ...drawingFrom(raw), ...(record === undefined ? {} : { readings: readingsFrom(record) }) };
};
