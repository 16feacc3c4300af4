import type { StaticType } from './ast.ts';
import type { Drawing } from './graph/drawing.ts';
import type { Value } from './values/value.ts';

/** A procedure that CALL can reach: rows of values from arguments. */
export interface Procedure {
  readonly name: string;
  readonly inputs: readonly ProcedureInput[];
  /** Names of the columns it gives. */
  readonly outputs: readonly string[];
  rows(args: readonly Value[], drawing: Drawing): Iterable<readonly Value[]>;
}

export interface ProcedureInput {
  readonly name: string;
  /** As in `INTEGER?`. */
  readonly type: string;
  accepts(type: StaticType): boolean;
  /** The value as the procedure takes it, such as an integer for a float; an error where it does not fit. */
  convert(value: Value): Value;
}

/** `db.labels()`, `db.relationshipTypes()`, `db.propertyKeys()`, `db.schema.visualization()`. */
export const graphProcedures: readonly Procedure[] = [
  {
    name: 'db.labels',
    inputs: [],
    outputs: ['label'],
    rows: (_, drawing) => drawing.labels().map((label) => [label]),
  },
  {
    name: 'db.relationshipTypes',
    inputs: [],
    outputs: ['relationshipType'],
    rows: (_, drawing) => drawing.types().map((type) => [type]),
  },
  { name: 'db.propertyKeys', inputs: [], outputs: ['propertyKey'], rows: (_, drawing) => propertyKeys(drawing) },
  {
    name: 'db.schema.visualization',
    inputs: [],
    outputs: ['nodes', 'relationships'],
    rows: (_, drawing) => schema(drawing),
  },
];

function* propertyKeys(drawing: Drawing): Iterable<readonly Value[]> {
  const keys = new Set<string>();
  for (const entities of [drawing.nodes.values(), drawing.relationships.values()]) {
    for (const one of entities) {
      for (const key of Object.keys(one.stored)) {
        if (!keys.has(key) && one.property(key) !== null) {
          keys.add(key);
          yield [key];
        }
      }
      yield [];
    }
  }
}

/** Labels as maps with a name and a count; relationships as maps with type, ends and count. */
function* schema(drawing: Drawing): Iterable<readonly Value[]> {
  const between = new Map<string, { from: string; type: string; to: string; count: number }>();
  for (const relationship of drawing.relationships.values()) {
    for (const from of relationship.start.labels) {
      for (const to of relationship.end.labels) {
        const key = JSON.stringify([from, relationship.type, to]);
        const entry = between.get(key) ?? { from, type: relationship.type, to, count: 0 };
        entry.count++;
        between.set(key, entry);
      }
    }
    yield [];
  }
  const nodes: Value[] = drawing.labels().map(
    (label) =>
      new Map<string, Value>([
        ['name', label],
        ['count', BigInt(drawing.nodesOf(label).size)],
      ]),
  );
  const relationships: Value[] = [...between.values()].map(
    ({ from, type, to, count }) =>
      new Map<string, Value>([
        ['type', type],
        ['from', from],
        ['to', to],
        ['count', BigInt(count)],
      ]),
  );
  yield [nodes, relationships];
}
