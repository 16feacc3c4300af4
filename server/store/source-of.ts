import { createHash } from 'node:crypto';
import type { Filter } from '../../graph-schema/filter.ts';
import type { Drawing } from '../../graph-schema/graph.ts';
import type { Reading } from '../../graph-schema/record.ts';
import { orderedEdge, orderedNode } from '../export/columns.ts';
import type { Citation, GraphSource } from '../export/graph-source.ts';
import type { Store } from './store.ts';

/** What part of a store to write to a file. */
export interface Selection {
  readonly title: string;
  /** Program and version, as it stands in the file. */
  readonly program: string;
  readonly filter?: Filter;
  /** The node whose neighbourhood it is. */
  readonly around?: string;
  /** The Cypher text whose answer it is. */
  readonly query?: string;
  /** The nodes and edges themselves, where they are a piece and not all that the filter leaves. */
  readonly drawing?: Drawing;
}

async function* each<Row>(rows: readonly Row[]): AsyncIterable<Row> {
  yield* rows;
}

async function* mapped<Row>(rows: AsyncIterable<Row>, change: (row: Row) => Row): AsyncIterable<Row> {
  for await (const row of rows) yield change(row);
}

const byDate = (a: Citation, b: Citation): number =>
  (a.published ?? '') < (b.published ?? '') ? -1 : (a.published ?? '') > (b.published ?? '') ? 1 : a.id < b.id ? -1 : 1;

/** The readings of articles, in the order given. */
async function* readingsOf(store: Store, ids: readonly string[]): AsyncIterable<Reading> {
  for (const id of ids) {
    const reading = await store.reading(id);
    if (reading) yield reading;
  }
}

/**
 * A part of a store as the formats take it, with its provenance: counts, the articles behind it, and a digest over every
 * node and edge. The part is read once for these, and again for each thing that a format asks for; nothing is held but
 * the list of articles and, for a piece, the piece.
 */
export const sourceOf = async (store: Store, selection: Selection): Promise<GraphSource> => {
  const { title, program, filter = {}, around, query, drawing } = selection;
  const graph = drawing
    ? { nodes: () => each(drawing.nodes), edges: () => each(drawing.edges) }
    : await store.still(filter);
  const nodes = () => mapped(graph.nodes(), orderedNode);
  const edges = () => mapped(graph.edges(), orderedEdge);
  const which = drawing ? { ids: [...new Set(drawing.edges.flatMap((edge) => edge.claimIds))] } : { filter };

  const hash = createHash('sha256');
  const counts = { nodes: 0, edges: 0 };
  for await (const node of nodes()) {
    counts.nodes++;
    hash.update(JSON.stringify(node));
  }
  for await (const edge of edges()) {
    counts.edges++;
    hash.update(JSON.stringify(edge));
  }
  const sources = await store.sources(which);
  return {
    provenance: {
      title,
      program,
      ...(query === undefined ? {} : { query }),
      ...(around === undefined ? {} : { around }),
      ...(Object.keys(filter).length ? { filter } : {}),
      digest: hash.digest('hex').slice(0, 32),
      ...counts,
      sources: [...sources].sort(byDate),
    },
    nodes,
    edges,
    claims: () => store.cited(which),
    readings: () =>
      drawing || Object.keys(filter).length
        ? readingsOf(
            store,
            sources.map(({ id }) => id),
          )
        : store.readings(),
  };
};
