import type { GraphEdge, GraphNode } from '../../graph-schema/graph.ts';

/** Types that every format can say; `strings` is a list. */
export type ColumnType = 'string' | 'integer' | 'double' | 'boolean' | 'strings';
export type Value = string | number | boolean | readonly string[];

/** One attribute of nodes or edges, the same name and type in every format. */
export interface Column<Row> {
  readonly name: string & keyof Row;
  readonly type: ColumnType;
}

const nodeColumns = [
  { name: 'name', type: 'string' },
  { name: 'kind', type: 'string' },
  { name: 'aliases', type: 'strings' },
  { name: 'country', type: 'string' },
  { name: 'role', type: 'string' },
  { name: 'iso3', type: 'string' },
  { name: 'wikidata', type: 'string' },
  { name: 'mentions', type: 'integer' },
  { name: 'articles', type: 'integer' },
  { name: 'search', type: 'string' },
  { name: 'occurredFrom', type: 'string' },
  { name: 'occurredTo', type: 'string' },
  { name: 'precision', type: 'string' },
  { name: 'asks', type: 'string' },
  { name: 'claimIds', type: 'strings' },
] as const satisfies readonly Column<GraphNode>[];

const edgeColumns = [
  { name: 'eventId', type: 'string' },
  { name: 'claimIds', type: 'strings' },
  { name: 'claims', type: 'integer' },
  { name: 'sources', type: 'integer' },
  { name: 'outlets', type: 'strings' },
  { name: 'background', type: 'boolean' },
  { name: 'occurredFrom', type: 'string' },
  { name: 'occurredTo', type: 'string' },
  { name: 'precision', type: 'string' },
  { name: 'firstReported', type: 'string' },
  { name: 'lastReported', type: 'string' },
  { name: 'polarity', type: 'string' },
  { name: 'modality', type: 'string' },
  { name: 'confidence', type: 'double' },
  { name: 'plover', type: 'string' },
  { name: 'cameo', type: 'string' },
  { name: 'quad', type: 'string' },
  { name: 'goldstein', type: 'double' },
  { name: 'sourceCountry', type: 'string' },
  { name: 'targetCountry', type: 'string' },
  { name: 'title', type: 'string' },
  { name: 'from', type: 'string' },
  { name: 'to', type: 'string' },
  { name: 'role', type: 'string' },
] as const satisfies readonly Column<GraphEdge>[];

/** Fields that a format writes in a place of their own. */
type Placed = 'id' | 'source' | 'target' | 'type';
/** True where every field has a column: a field added to the graph and forgotten here does not compile. */
type Complete<Row, Name> = [Exclude<keyof Row, Name | Placed>] extends [never] ? true : never;
const complete: [
  Complete<GraphNode, (typeof nodeColumns)[number]['name']>,
  Complete<GraphEdge, (typeof edgeColumns)[number]['name']>,
] = [true, true];
void complete;

/** Attributes of a node beside its id. */
export const NODE_COLUMNS: readonly Column<GraphNode>[] = nodeColumns;
/** Attributes of an edge beside its id, ends and type. */
export const EDGE_COLUMNS: readonly Column<GraphEdge>[] = edgeColumns;

/** The attributes a row has, in the columns' order; absent ones are left out. */
export const cellsOf = <Row>(columns: readonly Column<Row>[], row: Row): readonly [Column<Row>, Value][] => {
  const cells: [Column<Row>, Value][] = [];
  for (const column of columns) {
    const value = row[column.name] as Value | undefined;
    if (value !== undefined) cells.push([column, value]);
  }
  return cells;
};

/** The same node with its members in one order, whatever store it comes from: equal graphs give equal bytes. */
export const orderedNode = (node: GraphNode): GraphNode =>
  ({
    id: node.id,
    ...Object.fromEntries(cellsOf(NODE_COLUMNS, node).map(([{ name }, value]) => [name, value])),
  }) as GraphNode;

/** The same for an edge. */
export const orderedEdge = (edge: GraphEdge): GraphEdge => {
  const { id, type, source, target } = edge;
  const cells = cellsOf(EDGE_COLUMNS, edge).map(([{ name }, value]) => [name, value] as const);
  return { id, type, source, target, ...Object.fromEntries(cells) } as GraphEdge;
};

/** An attribute of a row as the program holds it, from what a file's reader made of it. */
export const valueFrom = (type: ColumnType, raw: unknown): Value | undefined => {
  if (raw === undefined || raw === null || raw === '') return type === 'strings' && raw === '' ? [] : undefined;
  if (type === 'strings') return stringsFrom(raw);
  if (type === 'string') return String(raw);
  if (type === 'boolean') return raw === true || raw === 'true';
  const number = Number(raw);
  if (!Number.isFinite(number)) return undefined;
  return type === 'integer' ? Math.round(number) : number;
};

const stringsFrom = (raw: unknown): readonly string[] => {
  if (Array.isArray(raw)) return raw.map(String);
  const text = String(raw);
  if (text.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(text);
      if (Array.isArray(list)) return list.map(String);
    } catch {
      // not ours: one value
    }
  }
  return [text];
};
