import type { Drawing } from '../../graph-schema/graph.ts';
import type { Reading } from '../../graph-schema/record.ts';
import type { PutOutcome, Store } from '../store/store.ts';
import { formatOf, type ImportFormat, importGraph } from './import-graph.ts';
import { readingOf } from './reading-of.ts';
import { readRecord } from './record.ts';

/** What an import did. */
export interface ImportOutcome {
  readonly format: ImportFormat | 'record';
  readonly articles: { readonly added: number; readonly replaced: number; readonly unchanged: number };
  /** Nodes, relations and claims that were not there before. */
  readonly nodes: number;
  readonly edges: number;
  readonly claims: number;
  /** What of the file found no place, or was there already, in words. */
  readonly left: readonly string[];
}

const countOf = (outcomes: readonly PutOutcome[]) => {
  const count = (which: PutOutcome) => outcomes.filter((outcome) => outcome === which).length;
  return { added: count('added'), replaced: count('replaced'), unchanged: count('unchanged') };
};

/** The part of a drawing that the store does not hold yet: an exported file read back is not there twice. */
const newIn = async (store: Store, { nodes, edges }: Drawing): Promise<Drawing> => {
  const isNew = async (id: string, get: (id: string) => Promise<unknown>) => (await get(id)) === undefined;
  const newEdges = [];
  for (const edge of edges) if (await isNew(edge.id, store.edge)) newEdges.push(edge);
  const ends = new Set(newEdges.flatMap(({ source, target }) => [source, target]));
  const newNodes = [];
  for (const node of nodes) if (ends.has(node.id) || (await isNew(node.id, store.node))) newNodes.push(node);
  return { nodes: newNodes, edges: newEdges };
};

/** Readings put one by one. */
const putAll = async (store: Store, readings: readonly Reading[]): Promise<Omit<ImportOutcome, 'format' | 'left'>> => {
  const outcomes: PutOutcome[] = [];
  for (const reading of readings) outcomes.push(await store.put(reading));
  const claims = readings.reduce((sum, reading) => sum + reading.claims.length, 0);
  return { articles: countOf(outcomes), nodes: 0, edges: 0, claims };
};

/**
 * Reads a file into a store: a record whole, article by article, also where a graph's file carries it; else a graph as one article whose sentences are its
 * relations. What is there already stays as it is. Throws `ImportError` and `StoreError`; nothing is half in.
 */
export const importInto = async (
  store: Store,
  bytes: Uint8Array,
  options: { readonly name: string; readonly program: string; readonly format?: ImportFormat | 'record' },
): Promise<ImportOutcome> => {
  const { name, program } = options;
  const record =
    options.format === undefined || options.format === 'record'
      ? readRecord(bytes, options.format === 'record')
      : undefined;
  if (record) return { format: 'record', ...(await putAll(store, record)), left: [] };
  const format = (options.format as ImportFormat | undefined) ?? formatOf(bytes, name);
  const { drawing, notes, readings } = importGraph(bytes, { name, ...(format ? { format } : {}) });
  if (readings) {
    const done = await putAll(store, readings);
    const unsaid = (await newIn(store, drawing)).edges.length;
    const left = unsaid
      ? [...notes, `${unsaid} relations left out, of which the record in the file does not tell.`]
      : notes;
    return { format: format!, ...done, left };
  }
  const fresh = await newIn(store, drawing);
  const known = drawing.edges.length - fresh.edges.length;
  const left = known ? [...notes, `${known} relations are there already and stay as they are.`] : notes;
  if (!fresh.edges.length && !fresh.nodes.length) {
    return { format: format!, articles: countOf(['unchanged']), nodes: 0, edges: 0, claims: 0, left };
  }
  const outcome = await store.put(readingOf(fresh, { name, program }));
  const changed = outcome !== 'unchanged';
  return {
    format: format!,
    articles: countOf([outcome]),
    nodes: changed ? fresh.nodes.length : 0,
    edges: changed ? fresh.edges.length : 0,
    claims: changed ? fresh.edges.length : 0,
    left,
  };
};
