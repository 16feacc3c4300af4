import type { GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import { channels, edgeAppearance, nodeAppearance } from './appearance.ts';
import { batched } from './batches.ts';
import { type Column, cellsOf, EDGE_COLUMNS, NODE_COLUMNS, type Value } from './columns.ts';
import type { ExportFormat, ExportOptions, GraphSource } from './graph-source.ts';
import { dataDate, provenanceLines } from './provenance.ts';
import { recordLines } from './record.ts';
import { empty, tag, xml } from './xml.ts';

type Version = NonNullable<ExportOptions['version']>;

/** Namespaces as each version's own readers expect them. */
const NAMESPACES: Readonly<Record<Version, { readonly xmlns: string; readonly 'xmlns:viz': string }>> = {
  '1.3': { xmlns: 'http://gexf.net/1.3', 'xmlns:viz': 'http://gexf.net/1.3/viz' },
  '1.2': { xmlns: 'http://www.gexf.net/1.2draft', 'xmlns:viz': 'http://www.gexf.net/1.2draft/viz' },
};

/** 1.2 has lists of one kind only, written with bars. */
const TYPE: Readonly<Record<Version, Readonly<Record<Column<never>['type'], string>>>> = {
  '1.3': { string: 'string', integer: 'integer', double: 'double', boolean: 'boolean', strings: 'liststring' },
  '1.2': { string: 'string', integer: 'integer', double: 'double', boolean: 'boolean', strings: 'string' },
};

const text = (value: Value): string | number | boolean => (typeof value === 'object' ? JSON.stringify(value) : value);

const attributes = <Row>(kind: 'node' | 'edge', columns: readonly Column<Row>[], version: Version): string =>
  `<attributes class="${kind}" mode="static">\n${columns
    .map(({ name, type }) => `${empty('attribute', { id: name, title: name, type: TYPE[version][type] })}\n`)
    .join('')}</attributes>\n`;

const values = <Row>(columns: readonly Column<Row>[], row: Row): string =>
  `<attvalues>${cellsOf(columns, row)
    .map(([{ name }, value]) => empty('attvalue', { for: name, value: text(value) }))
    .join('')}</attvalues>`;

/** Channels and not 1.3's `hex`, which NetworkX can't read. */
const color = (hex: string): string => empty('viz:color', channels(hex));

const nodeXml = (node: GraphNode): string => {
  const look = nodeAppearance(node);
  return `${tag('node', { id: node.id, label: node.name })}${values(NODE_COLUMNS, node)}${color(look.color)}${empty('viz:size', { value: look.size })}${empty('viz:shape', { value: look.shape })}</node>\n`;
};

const edgeXml = (edge: GraphEdge, version: Version): string => {
  const look = edgeAppearance(edge);
  const kind = version === '1.3' ? { kind: edge.type } : {};
  const dated = edge.occurredFrom ?? edge.from ?? edge.occurredTo ?? edge.to;
  const spell = dated
    ? `<spells>${empty('spell', { start: edge.occurredFrom ?? edge.from, end: edge.occurredTo ?? edge.to })}</spells>`
    : '';
  return `${tag('edge', { id: edge.id, source: edge.source, target: edge.target, label: edge.type, weight: edge.claims, ...kind })}${values(EDGE_COLUMNS, edge)}${spell}${color(look.color)}${empty('viz:thickness', { value: look.thickness })}${empty('viz:shape', { value: look.shape })}</edge>\n`;
};

/** A namespace of its own, so that other readers know it is not theirs. */
const RECORD = { xmlns: 'urn:entente:record' };

async function* write(source: GraphSource, version: Version, record: boolean): AsyncIterable<string> {
  const { provenance, nodes, edges } = source;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `${tag('gexf', { ...NAMESPACES[version], version })}\n`;
  yield `${tag('meta', { lastmodifieddate: dataDate(provenance) })}<creator>${xml(provenance.program)}</creator><keywords>international relations, ${xml(provenance.digest)}</keywords><description>${xml(provenanceLines(provenance).join('\n'))}</description></meta>\n`;
  const time =
    version === '1.3'
      ? { mode: 'dynamic', timeformat: 'date', timerepresentation: 'interval' }
      : { mode: 'dynamic', timeformat: 'date' };
  yield `${tag('graph', { defaultedgetype: 'directed', ...time })}\n`;
  yield attributes('node', NODE_COLUMNS, version);
  yield attributes('edge', EDGE_COLUMNS, version);
  yield `${tag('nodes', { count: provenance.nodes })}\n`;
  for await (const node of nodes()) yield nodeXml(node);
  yield `</nodes>\n${tag('edges', { count: provenance.edges })}\n`;
  for await (const edge of edges()) yield edgeXml(edge, version);
  yield '</edges>\n</graph>\n';
  if (record) {
    yield tag('record', RECORD);
    for await (const line of recordLines(source)) yield xml(line);
    yield '</record>\n';
  }
  yield '</gexf>\n';
}

/**
 * GEXF 1.3 with dynamics (or 1.2draft): every happening is an edge of its own with its `kind`, its days as a spell, and
 * all it has as attributes; undated edges and all nodes have no spell, which means always.
 */
export const gexf: ExportFormat = {
  id: 'gexf',
  label: 'GEXF (Gephi)',
  extension: 'gexf',
  mediaType: 'application/gexf+xml',
  carriesRecord: true,
  write: (source, { version = '1.3', record = false }) => batched(write(source, version, record)),
};
