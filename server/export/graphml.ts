import { LABEL_OF_KIND } from '../../graph-schema/kinds.ts';
import { batched } from './batches.ts';
import { type Column, cellsOf, EDGE_COLUMNS, NODE_COLUMNS, type Value } from './columns.ts';
import type { ExportFormat, GraphSource } from './graph-source.ts';
import { provenanceLines } from './provenance.ts';
import { recordLines } from './record.ts';
import { empty, tag, xml } from './xml.ts';

/** GraphML has no lists: these stand as JSON in a string. */
const TYPE: Readonly<Record<Column<never>['type'], string>> = {
  string: 'string',
  integer: 'long',
  double: 'double',
  boolean: 'boolean',
  strings: 'string',
};

const keys = <Row>(kind: 'node' | 'edge', prefix: string, columns: readonly Column<Row>[]): string =>
  columns
    .map(
      ({ name, type }) =>
        `${empty('key', { id: `${prefix}${name}`, for: kind, 'attr.name': name, 'attr.type': TYPE[type] })}\n`,
    )
    .join('');

const data = (key: string, value: Value): string =>
  `<data key="${key}">${xml(typeof value === 'object' ? JSON.stringify(value) : value)}</data>`;

const cells = <Row>(prefix: string, columns: readonly Column<Row>[], row: Row): string =>
  cellsOf(columns, row)
    .map(([{ name }, value]) => data(`${prefix}${name}`, value))
    .join('');

async function* write(source: GraphSource, record: boolean): AsyncIterable<string> {
  const { provenance, nodes, edges } = source;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `${tag('graphml', {
    xmlns: 'http://graphml.graphdrawing.org/xmlns',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': 'http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd',
  })}\n`;
  yield `<desc>${xml(provenanceLines(provenance).join('\n'))}</desc>\n`;
  yield '<key id="labels" for="node" attr.name="labels" attr.type="string"/>\n';
  yield keys('node', 'n_', NODE_COLUMNS);
  yield '<key id="label" for="edge" attr.name="label" attr.type="string"/>\n';
  yield keys('edge', 'e_', EDGE_COLUMNS);
  if (record) yield '<key id="record" for="graph" attr.name="record" attr.type="string"/>\n';
  yield '<graph id="G" edgedefault="directed">\n';
  for await (const node of nodes()) {
    const labels = `:Entity:${LABEL_OF_KIND[node.kind]}`;
    yield `${tag('node', { id: node.id, labels })}${data('labels', labels)}${cells('n_', NODE_COLUMNS, node)}</node>\n`;
  }
  for await (const edge of edges()) {
    const { id, source, target, type } = edge;
    yield `${tag('edge', { id, source, target, label: type })}${data('label', type)}${cells('e_', EDGE_COLUMNS, edge)}</edge>\n`;
  }
  if (record) {
    yield '<data key="record">';
    for await (const line of recordLines(source)) yield xml(line);
    yield '</data>\n';
  }
  yield '</graph>\n</graphml>\n';
}

/** GraphML as NetworkX, yEd, Gephi and Neo4j's APOC read it: keys first, ids unique over nodes and edges, `labels`/`label`. */
export const graphml: ExportFormat = {
  id: 'graphml',
  label: 'GraphML (NetworkX, yEd, Neo4j APOC)',
  extension: 'graphml',
  mediaType: 'application/graphml+xml',
  carriesRecord: true,
  write: (source, { record = false }) => batched(write(source, record)),
};
