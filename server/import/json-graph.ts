import { ImportError, type RawEdge, type RawGraph, type RawNode } from './imported.ts';

type Item = Readonly<Record<string, unknown>>;

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);

const items = (value: unknown, what: string): readonly Item[] => {
  if (!Array.isArray(value)) throw new ImportError(`The JSON has no list of ${what}.`);
  const odd = value.findIndex((item) => !isItem(item));
  if (odd >= 0) throw new ImportError(`Item ${odd + 1} of the list of ${what} is not an object.`);
  return value as readonly Item[];
};

const id = (value: unknown, what: string): string => {
  if (typeof value === 'string' && value) return value;
  if (typeof value === 'number') return String(value);
  throw new ImportError(`A ${what} has no id.`);
};

const edgeId = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

const flat = (item: Item): Item => (isItem(item.attributes) ? item.attributes : item);

const nodeOf = (item: Item): RawNode => ({ id: id(item.key ?? item.id, 'node'), attributes: flat(item) });
const edgeOf = (item: Item): RawEdge => ({
  id: edgeId(item.key ?? item.id),
  source: id(item.source, 'relation’s source'),
  target: id(item.target, 'relation’s target'),
  attributes: flat(item),
});

const dataOf = (item: Item): Item => (isItem(item.data) ? item.data : item);

/** JSON in graphology's, node-link's (`links` or `edges`) or Cytoscape's layout, told apart by what it holds. */
export const readJsonGraph = (text: string): RawGraph => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ImportError(`The JSON is broken: ${(cause as Error).message}`, { cause });
  }
  if (!isItem(value)) throw new ImportError('The JSON is not an object with nodes and edges.');
  const graph = isItem(value.elements) ? value.elements : value;
  const nodes = items(graph.nodes, 'nodes').map(dataOf);
  const edges = items(graph.edges ?? graph.links, 'edges').map(dataOf);
  const record = Array.isArray(value.record) ? value.record.map((line) => JSON.stringify(line)).join('\n') : undefined;
  return { nodes: nodes.map(nodeOf), edges: edges.map(edgeOf), ...(record === undefined ? {} : { record }) };
};
