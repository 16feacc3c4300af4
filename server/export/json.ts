import type { GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import { LABEL_OF_KIND } from '../../graph-schema/kinds.ts';
import { batched } from './batches.ts';
import type { ExportFormat, GraphSource } from './graph-source.ts';

/** A JSON list written item by item. */
async function* list<Row>(rows: AsyncIterable<Row>, item: (row: Row) => unknown): AsyncIterable<string> {
  let comma = '[\n';
  for await (const row of rows) {
    yield comma + JSON.stringify(item(row));
    comma = ',\n';
  }
  yield comma === '[\n' ? '[]' : '\n]';
}

const json = (id: string, label: string, write: ExportFormat['write'] & {}): ExportFormat => ({
  id,
  label,
  extension: 'json',
  mediaType: 'application/json',
  write: (source, options) => batched(write(source, options) as AsyncIterable<string>),
});

const withoutId = ({ id: _id, ...rest }: GraphNode) => rest;
const edgeAttributes = ({ id: _id, source: _source, target: _target, ...rest }: GraphEdge) => rest;

async function* graphologyText({ provenance, nodes, edges }: GraphSource): AsyncIterable<string> {
  yield `{"attributes":${JSON.stringify({ provenance })},\n"options":{"type":"directed","multi":true,"allowSelfLoops":true},\n"nodes":`;
  yield* list(nodes(), (node) => ({ key: node.id, attributes: withoutId(node) }));
  yield ',\n"edges":';
  yield* list(edges(), (edge) => ({
    key: edge.id,
    source: edge.source,
    target: edge.target,
    attributes: edgeAttributes(edge),
  }));
  yield '}\n';
}

async function* nodeLinkText({ provenance, nodes, edges }: GraphSource, edgesKey: string): AsyncIterable<string> {
  yield `{"directed":true,"multigraph":true,"graph":${JSON.stringify({ provenance })},\n"nodes":`;
  yield* list(nodes(), (node) => node);
  yield `,\n"${edgesKey}":`;
  yield* list(edges(), (edge) => ({ ...edge, key: edge.id }));
  yield '}\n';
}

async function* cytoscapeText({ provenance, nodes, edges }: GraphSource): AsyncIterable<string> {
  yield `{"format_version":"1.0","generated_by":${JSON.stringify(provenance.program)},"data":${JSON.stringify({ provenance })},\n"elements":{"nodes":`;
  yield* list(nodes(), (node) => ({ data: { ...node, label: node.name }, classes: LABEL_OF_KIND[node.kind] }));
  yield ',\n"edges":';
  yield* list(edges(), (edge) => ({ data: { ...edge, label: edge.type }, classes: edge.quad }));
  yield '}}\n';
}

/** graphology's own serialisation. */
export const graphologyJson = json('json', 'JSON (graphology)', (source) => graphologyText(source));

/** Node-link JSON: D3's `links`, or NetworkX's `edges`. */
export const nodeLinkJson = json('node-link', 'JSON, node-link (D3, NetworkX)', (source, { edgesKey = 'links' }) =>
  nodeLinkText(source, edgesKey),
);

/** Cytoscape.js elements, which Cytoscape desktop reads too. */
export const cytoscapeJson = json('cytoscape', 'JSON (Cytoscape)', (source) => cytoscapeText(source));
