import type { Binding, Expression, PatternGroup, PatternPart, RelationshipPattern } from '../ast.ts';
import type { GraphRelationship } from '../graph/entity.ts';
import { ROW } from '../run/cursor.ts';
import { compile } from '../run/expression.ts';
import { filter } from '../run/filter.ts';
import type { Run } from '../run/run.ts';
import { type Condition, condition, conjuncts } from './conditions.ts';
import { planEdges, planStart } from './edges.ts';
import { gatherPart } from './gather.ts';
import { once } from './group.ts';
import { type Operator, over } from './operator.ts';
import { pathBuilder } from './path.ts';
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
  let plan = applyConditions(planning, withoutNull(planning, source, nodes));
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

/** A node that came as null is no node: nothing matches it. */
function withoutNull(planning: Planning, source: Operator, nodes: ReadonlySet<Binding>): Operator {
  const { frame } = planning.run;
  let plan = source;
  for (const node of nodes) {
    if (planning.introduced.has(node)) continue;
    plan = over(plan, 'Filter', `${node.name} IS NOT NULL`, plan.estimate, (rows) => ({
      next() {
        for (;;) {
          const signal = rows.next();
          if (signal !== ROW || frame[node.slot] !== null) return signal;
        }
      },
    }));
  }
  return plan;
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

/** Tests whatever has become known. */
export function applyConditions(planning: Planning, plan: Operator): Operator {
  const { run } = planning;
  let result = plan;
  for (const one of planning.open) {
    if (![...one.needs].every((binding) => isBound(planning, binding))) continue;
    planning.open.delete(one);
    const compiled = compile(run, one.expression);
    const { start, end } = one.expression;
    result = over(result, 'Filter', run.text.slice(start, end), result.estimate * 0.3, (source) =>
      filter(run, source, compiled),
    );
  }
  return result;
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
