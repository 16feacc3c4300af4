import { CypherError } from '../error.ts';
import { GraphNode, GraphRelationship } from '../graph/entity.ts';
import { fromStored, type GraphView } from '../graph/view.ts';
import { Point } from './point.ts';
import { GraphPath, isList, isMap, isTemporal, type Value } from './value.ts';

/** A parameter as a Cypher value: objects become maps; whole numbers become integers where numbers are `natural`. */
export function fromJavaScript(value: unknown, numbers: GraphView['numbers']): Value {
  if (value === undefined || value === null) return null;
  if (typeof value === 'function' || typeof value === 'symbol') {
    throw new CypherError('TypeError', 'InvalidArgumentType', `A ${typeof value} cannot be a parameter`);
  }
  if (typeof value !== 'object') return fromStored(value, numbers);
  if (value instanceof GraphNode || value instanceof GraphRelationship || value instanceof GraphPath) return value;
  if (isTemporal(value) || value instanceof Point) return value;
  if (Array.isArray(value)) return value.map((one) => fromJavaScript(one, numbers));
  if (value instanceof Date) return value.toISOString();
  const map = new Map<string, Value>();
  const entries = value instanceof Map ? value.entries() : Object.entries(value);
  for (const [key, one] of entries as Iterable<[string, unknown]>) map.set(key, fromJavaScript(one, numbers));
  return map;
}

/** What JSON can hold of a value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * A value for JSON and for pages: integers are numbers where that loses nothing, else strings; nodes are
 * `{ kind: 'node', id, labels, properties }`, relationships `{ kind: 'relationship', id, type, start, end, properties }`,
 * paths `{ kind: 'path', nodes, relationships }`; dates, times and durations are their text.
 */
export function toJson(value: Value): Json {
  switch (typeof value) {
    case 'bigint':
      return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : `${value}`;
    case 'number':
      return Number.isFinite(value) ? value : `${value}`;
    case 'string':
    case 'boolean':
      return value;
    default:
  }
  if (value === null) return null;
  if (isList(value)) return value.map(toJson);
  if (isMap(value)) return fromEntries(value);
  if (value instanceof GraphNode) {
    return { kind: 'node', id: value.key, labels: value.labels, properties: fromEntries(value.propertyMap()) };
  }
  if (value instanceof GraphRelationship) {
    const { key, type, start, end } = value;
    return {
      kind: 'relationship',
      id: key,
      type,
      start: start.key,
      end: end.key,
      properties: fromEntries(value.propertyMap()),
    };
  }
  if (value instanceof GraphPath) {
    return { kind: 'path', nodes: value.nodes.map(toJson), relationships: value.relationships.map(toJson) };
  }
  if (value instanceof Point) {
    const { x, y, z, crs } = value;
    return z === undefined ? { kind: 'point', crs, x, y } : { kind: 'point', crs, x, y, z };
  }
  return value.toString();
}

function fromEntries(map: Iterable<readonly [string, Value]>): { readonly [key: string]: Json } {
  const object: Record<string, Json> = {};
  for (const [key, value] of map) {
    Object.defineProperty(object, key, { value: toJson(value), enumerable: true, configurable: true, writable: true });
  }
  return object;
}
