import { stringify } from 'csv-stringify/sync';
import { Zip, ZipDeflate } from 'fflate';
import type { GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import { LABEL_OF_KIND } from '../../graph-schema/kinds.ts';
import { batched, groupsOf } from './batches.ts';
import { type Column, EDGE_COLUMNS, NODE_COLUMNS, type Value } from './columns.ts';
import type { ExportFormat, GraphSource } from './graph-source.ts';
import { recordLines } from './record.ts';
import { neutral } from './spreadsheet.ts';

const ROWS_AT_ONCE = 200;

/** Types in neo4j-admin's header; a column without one is text. */
const TYPE: Readonly<Record<Column<never>['type'], string>> = {
  string: '',
  integer: ':long',
  double: ':double',
  boolean: ':boolean',
  strings: ':string[]',
};

/** Lists are parted by `;`, so one inside an item must not be taken for the next. */
const cell = (value: Value | undefined): string =>
  value === undefined
    ? ''
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : neutral(typeof value === 'string' ? value : value.map((item) => item.replaceAll(';', ',')).join(';'));

const header = <Row>(columns: readonly Column<Row>[]): string[] =>
  columns.map(({ name, type }) => `${name}${TYPE[type]}`);

const NODE_HEADER = ['id:ID', ...header(NODE_COLUMNS), ':LABEL'];
const EDGE_HEADER = ['id', ':START_ID', ':END_ID', ':TYPE', ...header(EDGE_COLUMNS)];

const nodeRow = (node: GraphNode): string[] => [
  node.id,
  ...NODE_COLUMNS.map(({ name }) => cell(node[name] as Value | undefined)),
  `Entity;${LABEL_OF_KIND[node.kind]}`,
];

const edgeRow = (edge: GraphEdge): string[] => [
  edge.id,
  edge.source,
  edge.target,
  edge.type,
  ...EDGE_COLUMNS.map(({ name }) => cell(edge[name] as Value | undefined)),
];

async function* table<Row>(
  head: string[],
  rows: AsyncIterable<Row>,
  of: (row: Row) => string[],
): AsyncIterable<string> {
  yield stringify([head]);
  for await (const group of groupsOf(rows, ROWS_AT_ONCE)) yield stringify(group.map(of));
}

const nodesTable = (source: GraphSource) => table(NODE_HEADER, source.nodes(), nodeRow);
const edgesTable = (source: GraphSource) => table(EDGE_HEADER, source.edges(), edgeRow);

const sourcesTable = ({ provenance }: GraphSource): string =>
  stringify([
    ['id', 'source', 'title', 'published', 'url'],
    ...provenance.sources.map(({ id, source, title, published, url }) =>
      [id, source, title, published, url].map((text) => neutral(text ?? '')),
    ),
  ]);

async function* once(text: string): AsyncIterable<string> {
  yield text;
}

/** Several files in one archive, each deflated as it comes. */
async function* archive(files: Readonly<Record<string, AsyncIterable<string>>>): AsyncIterable<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const encoder = new TextEncoder();
  for (const [name, pieces] of Object.entries(files)) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = '1980-01-01T00:00:00Z'; // the same data gives the same bytes
    zip.add(file);
    for await (const piece of batched(pieces)) {
      file.push(encoder.encode(piece));
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* ready.splice(0);
}

/** Nodes as a table with neo4j-admin's headers. */
export const csvNodes: ExportFormat = {
  id: 'csv-nodes',
  label: 'CSV, nodes (spreadsheet, neo4j-admin)',
  extension: 'csv',
  mediaType: 'text/csv',
  write: (source) => batched(nodesTable(source)),
};

/** Edges as a table with neo4j-admin's headers. */
export const csvEdges: ExportFormat = {
  id: 'csv-edges',
  label: 'CSV, relations (spreadsheet, neo4j-admin)',
  extension: 'csv',
  mediaType: 'text/csv',
  write: (source) => batched(edgesTable(source)),
};

/** Nodes, relations, sources and provenance in one archive. */
export const csv: ExportFormat = {
  id: 'csv',
  label: 'CSV, everything in an archive',
  extension: 'zip',
  mediaType: 'application/zip',
  carriesRecord: true,
  write: (source, { record = false }) =>
    archive({
      'nodes.csv': nodesTable(source),
      'relations.csv': edgesTable(source),
      'sources.csv': once(sourcesTable(source)),
      'provenance.json': once(`${JSON.stringify(source.provenance, null, 2)}\n`),
      ...(record ? { 'record.jsonl': recordLines(source) } : {}),
    }),
};
