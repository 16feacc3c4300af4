import type {
  Binding,
  Expression,
  LabelExpression,
  NodePattern,
  PatternElement,
  PatternGroup,
  PatternPart,
  RelationshipPattern,
} from '../ast.ts';
import type { GraphRelationship } from '../graph/entity.ts';
import { anyRelationship } from '../run/expand.ts';
import { alternatives, compileLabels } from '../run/labels.ts';
import { condition, conjuncts, propertyConditions, reading } from './conditions.ts';
import type { Edge, Planning } from './match.ts';

/** Reads a part into nodes and edges, and its inner conditions into the open ones. */
export function gatherPart(
  planning: Planning,
  part: PatternPart,
  nodes: Set<Binding>,
  edges: Edge[] | undefined,
): readonly (Binding | Edge)[] {
  const chain: (Binding | Edge)[] = [];
  const elements = withNodesBetween(planning, part.elements);
  for (const [i, element] of elements.entries()) {
    if (element.kind === 'node-pattern') {
      const binding = element.binding!;
      nodes.add(binding);
      addNodeConditions(planning, element);
      chain.push(binding);
      continue;
    }
    const from = (elements[i - 1] as NodePattern).binding!;
    const to = (elements[i + 1] as NodePattern).binding!;
    const edge = edgeOf(planning, element, from, to);
    edges?.push(edge);
    chain.push(edge);
  }
  return chain;
}

/** Puts nameless nodes around and between quantified groups. */
function withNodesBetween(planning: Planning, elements: readonly PatternElement[]): readonly PatternElement[] {
  const result: PatternElement[] = [];
  const nameless = (): NodePattern => {
    const binding: Binding = { name: '', type: 'node', slot: planning.run.slot() };
    (planning.introduced as Set<Binding>).add(binding);
    return {
      kind: 'node-pattern',
      variable: undefined,
      labels: undefined,
      properties: undefined,
      where: undefined,
      binding,
      start: 0,
      end: 0,
    };
  };
  for (const element of elements) {
    const last = result.at(-1);
    if (element.kind === 'pattern-group' && last?.kind !== 'node-pattern') result.push(nameless());
    if (element.kind === 'node-pattern' && last?.kind === 'node-pattern') throw new Error('two nodes in a row');
    result.push(element);
  }
  if (result.at(-1)?.kind === 'pattern-group') result.push(nameless());
  return result;
}

function addNodeConditions(planning: Planning, node: NodePattern): void {
  const binding = node.binding!;
  const add = (expression: Expression): void => {
    planning.open.add(condition(expression, planning.introduced));
  };
  if (node.labels !== undefined) {
    add({ kind: 'has-labels', of: reading(binding), labels: node.labels, start: node.start, end: node.end });
  }
  for (const one of propertyConditions(binding, node.properties)) add(one);
  for (const one of conjuncts(node.where)) add(one);
}

function edgeOf(planning: Planning, element: RelationshipPattern | PatternGroup, from: Binding, to: Binding): Edge {
  if (element.kind === 'pattern-group') {
    const binding: Binding = { name: '', type: 'list', slot: planning.run.slot() };
    return { kind: 'group', pattern: element, binding, from, to, types: undefined, allowed: anyRelationship };
  }
  const binding = element.binding!;
  const types = alternatives(element.types);
  const edge: Edge = {
    kind: element.length === undefined ? 'one' : 'many',
    pattern: element,
    binding,
    from,
    to,
    types,
    allowed: allows(element.types, types),
  };
  if (edge.kind === 'one') {
    for (const one of propertyConditions(binding, element.properties))
      planning.open.add(condition(one, planning.introduced));
    for (const one of conjuncts(element.where)) planning.open.add(condition(one, planning.introduced));
  }
  return edge;
}

function allows(
  types: LabelExpression | undefined,
  names: readonly string[] | undefined,
): (relationship: GraphRelationship) => boolean {
  if (types === undefined) return anyRelationship;
  if (names?.length === 1) {
    const [name] = names;
    return (relationship) => relationship.type === name;
  }
  if (names !== undefined) {
    const set = new Set(names);
    return (relationship) => set.has(relationship.type);
  }
  const test = compileLabels(types);
  return (relationship) => test([relationship.type]);
}
