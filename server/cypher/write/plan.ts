import type {
  Binding,
  Clause,
  Create,
  Delete,
  Expression,
  Foreach,
  Merge,
  PatternPart,
  RelationshipPattern,
  Remove,
  SetItem,
} from '../ast.ts';
import { plainLabels } from '../check/pattern.ts';
import type { Writing } from '../engine.ts';
import { CypherError } from '../error.ts';
import { GraphNode, GraphRelationship } from '../graph/entity.ts';
import { planMatch } from '../plan/match.ts';
import { type Operator, over, start } from '../plan/operator.ts';
import type { WritePlanner } from '../plan/query.ts';
import { type Cursor, DONE, fromGenerator, type Looping, PAUSE, ROW } from '../run/cursor.ts';
import { type Compiled, compile, evaluateAll } from '../run/expression.ts';
import type { Run } from '../run/run.ts';
import { GraphPath, isList, isMap, kindOf, type MapValue, type Value } from '../values/value.ts';
import { weigh } from '../values/weigh.ts';
import { createEdit, type Edit } from './edit.ts';

/** Does something for one row. */
type Act = () => Looping<void>;

/** Something that needs no waiting. */
function atOnce<T>(work: () => T): () => Looping<T> {
  // biome-ignore lint/correctness/useYield: there is nothing to wait for
  return function* () {
    return work();
  };
}

/** The writing module, to be given to an engine. */
export const writing: Writing = {
  planner(drawing, counters) {
    const edit = createEdit(drawing, counters);
    const planner: WritePlanner = {
      undo: () => edit.undo(),
      plan(run, clause, source, visible) {
        const before = visible.map((one) => one.slot);
        const added = 'introduced' in clause ? clause.introduced.map((one) => one.slot) : [];
        const name = clause.kind[0]!.toUpperCase() + clause.kind.slice(1);
        const input = over(source, 'Eager', '', source.estimate, (cursor) => eager(run, cursor, before));
        const written = over(input, name, '', source.estimate, (cursor) =>
          act(run, cursor, clause, edit, planner, visible),
        );
        return over(written, 'Eager', '', source.estimate, (cursor) => eager(run, cursor, [...before, ...added]));
      },
    };
    return planner;
  },
};

/** Takes in all rows before it gives the first. */
function eager(run: Run, source: Cursor, slots: readonly number[]): Cursor {
  const { frame, budget } = run;
  return fromGenerator(
    (function* () {
      const rows: (readonly Value[])[] = [];
      for (let signal = source.next(); signal !== DONE; signal = source.next()) {
        if (signal === PAUSE) {
          yield PAUSE;
          continue;
        }
        if (--budget.ticks < 0 && budget.due()) yield PAUSE;
        const row = slots.map((slot) => frame[slot]!);
        budget.hold(row.reduce<number>((sum, one) => sum + weigh(one), 32));
        rows.push(row);
      }
      for (const row of rows) {
        for (let i = 0; i < slots.length; i++) frame[slots[i]!] = row[i]!;
        yield ROW;
      }
    })(),
  );
}

function act(
  run: Run,
  source: Cursor,
  clause: Clause,
  edit: Edit,
  planner: WritePlanner,
  visible: readonly Binding[],
): Cursor {
  if (clause.kind === 'merge') return merge(run, source, clause, edit);
  if (clause.kind === 'delete') return remove(run, source, clause, edit);
  const each = actFor(run, clause, edit, planner, visible);
  return fromGenerator(
    (function* () {
      for (let signal = source.next(); signal !== DONE; signal = source.next()) {
        if (signal === ROW) {
          for (const loop = each(); loop.next().done !== true; ) yield PAUSE;
        }
        yield signal;
      }
    })(),
  );
}

