import type { Binding, RelationshipPattern } from '../ast.ts';
import type { GraphRelationship } from '../graph/entity.ts';
import { endsOf, expand } from '../run/expand.ts';
import { compile, evaluateAll, holds } from '../run/expression.ts';
import { reach } from '../run/reach.ts';
import { scanRelationships } from '../run/scan.ts';
import { walk, walkAlong } from '../run/walk.ts';
import { conjuncts, propertyConditions } from './conditions.ts';
import { planGroup } from './group.ts';
import { applyConditions, type Edge, isBound, type Planning } from './match.ts';
import { type Operator, over } from './operator.ts';
import { nodeAccess } from './scan.ts';

/** Walks all edges, the cheapest next one first. */
export function planEdges(
  planning: Planning,
  source: Operator,
  edges: readonly Edge[],
  nodes: ReadonlySet<Binding>,
  alone: boolean,
): Operator {
  const rest = new Set(edges);
  let plan = source;
  while (rest.size > 0) {
    const next = cheapest(planning, rest);
    if (next !== undefined) {
      rest.delete(next.edge);
      plan = planEdge(planning, plan, next.edge);
    } else plan = planBeginning(planning, plan, rest);
    plan = applyConditions(planning, plan);
  }
  if (alone) {
    for (const node of nodes) {
      if (isBound(planning, node)) continue;
      plan = applyConditions(planning, planStart(planning, plan, node));
    }
  }
  return plan;
}

function cheapest(
  planning: Planning,
  edges: ReadonlySet<Edge>,
): { readonly edge: Edge; readonly cost: number } | undefined {
  let best: { edge: Edge; cost: number } | undefined;
  for (const edge of edges) {
    const from = isBound(planning, edge.from);
    const to = isBound(planning, edge.to);
    const known = isBound(planning, edge.binding) && edge.kind !== 'group';
    if (!from && !to && !(known && edge.kind === 'one')) continue;
    if (edge.kind === 'group' && !from) continue;
    const cost = known ? 0 : from && to ? 0.1 + degree(planning, edge) * 0.01 : degree(planning, edge);
    const total = edge.kind === 'one' ? cost : 100 * cost;
    if (best === undefined || total < best.cost) best = { edge, cost: total };
  }
  return best;
}

/** How many relationships of the edge’s types a node has, on average. */
function degree(planning: Planning, edge: Edge): number {
  const { drawing } = planning.run;
  const count =
    edge.types === undefined
      ? drawing.relationships.size
      : edge.types.reduce((sum, type) => sum + drawing.relationshipsOf(type).size, 0);
  const both = edge.pattern.kind === 'relationship-pattern' && edge.pattern.direction === 'both' ? 2 : 1;
  return (both * count) / Math.max(1, drawing.nodes.size);
}

/** Begins with the node that is fewest, or with all relationships of a type where those are fewer still. */
function planBeginning(planning: Planning, plan: Operator, rest: ReadonlySet<Edge>): Operator {
  let best: { node: Binding; access: ReturnType<typeof nodeAccess> } | undefined;
  for (const edge of rest) {
    for (const node of edge.kind === 'group' ? [edge.from] : [edge.from, edge.to]) {
      const access = nodeAccess(planning, node);
      if (best === undefined || access.estimate < best.access.estimate) best = { node, access };
    }
  }
  for (const edge of rest) {
    if (edge.kind !== 'one' || edge.types === undefined || best === undefined) continue;
    const { drawing } = planning.run;
    const count = edge.types.reduce((sum, type) => sum + drawing.relationshipsOf(type).size, 0);
    const through = best.access.estimate * (1 + drawing.relationships.size / Math.max(1, drawing.nodes.size));
    if (best.access.exact || count >= through || edge.from === edge.to) continue;
    (rest as Set<Edge>).delete(edge);
    return planTypeScan(planning, plan, edge, count);
  }
  return planStart(planning, plan, best!.node, best!.access);
}

export function planStart(
  planning: Planning,
  plan: Operator,
  node: Binding,
  access = nodeAccess(planning, node),
): Operator {
  planning.done.add(node);
  return over(plan, access.name, access.details, plan.estimate * access.estimate, access.open);
}

