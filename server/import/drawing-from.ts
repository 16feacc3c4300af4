import { fold } from '../../graph-schema/fold.ts';
import type { GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import { digest } from '../../graph-schema/ids.ts';
import { ENTITY_KINDS, type EntityKind, LABEL_OF_KIND } from '../../graph-schema/kinds.ts';
import { isRelationType, relationOf } from '../../graph-schema/relations.ts';
import { type Column, EDGE_COLUMNS, NODE_COLUMNS, valueFrom } from '../export/columns.ts';
import type { Imported, RawEdge, RawGraph, RawNode } from './imported.ts';

/** Attributes that only say how a thing looks or is filed; leaving them out loses nothing. */
const NO_MATTER = new Set(
  'id key :LABEL label labels weight color size x y z shape thickness viz kind type source target name classes'.split(
    ' ',
  ),
);

/** Counts of what had no place, told in the end as a few sentences. */
const makeNotes = () => {
  const counts = new Map<string, { count: number; example: string }>();
  return {
    add: (what: string, example: string) => {
      const entry = counts.get(what) ?? { count: 0, example };
      entry.count++;
      counts.set(what, entry);
    },
    all: () => [...counts].map(([what, { count, example }]) => `${count} ${what}, for example ${example}.`),
  };
};
type Notes = ReturnType<typeof makeNotes>;

const string = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : typeof value === 'number' ? String(value) : undefined;

/** The kind a file gives in any of the usual places: `kind`, a Neo4j label, `type`. */
const kindOf = ({ attributes }: RawNode): EntityKind | undefined => {
  const said = [attributes.kind, attributes.labels, attributes.label, attributes.type, attributes[':LABEL']].flatMap(
    (value) => (Array.isArray(value) ? value.map(String) : (string(value)?.split(/[:;]/) ?? [])),
  );
  return ENTITY_KINDS.find((kind) => said.some((word) => word.toLowerCase() === kind || word === LABEL_OF_KIND[kind]));
};

const read = <Row>(
  columns: readonly Column<Row>[],
  raw: RawNode,
  what: string,
  notes: Notes,
): Record<string, unknown> => {
  const known = new Set<string>(columns.map(({ name }) => name));
  for (const name of Object.keys(raw.attributes)) {
    if (!known.has(name) && !NO_MATTER.has(name))
      notes.add(`values of the ${what} attribute “${name}” left out`, `of ${raw.id}`);
  }
  return Object.fromEntries(
    columns.flatMap(({ name, type }) => {
      const value = valueFrom(type, raw.attributes[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
};

const nodeFrom = (raw: RawNode, notes: Notes): GraphNode => {
  const kind = kindOf(raw);
  if (!kind) notes.add('nodes without a kind we know, taken for organisations', `“${raw.id}”`);
  const values = read(NODE_COLUMNS, raw, 'node', notes);
  const name = string(values.name) ?? string(raw.attributes.label) ?? raw.id;
  return {
    aliases: [],
    mentions: 0,
    articles: 0,
    search: fold(name),
    ...values,
    id: raw.id,
    name,
    kind: kind ?? 'organization',
  };
};

const typeOf = ({ attributes }: RawEdge): string =>
  [attributes.type, attributes.kind, attributes.label, attributes[':TYPE']]
    .map((value) =>
      string(value)
        ?.trim()
        .replace(/[^A-Za-z0-9]+/g, '_')
        .toUpperCase(),
    )
    .find((name) => name && isRelationType(name)) ??
  string(attributes.type ?? attributes.kind ?? attributes.label) ??
  'none';

const edgeFrom = (raw: RawEdge, notes: Notes): GraphEdge | undefined => {
  const type = typeOf(raw);
  if (!isRelationType(type)) {
    notes.add(
      `edges of type “${type}” left out, which is no relation of the ontology`,
      `${raw.source} to ${raw.target}`,
    );
    return undefined;
  }
  const { quad, goldstein, plover, cameo } = relationOf(type);
  const own = { ...(plover ? { plover } : {}), ...(cameo ? { cameo } : {}) };
  const values = read(EDGE_COLUMNS, raw, 'edge', notes);
  const { source, target } = raw;
  return {
    claimIds: [],
    claims: 0,
    sources: 0,
    outlets: [],
    precision: 'unknown',
    polarity: 'affirmed',
    modality: 'fact',
    confidence: 1,
    quad,
    goldstein,
    ...('quad' in values ? {} : own),
    ...values,
    id: raw.id || digest('imported', type, source, target, JSON.stringify(values)),
    type,
    source,
    target,
  };
};

/** A file's nodes and edges as a drawing of ours: what fits is taken, what does not is told. */
export const drawingFrom = ({ nodes, edges }: RawGraph): Imported => {
  const notes = makeNotes();
  const drawn = new Map<string, GraphNode>();
  for (const raw of nodes) {
    if (drawn.has(raw.id)) notes.add('nodes that stood there before left out', `“${raw.id}”`);
    else drawn.set(raw.id, nodeFrom(raw, notes));
  }
  const between = new Map<string, GraphEdge>();
  for (const raw of edges) {
    if (!drawn.has(raw.source) || !drawn.has(raw.target)) {
      notes.add('edges left out because an end is no node of the file', `${raw.source} to ${raw.target}`);
      continue;
    }
    const edge = edgeFrom(raw, notes);
    if (!edge) continue;
    if (between.has(edge.id)) notes.add('edges whose id stood there before left out', edge.id);
    else between.set(edge.id, edge);
  }
  return { drawing: { nodes: [...drawn.values()], edges: [...between.values()] }, notes: notes.all() };
};
