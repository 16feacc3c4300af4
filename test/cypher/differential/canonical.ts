import neo4j, { type DateTime, type LocalDateTime, type Node, type Path, type Relationship } from 'neo4j-driver';
import {
  GraphNode,
  GraphPath,
  GraphRelationship,
  isTemporal,
  Point,
  type Temporal,
  type Value,
} from '../../../server/cypher/index.ts';

/** How exactly values are told apart. */
export interface Strictness {
  /** Lists that no order is promised for: compared as bags. */
  readonly bags: boolean;
  /** Floats that are sums or roots of many: the last digits may differ. */
  readonly rounded: boolean;
  /** Equal numbers of either kind are the same: which of them a tie keeps is open. */
  readonly numbers: boolean;
}

const number = (value: number, { rounded, numbers }: Strictness): string => {
  if (numbers && Number.isInteger(value)) return `i${value === 0 ? 0 : value}`;
  if (Object.is(value, -0)) return 'f-0';
  return `f${rounded ? Number(value.toPrecision(12)) : value}`;
};

const list = (items: readonly string[], { bags }: Strictness): string =>
  `[${(bags ? items.toSorted() : items).join(', ')}]`;

const map = (entries: readonly (readonly [string, string])[]): string =>
  `{${entries
    .map(([key, value]) => `${key}: ${value}`)
    .sort()
    .join(', ')}}`;

/** A value of the engine as a text that tells all there is to tell. */
export const ofEngine = (value: Value, how: Strictness): string => {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'bigint':
      return `i${value}`;
    case 'number':
      return number(value, how);
    case 'string':
      return JSON.stringify(value);
    case 'boolean':
      return `${value}`;
    default:
  }
  if (Array.isArray(value))
    return list(
      value.map((one) => ofEngine(one, how)),
      how,
    );
  if (value instanceof Map) return map([...value].map(([key, one]) => [key, ofEngine(one, how)]));
  if (value instanceof GraphNode) return `(${value.key})`;
  if (value instanceof GraphRelationship) return `[${value.key}]`;
  if (value instanceof GraphPath)
    return `<${value.nodes.map(({ key }) => key).join(' ')} | ${value.relationships.map(({ key }) => key).join(' ')}>`;
  if (value instanceof Point) return `point ${Number(value.srid)} ${value.x} ${value.y} ${value.z}`;
  if (isTemporal(value)) return temporal(value);
  throw new TypeError('a value of no known kind');
};

const parts = (of: Temporal, names: readonly string[]): string =>
  names.map((name) => `${of.component(name)}`).join(' ');

const temporal = (value: Temporal): string => {
  const date = ['year', 'month', 'day'];
  const time = ['hour', 'minute', 'second', 'nanosecond'];
  switch (value.kind) {
    case 'date':
      return `date ${parts(value, date)}`;
    case 'localtime':
      return `localtime ${parts(value, time)}`;
    case 'time':
      return `time ${parts(value, [...time, 'offsetSeconds'])}`;
    case 'localdatetime':
      return `localdatetime ${parts(value, [...date, ...time])}`;
    case 'datetime':
      return `datetime ${parts(value, [...date, ...time, 'offsetSeconds'])}`;
    default:
      return `duration ${parts(value, ['months', 'days', 'seconds', 'nanosecondsOfSecond'])}`;
  }
};

const idOf = (of: Node | Relationship): string => String(of.properties.id);

const joined = (...numbers: readonly (number | bigint | object | undefined)[]): string => numbers.map(String).join(' ');

const moment = (of: LocalDateTime | DateTime): string =>
  joined(of.year, of.month, of.day, of.hour, of.minute, of.second, of.nanosecond);

/** A value as the driver gives it (integers as bigint), in the same writing. */
export const ofNeo4j = (value: unknown, how: Strictness): string => {
  if (value === null || value === undefined) return 'null';
  switch (typeof value) {
    case 'bigint':
      return `i${value}`;
    case 'number':
      return number(value, how);
    case 'string':
      return JSON.stringify(value);
    case 'boolean':
      return `${value}`;
    default:
  }
  if (Array.isArray(value))
    return list(
      value.map((one) => ofNeo4j(one, how)),
      how,
    );
  if (typeof value !== 'object') throw new TypeError('a value of no known kind');
  if (neo4j.isNode(value)) return `(${idOf(value)})`;
  if (neo4j.isRelationship(value)) return `[${idOf(value)}]`;
  if (neo4j.isPath(value)) {
    const { start, segments } = value as Path;
    const nodes = [start, ...segments.map(({ end }) => end)];
    return `<${nodes.map(idOf).join(' ')} | ${segments.map(({ relationship }) => idOf(relationship)).join(' ')}>`;
  }
  if (neo4j.isPoint(value)) return `point ${Number(value.srid)} ${value.x} ${value.y} ${value.z}`;
  if (neo4j.isDate(value)) return `date ${joined(value.year, value.month, value.day)}`;
  if (neo4j.isLocalTime(value)) return `localtime ${joined(value.hour, value.minute, value.second, value.nanosecond)}`;
  if (neo4j.isTime(value))
    return `time ${joined(value.hour, value.minute, value.second, value.nanosecond, value.timeZoneOffsetSeconds)}`;
  if (neo4j.isLocalDateTime(value)) return `localdatetime ${moment(value)}`;
  if (neo4j.isDateTime(value)) return `datetime ${moment(value)} ${value.timeZoneOffsetSeconds}`;
  if (neo4j.isDuration(value)) return `duration ${joined(value.months, value.days, value.seconds, value.nanoseconds)}`;
  return map(Object.entries(value).map(([key, one]) => [key, ofNeo4j(one, how)]));
};
