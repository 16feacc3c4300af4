import type { MapValue, Value } from '../values/value.ts';

/** How stored properties are read; one for each drawing. */
export interface Reading {
  value(stored: unknown): Value;
  readonly hidden: ReadonlySet<string> | undefined;
}

/** A node. `key` is the graph's own key; `id` a number that stays the same as long as the graph is open. */
export class GraphNode {
  readonly kind = 'node';
  readonly id: number;
  readonly key: string;
  /** @internal */ readonly reading: Reading;
  labels: readonly string[];
  /** Stored properties, as the graph holds them. */
  stored: Readonly<Record<string, unknown>>;
  /** @internal */ outgoing: GraphRelationship[] = [];
  /** @internal */ incoming: GraphRelationship[] = [];
  /** @internal */ stale = false;
  /** @internal Relationships from the node to itself. */ loops = 0;
  deleted = false;

  constructor(id: number, key: string, reading: Reading) {
    this.id = id;
    this.key = key;
    this.reading = reading;
    this.labels = [];
    this.stored = {};
  }

  property(key: string): Value {
    return readProperty(this, key);
  }

  propertyMap(): MapValue {
    return readProperties(this);
  }

  /** Relationships that start here; a fresh array whenever one has gone. */
  out(): readonly GraphRelationship[] {
    if (this.stale) this.sweep();
    return this.outgoing;
  }

  in(): readonly GraphRelationship[] {
    if (this.stale) this.sweep();
    return this.incoming;
  }

  private sweep(): void {
    this.outgoing = this.outgoing.filter((one) => !one.deleted);
    this.incoming = this.incoming.filter((one) => !one.deleted);
    this.stale = false;
  }
}

/** A relationship from `start` to `end`. */
export class GraphRelationship {
  readonly kind = 'relationship';
  readonly id: number;
  readonly key: string;
  /** @internal */ readonly reading: Reading;
  readonly start: GraphNode;
  readonly end: GraphNode;
  type: string;
  stored: Readonly<Record<string, unknown>>;
  deleted = false;

  constructor(id: number, key: string, reading: Reading, start: GraphNode, end: GraphNode) {
    this.id = id;
    this.key = key;
    this.reading = reading;
    this.start = start;
    this.end = end;
    this.type = '';
    this.stored = {};
  }

  property(key: string): Value {
    return readProperty(this, key);
  }

  propertyMap(): MapValue {
    return readProperties(this);
  }

  /** The other end. */
  other(node: GraphNode): GraphNode {
    return this.start === node ? this.end : this.start;
  }
}

type Entity = GraphNode | GraphRelationship;

function readProperty(of: Entity, key: string): Value {
  const stored = of.stored[key];
  if (stored === undefined || stored === null || of.reading.hidden?.has(key) === true) return null;
  // What is no plain value may come from the prototype, as `constructor` does.
  if (typeof stored === 'object' && !Object.hasOwn(of.stored, key)) return null;
  return of.reading.value(stored);
}

/** The stored number or string of a property as a grouping key: equal to the key of its value. Undefined for all else. */
export function rawKey(of: Entity, key: string): number | string | undefined {
  const stored = of.stored[key];
  if (of.reading.hidden?.has(key) === true) return undefined;
  if (typeof stored === 'number') return stored;
  return typeof stored === 'string' && stored.charCodeAt(0) !== 0 ? stored : undefined;
}

function readProperties(of: Entity): MapValue {
  const map = new Map<string, Value>();
  for (const key of Object.keys(of.stored)) {
    const value = readProperty(of, key);
    if (value !== null) map.set(key, value);
  }
  return map;
}