function actFor(run: Run, clause: Clause, edit: Edit, planner: WritePlanner, visible: readonly Binding[]): Act {
  switch (clause.kind) {
    case 'create':
      return createAll(run, clause, edit);
    case 'set':
      return setAll(run, clause.items, edit);
    case 'remove':
      return removeAll(run, clause, edit);
    case 'foreach':
      return forEach(run, clause, planner, visible);
    default:
      throw new Error(`${clause.kind} does not write`);
  }
}

function createAll(run: Run, clause: Create, edit: Edit): Act {
  const fresh = new Set(clause.introduced);
  const parts = clause.patterns.map((part) => creator(run, part, fresh, edit));
  return function* () {
    for (const part of parts) yield* part();
  };
}

/** Makes a map of what stands in the braces of a pattern. */
function propertiesOf(run: Run, expression: Expression | undefined): (() => Looping<MapValue>) | undefined {
  if (expression === undefined) return undefined;
  const compiled = compile(run, expression);
  return function* () {
    const value = yield* evaluateAll(run, compiled);
    if (isMap(value)) return value;
    throw new CypherError('TypeError', 'InvalidArgumentType', `Properties are a map, not ${kindOf(value)}`);
  };
}

const nothing: MapValue = new Map();

/** Creates what a part of a pattern introduces. `fresh` loses what has been created. */
function creator(run: Run, part: PatternPart, fresh: Set<Binding>, edit: Edit, checks?: (map: MapValue) => void): Act {
  const { frame } = run;
  const steps = part.elements.map((element) => {
    const made = fresh.delete(element.kind === 'pattern-group' ? ({} as Binding) : element.binding!);
    const pattern = element as Exclude<typeof element, { kind: 'pattern-group' }>;
    return { pattern, made, slot: pattern.binding!.slot, properties: propertiesOf(run, pattern.properties) };
  });
  const nodeAt = (index: number): GraphNode => {
    const value = frame[steps[index]!.slot]!;
    if (value instanceof GraphNode) return value;
    if (value === null) {
      throw new CypherError('SemanticError', 'MissingNode', 'A relationship cannot be created: its node is null');
    }
    throw new CypherError('TypeError', 'InvalidArgumentType', `Expected a node, not ${kindOf(value)}`);
  };
  return function* () {
    for (const { pattern, made, slot, properties } of steps) {
      if (pattern.kind !== 'node-pattern' || !made) continue;
      const map = properties === undefined ? nothing : yield* properties();
      checks?.(map);
      const labels = pattern.labels === undefined ? [] : plainLabels(pattern.labels, pattern.start);
      frame[slot] = edit.createNode(labels, map);
    }
    for (const [i, { pattern, slot, properties }] of steps.entries()) {
      if (pattern.kind !== 'relationship-pattern') continue;
      const map = properties === undefined ? nothing : yield* properties();
      checks?.(map);
      const inward = pattern.direction === 'in';
      const [from, to] = inward ? [nodeAt(i + 1), nodeAt(i - 1)] : [nodeAt(i - 1), nodeAt(i + 1)];
      frame[slot] = edit.createRelationship(typeOf(pattern), from, to, map);
    }
    if (part.binding !== undefined) frame[part.binding.slot] = pathOf(run, part);
  };
}

function typeOf(pattern: RelationshipPattern): string {
  return (pattern.types as { name: string }).name;
}

function pathOf(run: Run, part: PatternPart): GraphPath {
  const values = part.elements.map((element) => run.frame[(element as RelationshipPattern).binding!.slot]!);
  return new GraphPath(
    values.filter((one): one is GraphNode => one instanceof GraphNode),
    values.filter((one): one is GraphRelationship => one instanceof GraphRelationship),
  );
}

function entityOf(value: Value, verb: string): GraphNode | GraphRelationship | null {
  if (value === null || value instanceof GraphNode || value instanceof GraphRelationship) return value;
  throw new CypherError(
    'TypeError',
    'InvalidArgumentType',
    `${verb} works on nodes and relationships, not on ${kindOf(value)}`,
  );
}

function setAll(run: Run, items: readonly SetItem[], edit: Edit): Act {
  const acts = items.map((item) => setOne(run, item, edit));
  return function* () {
    for (const one of acts) yield* one();
  };
}