function planTypeScan(planning: Planning, plan: Operator, edge: Edge, count: number): Operator {
  const { run } = planning;
  const { drawing } = run;
  const direction = (edge.pattern as RelationshipPattern).direction;
  const types = edge.types!;
  planning.done.add(edge.from).add(edge.to).add(edge.binding);
  const distinct = distinctFrom(planning, edge);
  planning.walked.push(edge);
  const slots = { relationship: edge.binding.slot, from: edge.from.slot, to: edge.to.slot };
  const all = function* (): Iterable<GraphRelationship> {
    for (const type of new Set(types)) yield* drawing.relationshipsOf(type);
  };
  return over(plan, 'RelationshipTypeScan', types.join('|'), plan.estimate * count, (source) =>
    scanRelationships(run, source, slots, direction, all, distinct),
  );
}

/** The edge's own test, and that the relationship was not walked before in this clause. */
export function distinctFrom(planning: Planning, edge: Edge): (relationship: GraphRelationship) => boolean {
  const { frame } = planning.run;
  const { allowed } = edge;
  const others = planning.walked.filter(
    (one) =>
      one.types === undefined || edge.types === undefined || one.types.some((type) => edge.types!.includes(type)),
  );
  const single = others.filter((one) => one.kind === 'one').map((one) => one.binding.slot);
  const lists = others.filter((one) => one.kind !== 'one').map((one) => one.binding.slot);
  if (lists.length === 0) {
    if (single.length === 0) return allowed;
    if (single.length === 1) {
      const [slot] = single as [number];
      return (relationship) => allowed(relationship) && frame[slot] !== relationship;
    }
    return (relationship) => allowed(relationship) && !single.some((slot) => frame[slot] === relationship);
  }
  return (relationship) =>
    allowed(relationship) &&
    !single.some((slot) => frame[slot] === relationship) &&
    !lists.some((slot) => (frame[slot] as readonly GraphRelationship[]).includes(relationship));
}

function planEdge(planning: Planning, plan: Operator, edge: Edge): Operator {
  if (edge.kind === 'group') return planGroup(planning, plan, edge);
  const { run } = planning;
  const pattern = edge.pattern as RelationshipPattern;
  const turned = !isBound(planning, edge.from) && isBound(planning, edge.to);
  const from = turned ? edge.to : edge.from;
  const to = turned ? edge.from : edge.to;
  const direction =
    turned && pattern.direction !== 'both' ? (pattern.direction === 'out' ? 'in' : 'out') : pattern.direction;
  const into = isBound(planning, to) || from === to;
  const known = isBound(planning, edge.binding);
  const fromKnown = isBound(planning, from);
  const allowed = distinctFrom(planning, edge);
  const conditions = edge.kind === 'many' ? manyConditions(planning, pattern) : undefined;
  planning.done.add(from).add(to).add(edge.binding);
  planning.walked.push(edge);
  const slots = { from: from.slot, to: to.slot, direction, into, allowed };
  const text = `${pattern.types === undefined ? '' : (edge.types?.join('|') ?? 'types')}${edge.kind === 'many' ? '*' : ''}`;
  const estimate =
    plan.estimate * (into ? 0.5 : Math.max(0.1, degree(planning, edge))) * (edge.kind === 'many' ? 10 : 1);
  if (edge.kind === 'one') {
    const hop = { ...slots, relationship: edge.binding.slot };
    if (known)
      return over(plan, 'BoundRelationship', text, estimate, (source) => endsOf(run, source, { ...hop, fromKnown }));
    return over(plan, into ? 'ExpandInto' : 'ExpandAll', text, estimate, (source) => expand(run, source, hop));
  }
  const { min, max } = pattern.length!;
  const how = { ...slots, relationships: edge.binding.slot, turned, min, max, condition: conditions };
  if (known) return over(plan, 'BoundWalk', text, estimate, (source) => walkAlong(run, source, how));
  if (planning.reachable === edge) {
    return over(plan, 'Reach', text, estimate, (source) => reach(run, source, how));
  }
  return over(plan, 'VarLengthExpand', text, estimate, (source) => walk(run, source, how));
}

/** Conditions every relationship of a walk must meet. */
export function manyConditions(planning: Planning, pattern: RelationshipPattern) {
  const { run } = planning;
  if (pattern.properties === undefined && pattern.where === undefined) return undefined;
  const one: Binding = { name: pattern.binding!.name, type: 'relationship', slot: run.slot() };
  const tests = [...propertyConditions(one, pattern.properties), ...conjuncts(pattern.where)].map((test) =>
    compile(run, test),
  );
  const outer = pattern.binding!.slot;
  return function* (relationship: GraphRelationship) {
    run.frame[one.slot] = relationship;
    if (pattern.where !== undefined) run.frame[outer] = relationship;
    for (const test of tests) if (!holds(yield* evaluateAll(run, test))) return false;
    return true;
  };
}
