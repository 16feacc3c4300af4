import { parse } from 'csv-parse/sync';
import { type UnzipFileInfo, type Unzipped, unzipSync } from 'fflate';
import { plain } from '../export/spreadsheet.ts';
import { ImportError, type RawEdge, type RawGraph, type RawNode } from './imported.ts';

/** An archive may not unpack to more than this many bytes. */
const LARGEST = 512 * 1024 * 1024;

type Row = Readonly<Record<string, string>>;

const rowsOf = (text: string, name: string): readonly Row[] => {
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true, relax_column_count: false }) as Row[];
  } catch (cause) {
    throw new ImportError(`The table ${name} is broken: ${(cause as Error).message}`, { cause });
  }
};

/** Columns that say where an edge goes; what they hold is read by name. */
const ENDS = new Set([':START_ID', ':END_ID', ':TYPE']);

/** `name:type` of neo4j-admin's headers as the bare name; lists (`string[]`) are split. */
const attributesOf = (row: Row): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([head, value]) => value !== '' && !ENDS.has(head))
      .map(([head, value]) => {
        const [name, type] = head.startsWith(':') ? [head, undefined] : head.split(':');
        const text = plain(value);
        return [name, type?.endsWith('[]') ? text.split(';') : text];
      }),
  );

const column = (row: Row, ...names: readonly string[]): string | undefined => {
  const key = Object.keys(row).find((head) =>
    names.some((name) => head.toLowerCase() === name || head.toLowerCase().startsWith(`${name}(`)),
  );
  return key === undefined ? undefined : row[key];
};

const nodeOf = (row: Row): RawNode => {
  const id = column(row, 'id:id', ':id', 'id', '_id');
  if (!id) throw new ImportError('A row of the table of nodes has no id (a column “id:ID”, “id” or “Id”).');
  return { id, attributes: attributesOf(row) };
};

const edgeOf = (row: Row): RawEdge => {
  const source = column(row, ':start_id', 'source', '_start');
  const target = column(row, ':end_id', 'target', '_end');
  if (!source || !target) {
    throw new ImportError(
      'A row of the table of relations lacks an end (columns “:START_ID”, “:END_ID” or “Source”, “Target”).',
    );
  }
  const type = column(row, ':type', 'type', '_type');
  return {
    id: column(row, 'id') ?? '',
    source,
    target,
    attributes: { ...attributesOf(row), ...(type ? { type } : {}) },
  };
};

const isEdges = (row: Row | undefined): boolean => !!row && column(row, ':start_id', 'source', '_start') !== undefined;

/** Tables of nodes and relations, by neo4j-admin's, Gephi's or our own headers; which is which is told by the columns. */
export const readCsvGraph = (tables: Readonly<Record<string, string>>): RawGraph => {
  const nodes: RawNode[] = [];
  const edges: RawEdge[] = [];
  for (const [name, text] of Object.entries(tables)) {
    const rows = rowsOf(text, name);
    if (isEdges(rows[0])) edges.push(...rows.map(edgeOf));
    else nodes.push(...rows.map(nodeOf));
  }
  if (nodes.length || !edges.length) return { nodes, edges };
  const ends = new Set(edges.flatMap(({ source, target }) => [source, target]));
  return { nodes: [...ends].map((id) => ({ id, attributes: {} })), edges };
};

/** The archive that the CSV export makes: its nodes and relations. */
export const readCsvArchive = (bytes: Uint8Array): RawGraph => {
  let size = 0;
  const wanted = ({ name, originalSize }: UnzipFileInfo): boolean => {
    size += originalSize;
    if (size > LARGEST) throw new ImportError('The archive unpacks to more than 512 MB. Import its tables one by one.');
    return /(nodes|relations|edges)[^/]*\.csv$|(^|\/)record\.jsonl$/i.test(name);
  };
  let files: Unzipped;
  try {
    files = unzipSync(bytes, { filter: wanted });
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    throw new ImportError(`The archive can't be unpacked: ${(cause as Error).message}`, { cause });
  }
  const decoder = new TextDecoder();
  const texts = Object.entries(files).map(([name, content]) => [name, decoder.decode(content)] as const);
  const record = texts.find(([name]) => name.endsWith('.jsonl'))?.[1];
  const tables = Object.fromEntries(texts.filter(([name]) => name.endsWith('.csv')));
  if (!Object.keys(tables).length) throw new ImportError('The archive holds no nodes.csv or relations.csv.');
  return { ...readCsvGraph(tables), ...(record === undefined ? {} : { record }) };
};
