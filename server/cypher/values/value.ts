import type { GraphNode, GraphRelationship } from '../graph/entity.ts';
import type { Point } from './point.ts';

/**
 * A Cypher value: null, booleans and strings as in JavaScript; INTEGER is bigint, FLOAT is number; LIST is an array;
 * MAP is a Map; nodes, relationships, paths, points and temporal values are objects of their own.
 */
export type Value =
  | null
  | boolean
  | bigint
  | number
  | string
  | readonly Value[]
  | ReadonlyMap<string, Value>
  | GraphNode
  | GraphRelationship
  | GraphPath
  | Point
  | Temporal;

export type MapValue = ReadonlyMap<string, Value>;
export type ListValue = readonly Value[];

/** A walk through the graph: `nodes` is one longer than `relationships`. */
export class GraphPath {
  readonly kind = 'path';
  readonly nodes: readonly GraphNode[];
  readonly relationships: readonly GraphRelationship[];

  constructor(nodes: readonly GraphNode[], relationships: readonly GraphRelationship[]) {
    this.nodes = nodes;
    this.relationships = relationships;
  }
}

export type TemporalKind = 'date' | 'time' | 'localtime' | 'datetime' | 'localdatetime' | 'duration';

/** What the engine asks of a date, a time or a duration; the classes themselves are loaded when used. */
export interface Temporal {
  readonly kind: TemporalKind;
  /** Order among values of the same kind; negative, 0 or positive. */
  compare(other: Temporal): number;
  equals(other: Temporal): boolean;
  /** Equal values have equal keys. */
  key(): string;
  /** A component such as `year`; undefined where it has none of that name. */
  component(name: string): Value | undefined;
  plus(duration: Temporal): Temporal;
  minus(duration: Temporal): Temporal;
  /** Durations only: times `factor`, through `divisor`. */
  times(factor: number, divisor?: number): Temporal;
  toString(): string;
}

const temporalKinds: ReadonlySet<unknown> = new Set([
  'date',
  'time',
  'localtime',
  'datetime',
  'localdatetime',
  'duration',
]);

export function isTemporal(value: unknown): value is Temporal {
  return typeof value === 'object' && value !== null && temporalKinds.has((value as { kind?: unknown }).kind);
}

/** The values of a kind share a rank in the order of all values. */
export type Kind =
  | 'MAP'
  | 'NODE'
  | 'RELATIONSHIP'
  | 'LIST'
  | 'PATH'
  | 'POINT'
  | 'ZONED DATETIME'
  | 'LOCAL DATETIME'
  | 'DATE'
  | 'ZONED TIME'
  | 'LOCAL TIME'
  | 'DURATION'
  | 'STRING'
  | 'BOOLEAN'
  | 'INTEGER'
  | 'FLOAT'
  | 'NULL';

const kinds: Readonly<Record<string, Kind>> = {
  node: 'NODE',
  relationship: 'RELATIONSHIP',
  path: 'PATH',
  point: 'POINT',
  datetime: 'ZONED DATETIME',
  localdatetime: 'LOCAL DATETIME',
  date: 'DATE',
  time: 'ZONED TIME',
  localtime: 'LOCAL TIME',
  duration: 'DURATION',
};

/** The Cypher type of a value, by Neo4j's name. */
export function kindOf(value: Value): Kind {
  switch (typeof value) {
    case 'bigint':
      return 'INTEGER';
    case 'number':
      return 'FLOAT';
    case 'string':
      return 'STRING';
    case 'boolean':
      return 'BOOLEAN';
    default:
      if (value === null) return 'NULL';
      if (Array.isArray(value)) return 'LIST';
      if (value instanceof Map) return 'MAP';
      return kinds[(value as { kind: string }).kind] ?? 'MAP';
  }
}

export function isList(value: Value): value is ListValue {
  return Array.isArray(value);
}

export function isMap(value: Value): value is MapValue {
  return value instanceof Map;
}
