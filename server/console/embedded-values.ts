import { GraphNode, GraphPath, GraphRelationship, isTemporal, Point, type Value } from '../cypher/index.ts';
import type { ConsoleNode, ConsoleRelationship, ConsoleValue } from './console.ts';

const properties = (of: GraphNode | GraphRelationship): Record<string, unknown> =>
  Object.fromEntries([...of.propertyMap()].map(([key, value]) => [key, fromCypher(value)]));

const node = (of: GraphNode): ConsoleNode => ({ id: of.key, labels: of.labels, properties: properties(of) });

const relationship = (of: GraphRelationship): ConsoleRelationship => ({
  id: of.key,
  type: of.type,
  source: of.start.key,
  target: of.end.key,
  properties: properties(of),
});

/** A value of our own engine, as the console's answer has it. */
export const fromCypher = (value: Value): ConsoleValue => {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(fromCypher);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, fromCypher(item)]));
  if (value instanceof GraphNode) return { node: node(value) };
  if (value instanceof GraphRelationship) return { relationship: relationship(value) };
  if (value instanceof GraphPath)
    return { path: { nodes: value.nodes.map(node), relationships: value.relationships.map(relationship) } };
  if (value instanceof Point) {
    const { srid, x, y, z } = value;
    return { point: { srid: Number(srid), x, y, ...(z === undefined ? {} : { z }) } };
  }
  if (isTemporal(value)) return { temporal: value.kind, value: value.toString() };
  throw new TypeError('a value of no kind that the engine gives');
};
