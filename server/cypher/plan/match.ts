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
import { anyRelationship, endsOf, expand } from '../run/expand.ts';
import { compile, evaluateAll, holds } from '../run/expression.ts';
import { filter } from '../run/filter.ts';
import { groupWalk } from '../run/group-walk.ts';
import { alternatives, compileLabels } from '../run/labels.ts';
import { reach } from '../run/reach.ts';
import type { Run } from '../run/run.ts';
import { scanRelationships } from '../run/scan.ts';
import { walk, walkAlong } from '../run/walk.ts';
import { type Condition, condition, conjuncts, propertyConditions, reading } from './conditions.ts';
import { type Operator, over } from './operator.ts';
import { pathBuilder } from './path.ts';
import { nodeAccess } from './scan.ts';
import { pickShortest, planShortest } from './shortest.ts';

/** One step of a pattern between two nodes. */
export interface Edge {
  readonly kind: 'one' | 'many' | 'group';
  readonly pattern: RelationshipPattern | PatternGroup;
  /** The relationship, the list of relationships, or the list of a group’s relationships. */
  readonly binding: Binding;
  readonly from: Binding;
  readonly to: Binding;
  readonly types: readonly string[] | undefined;
  readonly allowed: (relationship: GraphRelationship) => boolean;
}

/** What planning a pattern carries along. */
export interface Planning {
  readonly run: Run;
  readonly introduced: ReadonlySet<Binding>;
  /** Bindings of the pattern that have a value at this point of the plan. */
  readonly done: Set<Binding>;
  /** Conditions not yet applied. */
  readonly open: Set<Condition>;
  /** Relationships and lists of them already walked in this clause: none is walked twice. */
  readonly walked: Edge[];
  /** The walk of which only the end matters, and not how many lead there. */
  reachable: Edge | undefined;
}

/** Plans patterns that belong to one MATCH: where to start, which way to go, when to test what. */
export function planMatch(
  run: Run,
  source: Operator,
  parts: readonly PatternPart[],
  introduced: readonly Binding[],
  where: Expression | undefined,
  use: 'all' | 'distinct' = 'all',
): Operator {
  const fresh = new Set(introduced);
  const planning: Planning = {
    run,
    introduced: fresh,
    done: new Set(),
    open: new Set(),
    walked: [],
    reachable: undefined,
  };
  for (const one of conjuncts(where)) planning.open.add(condition(one, fresh));
  const plainParts = parts.filter((part) => part.selector === undefined);
  const nodes = new Set<Binding>();
  const edges: Edge[] = [];
  const chains = new Map<PatternPart, readonly (Binding | Edge)[]>();
  for (const part of parts)
    chains.set(part, gatherPart(planning, part, nodes, part.selector === undefined ? edges : undefined));
  planning.reachable =
    use === 'distinct' && parts.every((part) => part.binding === undefined) ? onlyWalk(edges) : undefined;
  let plan = applyConditions(planning, source);
  plan = planEdges(planning, plan, edges, nodes, plainParts.length === parts.length);
  for (const part of parts) {
    if (part.selector === undefined) {
      if (part.binding !== undefined) plan = planPath(planning, plan, part.binding, chains.get(part)!);
    } else plan = planSelected(planning, plan, part, chains.get(part)!);
    plan = applyConditions(planning, plan);
  }
  for (const node of nodes) if (!isBound(planning, node)) plan = planStart(planning, plan, node);
  return applyConditions(planning, plan);
}

/** The only edge, if it is a nameless walk of any length from 0 or 1. */
function onlyWalk(edges: readonly Edge[]): Edge | undefined {
  const [edge] = edges;
  if (edges.length !== 1 || edge === undefined || edge.kind !== 'many') return undefined;
  const pattern = edge.pattern as RelationshipPattern;
  return pattern.variable === undefined && pattern.length!.min <= 1 ? edge : undefined;
}

export function isBound(planning: Planning, binding: Binding): boolean {
  return planning.done.has(binding) || !planning.introduced.has(binding);
}