function setOne(run: Run, item: SetItem, edit: Edit): Act {
  const { frame } = run;
  if (item.kind === 'set-labels') {
    const { slot } = item.variable.binding!;
    return atOnce(() => {
      const node = entityOf(frame[slot]!, 'SET');
      if (node instanceof GraphNode) edit.addLabels(node, item.labels);
    });
  }
  const value = compile(run, item.value);
  if (item.kind === 'set-property') {
    const target = compile(run, item.target.of);
    const key = keyOf(run, item.target);
    return function* () {
      const of = entityOf(yield* evaluateAll(run, target), 'SET');
      const put = yield* evaluateAll(run, value);
      const name = yield* key();
      if (of !== null && name !== null) edit.setProperty(of, name, put);
    };
  }
  const { slot } = item.variable.binding!;
  return function* () {
    const of = entityOf(frame[slot]!, 'SET');
    const given = yield* evaluateAll(run, value);
    if (of === null) return;
    const map = given instanceof GraphNode || given instanceof GraphRelationship ? given.propertyMap() : given;
    if (map === null) {
      if (item.kind === 'set-all') edit.setProperties(of, nothing, false);
      return;
    }
    if (!isMap(map))
      throw new CypherError('TypeError', 'InvalidArgumentType', `Properties are a map, not ${kindOf(map)}`);
    edit.setProperties(of, map, item.kind === 'set-more');
  };
}

type Target = Extract<SetItem, { kind: 'set-property' }>['target'];

function keyOf(run: Run, target: Target): () => Looping<string | null> {
  if (target.kind === 'property') {
    const { key } = target;
    return atOnce(() => key);
  }
  const compiled = compile(run, target.index);
  return function* () {
    const key = yield* evaluateAll(run, compiled);
    if (key === null || typeof key === 'string') return key;
    throw new CypherError(
      'TypeError',
      'MapElementAccessByNonString',
      `Properties have string keys, not ${kindOf(key)}`,
    );
  };
}

function removeAll(run: Run, clause: Remove, edit: Edit): Act {
  const { frame } = run;
  const acts: Act[] = clause.items.map((item) => {
    if (item.kind === 'remove-labels') {
      const { slot } = item.variable.binding!;
      return atOnce(() => {
        const node = entityOf(frame[slot]!, 'REMOVE');
        if (node instanceof GraphNode) edit.removeLabels(node, item.labels);
      });
    }
    const target = compile(run, item.target.of);
    const key = keyOf(run, item.target);
    return function* () {
      const of = entityOf(yield* evaluateAll(run, target), 'REMOVE');
      const name = yield* key();
      if (of !== null && name !== null) edit.setProperty(of, name, null);
    };
  });
  return function* () {
    for (const one of acts) yield* one();
  };
}

/** Deletes after all rows are known: relationships first, so that the order of the rows does not matter. */
function remove(run: Run, source: Cursor, clause: Delete, edit: Edit): Cursor {
  const compiled: readonly Compiled[] = clause.expressions.map((one) => compile(run, one));
  const nodes = new Set<GraphNode>();
  const relationships = new Set<GraphRelationship>();
  const mark = (value: Value): void => {
    if (value === null) return;
    if (value instanceof GraphNode) nodes.add(value);
    else if (value instanceof GraphRelationship) relationships.add(value);
    else if (value instanceof GraphPath) {
      for (const one of value.nodes) nodes.add(one);
      for (const one of value.relationships) relationships.add(one);
    } else if (isList(value) && value.every((one) => one instanceof GraphRelationship || one instanceof GraphNode))
      value.forEach(mark);
    else
      throw new CypherError(
        'TypeError',
        'InvalidArgumentType',
        `DELETE takes nodes, relationships and paths, not ${kindOf(value)}`,
      );
  };
  const { budget } = run;
  return fromGenerator(
    (function* () {
      const kept: (readonly Value[])[] = [];
      for (let signal = source.next(); signal !== DONE; signal = source.next()) {
        if (signal === PAUSE) {
          yield PAUSE;
          continue;
        }
        kept.push([...run.frame]);
        budget.hold(16 * run.frame.length);
        for (const one of compiled) {
          const loop = evaluateAll(run, one);
          let result = loop.next();
          for (; result.done !== true; result = loop.next()) yield PAUSE;
          mark(result.value);
        }
      }
      for (const one of relationships) {
        if (--budget.ticks < 0 && budget.due()) yield PAUSE;
        edit.deleteRelationship(one);
      }
      for (const one of nodes) {
        if (--budget.ticks < 0 && budget.due()) yield PAUSE;
        edit.deleteNode(one, clause.detach);
      }
      for (const row of kept) {
        row.forEach((value, slot) => {
          run.frame[slot] = value;
        });
        yield ROW;
      }
    })(),
  );
}

