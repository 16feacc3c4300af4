import type { Remove, SetItem } from '../ast.ts';
import { CypherError } from '../error.ts';
import { GraphNode, GraphRelationship } from '../graph/entity.ts';
import type { Looping } from '../pace.ts';
import { compile, evaluateAll } from '../run/expression.ts';
import type { Run } from '../run/run.ts';
import { isMap, kindOf, type Value } from '../values/value.ts';
import { nothing } from './create.ts';
import type { Edit } from './edit.ts';
import { type Act, atOnce } from './plan.ts';

function entityOf(value: Value, verb: string): GraphNode | GraphRelationship | null {
  if (value === null || value instanceof GraphNode || value instanceof GraphRelationship) return value;
  throw new CypherError(
    'TypeError',
    'InvalidArgumentType',
    `${verb} works on nodes and relationships, not on ${kindOf(value)}`,
  );
}

export function setAll(run: Run, items: readonly SetItem[], edit: Edit): Act {
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

export function removeAll(run: Run, clause: Remove, edit: Edit): Act {
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
