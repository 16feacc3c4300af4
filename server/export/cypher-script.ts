import type { GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import { LABEL_OF_KIND } from '../../graph-schema/kinds.ts';
import { batched } from './batches.ts';
import { type Column, cellsOf, EDGE_COLUMNS, NODE_COLUMNS, type Value } from './columns.ts';
import type { ExportFormat, GraphSource } from './graph-source.ts';
import { provenanceLines } from './provenance.ts';

/** Rows a statement: large enough to load fast, small enough for any server's memory. */
const ROWS = 500;

const unicodeEscape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

const PLAIN = /^[ -&(-[\]-~]*$/;

/** A string literal: quotes, backslashes, control characters and line ends escaped. */
const quoted = (text: string): string =>
  PLAIN.test(text)
    ? `'${text}'`
    : `'${text
        .toWellFormed()
        .replace(/[\\']/g, (character) => `\\${character}`)
        .replace(/[\p{Cc}\u2028\u2029]/gu, unicodeEscape)}'`;

const literal = (type: Column<never>['type'], value: Value): string => {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'object') return `[${value.map(quoted).join(', ')}]`;
  return type === 'double' && Number.isInteger(value) ? `${value}.0` : String(value);
};

const map = <Row>(columns: readonly Column<Row>[], row: Row): string =>
  `{${cellsOf(columns, row)
    .map(([{ name, type }, value]) => `${name}: ${literal(type, value)}`)
    .join(', ')}}`;

const nodesStatement = (label: string, rows: readonly string[]): string =>
  `UNWIND [\n${rows.join(',\n')}\n] AS row\nMERGE (n:Entity {id: row.id})\nSET n:${label}, n += row.properties;\n`;

const edgesStatement = (type: string, rows: readonly string[]): string =>
  `UNWIND [\n${rows.join(',\n')}\n] AS row\nMATCH (a:Entity {id: row.source})\nMATCH (b:Entity {id: row.target})\nMERGE (a)-[r:${type} {id: row.id}]->(b)\nSET r += row.properties;\n`;

const nodeRow = (node: GraphNode): string => `{id: ${quoted(node.id)}, properties: ${map(NODE_COLUMNS, node)}}`;
const edgeRow = (edge: GraphEdge): string =>
  `{id: ${quoted(edge.id)}, source: ${quoted(edge.source)}, target: ${quoted(edge.target)}, properties: ${map(EDGE_COLUMNS, edge)}}`;

/** Rows gathered by label or type, each group a statement when full; at most one unfilled batch a group is held. */
async function* statements<Row>(
  rows: AsyncIterable<Row>,
  groupOf: (row: Row) => string,
  rowText: (row: Row) => string,
  statement: (group: string, rows: readonly string[]) => string,
): AsyncIterable<string> {
  const groups = new Map<string, string[]>();
  for await (const row of rows) {
    const name = groupOf(row);
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(rowText(row));
    if (group.length === ROWS) yield statement(name, group.splice(0));
  }
  for (const [name, group] of groups) if (group.length) yield statement(name, group);
}

async function* write({ provenance, nodes, edges }: GraphSource): AsyncIterable<string> {
  yield provenanceLines(provenance)
    .map((line) => `// ${line.replace(/\s+/g, ' ')}\n`)
    .join('');
  yield 'CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n';
  yield* statements(nodes(), (node) => LABEL_OF_KIND[node.kind], nodeRow, nodesStatement);
  yield* statements(edges(), (edge) => edge.type, edgeRow, edgesStatement);
}

/** A Cypher script that makes the graph in any Neo4j 5; running it twice changes nothing. */
export const cypherScript: ExportFormat = {
  id: 'cypher',
  label: 'Cypher script (Neo4j)',
  extension: 'cypher',
  mediaType: 'application/x-cypher-query',
  write: (source) => batched(write(source)),
};
