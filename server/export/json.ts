import type { GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import { LABEL_OF_KIND } from '../../graph-schema/kinds.ts';
import { batched } from './batches.ts';
import type { ExportFormat, ExportOptions, GraphSource } from './graph-source.ts';
import { recordLines } from './record.ts';

/** A JSON list written item by item. */
async function* list<Row>(rows: AsyncIterable<Row>, item: (row: Row) => unknown): AsyncIterable<string> {
  let comma = '[\n';
  for await (const row of rows) {
    yield comma + JSON.stringify(item(row));
    comma = ',\n';
  }
  yield comma === '[\n' ? '[]' : '\n]';
}

/** The record as the last member of a file's object. */
async function* recordMember(source: GraphSource, { record }: ExportOptions): AsyncIterable<string> {
  if (!record) return;
  let comma = ',\n"record":[\n';
  for await (const line of recordLines(source)) {
    yield comma + line.trimEnd();
    comma = ',\n';
  }
  yield comma === ',\n' ? '\n]' : `${comma}]`;
}

const json = (id: string, label: string, write: ExportFormat['write'] & {}): ExportFormat => ({
  id,
  label,
  extension: 'json',
  mediaType: 'application/json',
  carriesRecord: true,
  write: (source, options) => batched(write(source, options) as AsyncIterable<string>),
});

const withoutId = ({ id: _id, ...rest }: GraphNode) => rest;
const edgeAttributes = ({ id: _id, source: _source, target: _target, ...rest }: GraphEdge) => rest;

async function* graphologyText(source: GraphSource, options: ExportOptions): AsyncIterable<string> {
  const { provenance, nodes, edges } = source;
  yield `{"attributes":${JSON.stringify({ provenance })},\n"options":{"type":"directed","multi":true,"allowSelfLoops":true},\n"nodes":`;
  yield* list(nodes(), (node) => ({ key: node.id, attributes: withoutId(node) }));
  yield ',\n"edges":';
  yield* list(edges(), (edge) => ({
    key: edge.id,
    source: edge.source,
    target: edge.target,
    attributes: edgeAttributes(edge),
  }));
  yield* recordMember(source, options);
  yield '}\n';
}

async function* nodeLinkText(source: GraphSource, options: ExportOptions): AsyncIterable<string> {
  const { provenance, nodes, edges } = source;
  yield `{"directed":true,"multigraph":true,"graph":${JSON.stringify({ provenance })},\n"nodes":`;
  yield* list(nodes(), (node) => node);
  yield `,\n"${options.edgesKey ?? 'links'}":`;
  yield* list(edges(), (edge) => ({ ...edge, key: edge.id }));
  yield* recordMember(source, options);
  yield '}\n';
}

async function* cytoscapeText(source: GraphSource, options: ExportOptions): AsyncIterable<string> {
  const { provenance, nodes, edges } = source;
  yield `{"format_version":"1.0","generated_by":${JSON.stringify(provenance.program)},"data":${JSON.stringify({ provenance })},\n"elements":{"nodes":`;
  yield* list(nodes(), (node) => ({ data: { ...node, label: node.name }, classes: LABEL_OF_KIND[node.kind] }));
  yield ',\n"edges":';
  yield* list(edges(), (edge) => ({ data: { ...edge, label: edge.type }, classes: edge.quad }));
  yield '}';
  yield* recordMember(source, options);
  yield '}\n';
}

/** graphology's own serialisation. */
export const graphologyJson = json('json', 'JSON (graphology)', graphologyText);

/** Node-link JSON: D3's `links`, or NetworkX's `edges`. */
export const nodeLinkJson = json('node-link', 'JSON, node-link (D3, NetworkX)', nodeLinkText);

/** Cytoscape.js elements, which Cytoscape desktop reads too. */
export const cytoscapeJson = json('cytoscape', 'JSON (Cytoscape)', cytoscapeText);
