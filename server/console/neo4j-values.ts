import neo4j, { type Node, type Path, type Relationship } from 'neo4j-driver';
import type { ConsoleNode, ConsoleRelationship, ConsoleValue } from './console.ts';

const TEMPORAL = [
  ['date', neo4j.isDate],
  ['time', neo4j.isTime],
  ['localtime', neo4j.isLocalTime],
  ['datetime', neo4j.isDateTime],
  ['localdatetime', neo4j.isLocalDateTime],
  ['duration', neo4j.isDuration],
] as const;

const idOf = (of: { properties: Record<string, unknown>; elementId: string }): string =>
  typeof of.properties.id === 'string' ? of.properties.id : of.elementId;

const properties = (of: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, fromNeo4j(value)]));

const node = (of: Node): ConsoleNode => ({ id: idOf(of), labels: of.labels, properties: properties(of.properties) });

const relationship = (of: Relationship, ids: ReadonlyMap<string, string>): ConsoleRelationship => ({
  id: idOf(of),
  type: of.type,
  source: ids.get(of.startNodeElementId) ?? of.startNodeElementId,
  target: ids.get(of.endNodeElementId) ?? of.endNodeElementId,
  properties: properties(of.properties),
});

/** Our ids of the nodes in a value, by Neo4j's: a relationship alone knows only the latter. */
export const nodeIdsIn = (value: unknown, ids = new Map<string, string>()): Map<string, string> => {
  if (Array.isArray(value)) for (const item of value) nodeIdsIn(item, ids);
  else if (neo4j.isNode(value as object)) ids.set((value as Node).elementId, idOf(value as Node));
  else if (neo4j.isPath(value as object)) {
    const { start, segments } = value as Path;
    for (const one of [start, ...segments.map((segment) => segment.end)]) ids.set(one.elementId, idOf(one));
  }
  return ids;
};

/** A value as the driver gives it, as the console's answer has it. */
export const fromNeo4j = (value: unknown, ids: ReadonlyMap<string, string> = new Map()): ConsoleValue => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object') return value;
  if (neo4j.isInt(value)) return value.inSafeRange() ? value.toNumber() : value.toString();
  if (Array.isArray(value)) return value.map((item) => fromNeo4j(item, ids));
  if (neo4j.isNode(value)) return { node: node(value) };
  if (neo4j.isRelationship(value)) return { relationship: relationship(value, ids) };
  if (neo4j.isPath(value)) {
    const own = nodeIdsIn(value);
    return {
      path: {
        nodes: [value.start, ...value.segments.map((segment) => segment.end)].map(node),
        relationships: value.segments.map((segment) => relationship(segment.relationship, own)),
      },
    };
  }
  if (neo4j.isPoint(value))
    return {
      point: { srid: Number(value.srid), x: value.x, y: value.y, ...(value.z === undefined ? {} : { z: value.z }) },
    };
  const temporal = TEMPORAL.find(([, is]) => is(value));
  // the driver ends a duration of days with a T that no time follows
  if (temporal) return { temporal: temporal[0], value: String(value).replace(/T$/, '') };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fromNeo4j(item, ids)]));
};

/** JSON parameters as the driver should send them: whole numbers as integers. */
export const toNeo4j = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toNeo4j);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toNeo4j(item)]));
  return value;
};
