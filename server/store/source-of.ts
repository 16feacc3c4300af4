import { createHash } from 'node:crypto';
import { MODALITIES, POLARITIES } from '../../graph-schema/claim.ts';
import type { Filter } from '../../graph-schema/filter.ts';
import type { Drawing, GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import type { Reading } from '../../graph-schema/record.ts';
import type { Citation, CitedClaim, GraphSource } from '../export/graph-source.ts';
import type { ArticleSummary, Store } from './store.ts';

/** Claims read at a time. */
const PAGE = 1000;

/** A piece is given as it is; its claims are not sifted again. */
const EVERYTHING: Filter = { polarities: POLARITIES, modalities: MODALITIES };

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

const citationOf = ({ id, title, source, url, published }: ArticleSummary): Citation => ({
  id,
  ...(title === undefined ? {} : { title }),
  ...(source === undefined ? {} : { source }),
  ...(url === undefined ? {} : { url }),
  ...(published === undefined ? {} : { published }),
});

async function* each<Row>(rows: readonly Row[]): AsyncIterable<Row> {
  yield* rows;
}

async function* nodesOf(store: Store, filter: Filter): AsyncIterable<GraphNode> {
  for await (const item of store.stream(filter)) {
    if (!('node' in item)) return;
    yield item.node;
  }
}

async function* edgesOf(store: Store, filter: Filter): AsyncIterable<GraphEdge> {
  for await (const item of store.stream(filter)) if ('edge' in item) yield item.edge;
}

async function* claimsOf(store: Store, filter: Filter, wanted?: ReadonlySet<string>): AsyncIterable<CitedClaim> {
  let after: string | undefined;
  do {
    const page = await store.claims({ filter, limit: PAGE, ...(after === undefined ? {} : { after }) });
    for (const { claim, article } of page.items) {
      if (!wanted || wanted.has(claim.id)) yield { claim, article: citationOf(article) };
    }
    after = page.next;
  } while (after !== undefined);
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
  const wanted = drawing && new Set(drawing.edges.flatMap((edge) => edge.claimIds));
  const nodes = () => (drawing ? each(drawing.nodes) : nodesOf(store, filter));
  const edges = () => (drawing ? each(drawing.edges) : edgesOf(store, filter));
  const claims = () => claimsOf(store, drawing ? EVERYTHING : filter, wanted);

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
  const sources = new Map<string, Citation>();
  for await (const { article } of claims()) sources.set(article.id, article);
  return {
    provenance: {
      title,
      program,
      ...(query === undefined ? {} : { query }),
      ...(around === undefined ? {} : { around }),
      ...(Object.keys(filter).length ? { filter } : {}),
      digest: hash.digest('hex').slice(0, 32),
      ...counts,
      sources: [...sources.values()].sort(byDate),
    },
    nodes,
    edges,
    claims,
    readings: () =>
      drawing || Object.keys(filter).length ? readingsOf(store, [...sources.keys()].sort()) : store.readings(),
  };
};
