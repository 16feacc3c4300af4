import type { Binding, Create, Expression, PatternPart, RelationshipPattern } from '../ast.ts';
import { plainLabels } from '../check/pattern.ts';
import { CypherError } from '../error.ts';
import { GraphNode, GraphRelationship } from '../graph/entity.ts';
import type { Looping } from '../pace.ts';
import { compile, evaluateAll } from '../run/expression.ts';
import type { Run } from '../run/run.ts';
import { GraphPath, isMap, kindOf, type MapValue } from '../values/value.ts';
import type { Edit } from './edit.ts';
import type { Act } from './plan.ts';

export function createAll(run: Run, clause: Create, edit: Edit): Act {
  const fresh = new Set(clause.introduced);
  const parts = clause.patterns.map((part) => creator(run, part, fresh, edit));
  return function* () {
    for (const part of parts) yield* part();
  };
}

/** Makes a map of what stands in the braces of a pattern. */
export function propertiesOf(run: Run, expression: Expression | undefined): (() => Looping<MapValue>) | undefined {
  if (expression === undefined) return undefined;
  const compiled = compile(run, expression);
  return function* () {
    const value = yield* evaluateAll(run, compiled);
    if (isMap(value)) return value;
    throw new CypherError('TypeError', 'InvalidArgumentType', `Properties are a map, not ${kindOf(value)}`);
  };
}

export const nothing: MapValue = new Map();

/** Creates what a part of a pattern introduces. `fresh` loses what has been created. */
export function creator(
  run: Run,
  part: PatternPart,
  fresh: Set<Binding>,
  edit: Edit,
  checks?: (map: MapValue) => void,
): Act {
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
