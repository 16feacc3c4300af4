import type { Counters } from '../engine.ts';
import { CypherError } from '../error.ts';
import type { Drawing } from '../graph/drawing.ts';
import { GraphNode, type GraphRelationship } from '../graph/entity.ts';
import { Point } from '../values/point.ts';
import { isList, isMap, isTemporal, kindOf, type MapValue, type Value } from '../values/value.ts';

type Entity = GraphNode | GraphRelationship;

/** Changes of the graph; the index follows by the graph's own events. */
export interface Edit {
  createNode(labels: readonly string[], properties: MapValue): GraphNode;
  createRelationship(type: string, start: GraphNode, end: GraphNode, properties: MapValue): GraphRelationship;
  /** Null takes the property away. */
  setProperty(of: Entity, key: string, value: Value): void;
  /** Puts these properties in the place of all, or adds them. */
  setProperties(of: Entity, properties: MapValue, keep: boolean): void;
  addLabels(node: GraphNode, labels: readonly string[]): void;
  removeLabels(node: GraphNode, labels: readonly string[]): void;
  deleteRelationship(relationship: GraphRelationship): void;
  /** With `detach`, its relationships too; else a node that has some is an error. */
  deleteNode(node: GraphNode, detach: boolean): void;
  /** Takes back every change, the last one first. */
  undo(): void;
}

/** Edits a graph whose nodes hold `labels` and `properties`, whose edges hold `type` and `properties`. */
export function createEdit(drawing: Drawing, counters: Counters): Edit {
  const { graph, view } = drawing;
  let next = graph.order + graph.size;
  const inverses: (() => void)[] = [];
  const freshKey = (letter: string, taken: (key: string) => boolean): string => {
    for (;;) {
      const key = `${letter}${next++}`;
      if (!taken(key)) return key;
    }
  };
  const stored = (value: Value): unknown => {
    if (typeof value === 'bigint' && view.numbers === 'natural') {
      return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
    }
    if (isList(value)) {
      if (
        value.some(
          (one) =>
            one === null ||
            isMap(one) ||
            isList(one) ||
            (typeof one === 'object' && !isTemporal(one) && !(one instanceof Point)),
        )
      ) {
        throw invalid(value);
      }
      return value.map(stored);
    }
    if (typeof value === 'object' && value !== null && !isTemporal(value) && !(value instanceof Point))
      throw invalid(value);
    return value;
  };
  const record = (properties: MapValue): Record<string, unknown> => {
    const result: Record<string, unknown> = {};
    for (const [key, value] of properties) {
      if (value !== null) put(result, key, stored(value));
    }
    return result;
  };
  const write = (of: Entity, properties: Record<string, unknown>): void => {
    if (of.deleted)
      throw new CypherError('EntityNotFound', 'DeletedEntityAccess', `The ${of.kind} was deleted in this query`);
    const before = of.stored;
    if (of instanceof GraphNode) {
      inverses.push(() => graph.setNodeAttribute(of.key, 'properties', before));
      graph.setNodeAttribute(of.key, 'properties', properties);
    } else {
      inverses.push(() => graph.setEdgeAttribute(of.key, 'properties', before));
      graph.setEdgeAttribute(of.key, 'properties', properties);
    }
  };
  const relabel = (node: GraphNode, labels: readonly string[]): void => {
    const before = node.labels;
    inverses.push(() => graph.setNodeAttribute(node.key, 'labels', before));
    graph.setNodeAttribute(node.key, 'labels', labels);
  };
  const deleteRelationship = (relationship: GraphRelationship): void => {
    if (relationship.deleted) return;
    const { key, start, end } = relationship;
    const attributes = graph.getEdgeAttributes(key);
    inverses.push(() => graph.addDirectedEdgeWithKey(key, start.key, end.key, attributes));
    graph.dropEdge(key);
    counters.relationshipsDeleted++;
  };
  return {
    createNode(labels, properties) {
      const key = freshKey('n', (one) => graph.hasNode(one));
      const values = record(properties);
      const unique = [...new Set(labels)];
      graph.addNode(key, { labels: unique, properties: values });
      inverses.push(() => graph.dropNode(key));
      counters.nodesCreated++;
      counters.labelsAdded += unique.length;
      counters.propertiesSet += Object.keys(values).length;
      return drawing.nodes.get(key)!;
    },
    createRelationship(type, start, end, properties) {
      for (const node of [start, end]) {
        if (node.deleted)
          throw new CypherError('EntityNotFound', 'DeletedEntityAccess', 'The node was deleted in this query');
      }
      const key = freshKey('r', (one) => graph.hasEdge(one));
      const values = record(properties);
      graph.addDirectedEdgeWithKey(key, start.key, end.key, { type, properties: values });
      inverses.push(() => graph.dropEdge(key));
      counters.relationshipsCreated++;
      counters.propertiesSet += Object.keys(values).length;
      return drawing.relationships.get(key)!;
    },
    setProperty(of, key, value) {
      const properties = { ...of.stored };
      if (value === null) {
        if (!Object.hasOwn(properties, key)) return;
        delete properties[key];
      } else put(properties, key, stored(value));
      counters.propertiesSet++;
      write(of, properties);
    },
    setProperties(of, properties, keep) {
      const result: Record<string, unknown> = keep ? { ...of.stored } : {};
      for (const [key, value] of properties) {
        if (value === null) delete result[key];
        else put(result, key, stored(value));
      }
      counters.propertiesSet += properties.size;
      write(of, result);
    },
    addLabels(node, labels) {
      const more = [...new Set(labels)].filter((label) => !node.labels.includes(label));
      if (more.length === 0) return;
      counters.labelsAdded += more.length;
      relabel(node, [...node.labels, ...more]);
    },
    removeLabels(node, labels) {
      const left = node.labels.filter((label) => !labels.includes(label));
      if (left.length === node.labels.length) return;
      counters.labelsRemoved += node.labels.length - left.length;
      relabel(node, left);
    },
    deleteRelationship,
    deleteNode(node, detach) {
      if (node.deleted) return;
      const attached = new Set([...node.out(), ...node.in()]);
      if (attached.size > 0 && !detach) {
        throw new CypherError(
          'ConstraintVerificationFailed',
          'DeleteConnectedNode',
          `Cannot delete node ${node.key}, because it still has relationships`,
          { hint: 'use DETACH DELETE, or delete the relationships first' },
        );
      }
      for (const one of attached) deleteRelationship(one);
      const attributes = graph.getNodeAttributes(node.key);
      inverses.push(() => graph.addNode(node.key, attributes));
      graph.dropNode(node.key);
      counters.nodesDeleted++;
    },
    undo() {
      for (const inverse of inverses.toReversed()) inverse();
      inverses.length = 0;
    },
  };
}

function put(record: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
}

function invalid(value: Value): CypherError {
  return new CypherError('TypeError', 'InvalidPropertyType', `A ${kindOf(value)} cannot be stored as a property`, {
    hint: 'properties hold booleans, numbers, strings, points, dates, and lists of these',
  });
}