/** Reads a part into nodes and edges, and its inner conditions into the open ones. */
function gatherPart(
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

/** Tests whatever has become known. */
export function applyConditions(planning: Planning, plan: Operator): Operator {
  const { run } = planning;
  let result = plan;
  for (const one of planning.open) {
    if (![...one.needs].every((binding) => isBound(planning, binding))) continue;
    planning.open.delete(one);
    const compiled = compile(run, one.expression);
    const { start, end } = one.expression;
    result = over(
      result,
      'Filter',
      end === 0 ? one.expression.kind : `${start}..${end}`,
      result.estimate * 0.3,
      (source) => filter(run, source, compiled),
    );
  }
  return result;
}

/** Walks all edges, the cheapest next one first. */
function planEdges(
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

function planStart(planning: Planning, plan: Operator, node: Binding, access = nodeAccess(planning, node)): Operator {
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
function distinctFrom(planning: Planning, edge: Edge): (relationship: GraphRelationship) => boolean {
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

function planGroup(planning: Planning, plan: Operator, edge: Edge): Operator {
  const { run } = planning;
  const group = edge.pattern as PatternGroup;
  const into = isBound(planning, edge.to);
  const first = (group.elements[0] as NodePattern).binding!;
  const last = (group.elements.at(-1) as NodePattern).binding!;
  const relationships = group.elements
    .filter((one): one is RelationshipPattern => one.kind === 'relationship-pattern')
    .map((one) => one.binding!);
  const inside = group.elements.map((one) => (one as NodePattern).binding!);
  const part: PatternPart = {
    variable: undefined,
    selector: undefined,
    elements: group.elements,
    binding: undefined,
    start: 0,
    end: 0,
  };
  const begin: Operator = { name: 'Argument', details: '', estimate: 1, inputs: [], open: () => once() };
  const inner = planMatch(
    run,
    begin,
    [part],
    inside.filter((one) => one !== first),
    group.where,
  );
  const distinct = distinctFrom(planning, edge);
  planning.done.add(edge.from).add(edge.to).add(edge.binding);
  for (const { outer } of group.groups) planning.done.add(outer);
  planning.walked.push(edge);
  return over(plan, 'QuantifiedPath', `{${group.length.min},${group.length.max}}`, plan.estimate * 10, (source) =>
    groupWalk(run, source, {
      from: edge.from.slot,
      to: edge.to.slot,
      into,
      list: edge.binding.slot,
      first: first.slot,
      last: last.slot,
      relationships: relationships.map((one) => one.slot),
      inside: inside.map((one) => one.slot),
      groups: group.groups.map((one) => ({ inner: one.inner.slot, outer: one.outer.slot })),
      min: group.length.min,
      max: group.length.max,
      allowed: distinct,
      open: () => inner.open(),
    }),
  );
}

function once() {
  let given = false;
  return {
    next() {
      if (given) return 0 as const;
      given = true;
      return 1 as const;
    },
  };
}

function planPath(planning: Planning, plan: Operator, path: Binding, chain: readonly (Binding | Edge)[]): Operator {
  planning.done.add(path);
  const build = pathBuilder(planning.run, chain);
  const { frame } = planning.run;
  return over(plan, 'Path', path.name, plan.estimate, (source) => ({
    next() {
      const signal = source.next();
      if (signal === 1) frame[path.slot] = build();
      return signal;
    },
  }));
}

/** Plans a part with a selector such as SHORTEST 2, after its end nodes are known. */
function planSelected(
  planning: Planning,
  source: Operator,
  part: PatternPart,
  chain: readonly (Binding | Edge)[],
): Operator {
  const ends = [chain[0] as Binding, chain.at(-1) as Binding];
  const edge = chain[1] as Edge;
  const simple = chain.length === 3 && edge.kind !== 'group' && part.selector!.kind !== 'any';
  if (!simple) {
    const inner: Planning = { ...planning, done: new Set(planning.done), walked: [] };
    const edges = chain.filter((one): one is Edge => 'allowed' in one);
    const begin: Operator = { name: 'Argument', details: '', estimate: 1, inputs: [], open: () => once() };
    const post = [...planning.open].filter((one) => one.needs.has(part.binding!));
    for (const one of post) inner.open.delete(one);
    let body = planEdges(inner, begin, edges, new Set(), false);
    for (const node of ends) if (!isBound(inner, node)) body = applyConditions(inner, planStart(inner, body, node));
    body = planPath(inner, body, part.binding!, chain);
    for (const one of post) planning.open.add(one);
    for (const binding of inner.done) planning.done.add(binding);
    return pickShortest(planning, source, body, part, ends as [Binding, Binding], [...inner.done]);
  }
  let plan = source;
  for (const node of ends) {
    if (isBound(planning, node)) continue;
    plan = applyConditions(planning, planStart(planning, plan, node));
  }
  return planShortest(planning, plan, part, edge, ends as [Binding, Binding]);
}
