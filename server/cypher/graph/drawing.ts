import type { AbstractGraph } from 'graphology-types';
import { groupKey } from '../values/key.ts';
import { GraphNode, GraphRelationship, type Reading } from './entity.ts';
import { type Attributes, fromStored, type GraphView } from './view.ts';

/** The engine's index of a graph: entities, adjacency, labels, types and chosen properties, kept by the graph's events. */
export interface Drawing {
  readonly graph: AbstractGraph;
  readonly view: GraphView;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly relationships: ReadonlyMap<string, GraphRelationship>;
  nodesOf(label: string): ReadonlySet<GraphNode>;
  relationshipsOf(type: string): ReadonlySet<GraphRelationship>;
  labels(): readonly string[];
  types(): readonly string[];
  /** Nodes whose property has the value; undefined where the property is not indexed. */
  find(property: string, value: unknown): readonly GraphNode[] | undefined;
  readonly indexed: ReadonlySet<string>;
  /** Reads the graph in pieces, once; true when done, false when there is more to do. */
  load(enough: () => boolean): boolean;
  /** Stops listening to the graph. */
  close(): void;
}

const nothing: ReadonlySet<never> = new Set();

/** Opens a graph for reading. Edges without direction count as going from their source to their target. */
export function openDrawing(graph: AbstractGraph, view: GraphView, indexed: ReadonlySet<string>): Drawing {
  const nodes = new Map<string, GraphNode>();
  const relationships = new Map<string, GraphRelationship>();
  const byLabel = new Map<string, Set<GraphNode>>();
  const byType = new Map<string, Set<GraphRelationship>>();
  const byProperty = new Map<string, Map<unknown, Set<GraphNode>>>();
  const filed = new Map<GraphNode, Map<string, unknown>>();
  for (const property of indexed) byProperty.set(property, new Map());
  let nextNode = 0;
  let nextRelationship = 0;
  const reading: Reading = {
    value: (stored) => fromStored(stored, view.numbers),
    hidden: view.hidden,
  };

  const put = <K, V>(map: Map<K, Set<V>>, key: K, value: V): void => {
    const set = map.get(key);
    if (set === undefined) map.set(key, new Set([value]));
    else set.add(value);
  };
  const take = <K, V>(map: Map<K, Set<V>>, key: K, value: V): void => {
    const set = map.get(key);
    set?.delete(value);
    if (set?.size === 0) map.delete(key);
  };

  const file = (node: GraphNode): void => {
    let keys = filed.get(node);
    for (const property of indexed) {
      const value = node.property(property);
      const key = value === null ? undefined : groupKey(value);
      const before = keys?.get(property);
      if (key === before) continue;
      const index = byProperty.get(property)!;
      if (before !== undefined) take(index, before, node);
      if (key !== undefined) put(index, key, node);
      if (keys === undefined) {
        keys = new Map();
        filed.set(node, keys);
      }
      keys.set(property, key);
    }
  };

  const refreshNode = (node: GraphNode, attributes: Attributes): void => {
    const labels = view.labelsOf(attributes, node.key);
    for (const label of node.labels) if (!labels.includes(label)) take(byLabel, label, node);
    for (const label of labels) if (!node.labels.includes(label)) put(byLabel, label, node);
    node.labels = [...labels];
    node.stored = view.nodePropertiesOf(attributes, node.key);
    file(node);
  };
  const addNode = (key: string, attributes: Attributes): GraphNode => {
    const known = nodes.get(key);
    if (known !== undefined) return known;
    const node = new GraphNode(nextNode++, key, reading);
    nodes.set(key, node);
    refreshNode(node, attributes);
    return node;
  };
  const refreshRelationship = (relationship: GraphRelationship, attributes: Attributes): void => {
    const type = view.typeOf(attributes, relationship.key);
    if (type !== relationship.type) {
      take(byType, relationship.type, relationship);
      relationship.type = type;
    }
    put(byType, type, relationship);
    relationship.stored = view.relationshipPropertiesOf(attributes, relationship.key);
  };
  const addRelationship = (key: string, attributes: Attributes, source: string, target: string): void => {
    if (relationships.has(key)) return;
    const start = addNode(source, graph.getNodeAttributes(source));
    const end = addNode(target, graph.getNodeAttributes(target));
    const relationship = new GraphRelationship(nextRelationship++, key, reading, start, end);
    relationships.set(key, relationship);
    start.outgoing.push(relationship);
    if (start === end) start.loops++;
    end.incoming.push(relationship);
    refreshRelationship(relationship, attributes);
  };
  const dropRelationship = (key: string): void => {
    const relationship = relationships.get(key);
    if (relationship === undefined) return;
    relationships.delete(key);
    take(byType, relationship.type, relationship);
    relationship.deleted = true;
    if (relationship.start === relationship.end) relationship.start.loops--;
    relationship.start.stale = true;
    relationship.end.stale = true;
  };
  const dropNode = (key: string): void => {
    const node = nodes.get(key);
    if (node === undefined) return;
    nodes.delete(key);
    for (const label of node.labels) take(byLabel, label, node);
    for (const [property, value] of filed.get(node) ?? []) take(byProperty.get(property)!, value, node);
    filed.delete(node);
    node.deleted = true;
  };
  const clear = (): void => {
    for (const key of [...relationships.keys()]) dropRelationship(key);
    for (const key of [...nodes.keys()]) dropNode(key);
  };

  const nodeChanged = ({ key }: { key: string }): void => {
    const node = nodes.get(key);
    if (node !== undefined) refreshNode(node, graph.getNodeAttributes(key));
  };
  const edgeChanged = ({ key }: { key: string }): void => {
    const relationship = relationships.get(key);
    if (relationship !== undefined) refreshRelationship(relationship, graph.getEdgeAttributes(key));
  };
  const listeners = {
    nodeAdded: ({ key, attributes }: { key: string; attributes: Attributes }) => void addNode(key, attributes),
    edgeAdded: (edge: { key: string; attributes: Attributes; source: string; target: string }) =>
      addRelationship(edge.key, edge.attributes, edge.source, edge.target),
    nodeDropped: ({ key }: { key: string }) => dropNode(key),
    edgeDropped: ({ key }: { key: string }) => dropRelationship(key),
    nodeAttributesUpdated: nodeChanged,
    edgeAttributesUpdated: edgeChanged,
    eachNodeAttributesUpdated: () => {
      for (const key of nodes.keys()) nodeChanged({ key });
    },
    eachEdgeAttributesUpdated: () => {
      for (const key of relationships.keys()) edgeChanged({ key });
    },
    cleared: clear,
    edgesCleared: () => {
      for (const key of [...relationships.keys()]) dropRelationship(key);
    },
  };
  const emitter = graph as unknown as {
    on(event: string, listener: unknown): void;
    removeListener(event: string, listener: unknown): void;
  };
  for (const [event, listener] of Object.entries(listeners)) emitter.on(event, listener);

  const nodeEntries = graph.nodeEntries()[Symbol.iterator]();
  const edgeEntries = graph.edgeEntries()[Symbol.iterator]();
  let stage: 'nodes' | 'edges' | 'done' = 'nodes';
  return {
    graph,
    view,
    nodes,
    relationships,
    indexed,
    nodesOf: (label) => byLabel.get(label) ?? nothing,
    relationshipsOf: (type) => byType.get(type) ?? nothing,
    labels: () => [...byLabel.keys()].sort(),
    types: () => [...byType.keys()].sort(),
    find(property, value) {
      const index = byProperty.get(property);
      if (index === undefined) return undefined;
      const found = index.get(value);
      return found === undefined ? [] : [...found];
    },
    load(enough) {
      for (let i = 1; stage === 'nodes'; i++) {
        const next = nodeEntries.next();
        if (next.done === true) stage = 'edges';
        else if (graph.hasNode(next.value.node)) addNode(next.value.node, next.value.attributes);
        if (i % 32 === 0 && enough()) return false;
      }
      for (let i = 1; stage === 'edges'; i++) {
        const next = edgeEntries.next();
        if (next.done === true) stage = 'done';
        else if (graph.hasEdge(next.value.edge)) {
          addRelationship(next.value.edge, next.value.attributes, next.value.source, next.value.target);
        }
        if (i % 32 === 0 && enough()) return false;
      }
      return true;
    },
    close() {
      for (const [event, listener] of Object.entries(listeners)) emitter.removeListener(event, listener);
    },
  };
}