function forEach(run: Run, clause: Foreach, planner: WritePlanner, visible: readonly Binding[]): Act {
  const list = compile(run, clause.list);
  const { slot } = clause.variable.binding!;
  const seen = [...visible, clause.variable.binding!];
  let plan: Operator = start();
  for (const one of clause.clauses) {
    plan = planner.plan(run, one, plan, seen);
    if ('introduced' in one) seen.push(...one.introduced);
  }
  return function* () {
    const elements = yield* evaluateAll(run, list);
    if (elements === null) return;
    if (!isList(elements))
      throw new CypherError('TypeError', 'InvalidArgumentType', `FOREACH takes a list, not ${kindOf(elements)}`);
    for (const element of elements) {
      run.frame[slot] = element;
      const cursor = plan.open();
      for (let signal = cursor.next(); signal !== DONE; signal = cursor.next()) if (signal === PAUSE) yield;
    }
  };
}

/** For each row, what the pattern finds; where it finds nothing, it is created. */
function merge(run: Run, source: Cursor, clause: Merge, edit: Edit): Cursor {
  const { frame } = run;
  const { pattern, introduced } = clause;
  const inner = planMatch(run, start(), [pattern], introduced, undefined);
  const refuseNull = (map: MapValue): void => {
    for (const [key, value] of map) {
      if (value === null) {
        throw new CypherError('SemanticError', 'MergeReadOwnWrites', `Cannot merge with null as property \`${key}\``);
      }
    }
  };
  const given = pattern.elements.map((one) => propertiesOf(run, (one as RelationshipPattern).properties));
  const create = creator(run, pattern, new Set(introduced), edit, refuseNull);
  const onCreate = setAll(run, clause.onCreate, edit);
  const onMatch = setAll(run, clause.onMatch, edit);
  const slots = introduced.map((one) => one.slot);
  return fromGenerator(
    (function* () {
      for (let signal = source.next(); signal !== DONE; signal = source.next()) {
        if (signal === PAUSE) {
          yield PAUSE;
          continue;
        }
        for (const properties of given) {
          if (properties === undefined) continue;
          const loop = properties();
          let result = loop.next();
          for (; result.done !== true; result = loop.next()) yield PAUSE;
          refuseNull(result.value);
        }
        const found: (readonly Value[])[] = [];
        const cursor = inner.open();
        for (let one = cursor.next(); one !== DONE; one = cursor.next()) {
          if (one === PAUSE) yield PAUSE;
          else found.push(slots.map((slot) => frame[slot]!));
        }
        if (found.length === 0) {
          for (const loop = create(); loop.next().done !== true; ) yield PAUSE;
          for (const loop = onCreate(); loop.next().done !== true; ) yield PAUSE;
          yield ROW;
        }
        for (const row of found) {
          slots.forEach((slot, i) => {
            frame[slot] = row[i]!;
          });
          for (const loop = onMatch(); loop.next().done !== true; ) yield PAUSE;
          yield ROW;
        }
      }
    })(),
  );
}
