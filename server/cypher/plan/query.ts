import type { Binding, Clause, Expression, Projection, Query, SingleQuery } from '../ast.ts';
import { isAggregation } from '../check/aggregation.ts';
import { eachChild, isExpression, withColumns } from '../check/fingerprint.ts';
import { CypherError } from '../error.ts';
import { isAggregate } from '../functions/aggregate-names.ts';
import { GraphNode, GraphRelationship, rawKey } from '../graph/entity.ts';
import type { Procedure } from '../procedures.ts';
import { type Aggregation, aggregate } from '../run/aggregate.ts';
import { apply, callProcedure, concat, optional, unwind } from '../run/clauses.ts';
import { type Compiled, compile } from '../run/expression.ts';
import { compileAll, filter, prepare } from '../run/filter.ts';
import { distinct, limit, project, skip } from '../run/project.ts';
import type { Run } from '../run/run.ts';
import { sort } from '../run/sort.ts';
import type { Value } from '../values/value.ts';
import { bindingsIn, reading } from './conditions.ts';
import { planDegree } from './degree.ts';
import { planMatch } from './match.ts';
import { type Operator, over, start } from './operator.ts';

/** How clauses that write are planned; given by the writing module only. */
export interface WritePlanner {
  plan(run: Run, clause: Clause, source: Operator, visible: readonly Binding[]): Operator;
  /** Takes back what has been written. */
  undo(): void;
}

/** What the plan of one statement needs from its engine. */
export interface PlanContext {
  readonly writes: WritePlanner | undefined;
  procedure(name: string): Procedure | undefined;
}

const contexts = new WeakMap<Run, PlanContext>();

/** Ties a run to its engine's writing and procedures. */
export function setContext(run: Run, context: PlanContext): void {
  contexts.set(run, context);
}

/** Plans a query, UNION and all; `argument` is what it begins with. */
export function planQuery(run: Run, query: Query, argument: Operator | undefined): Operator {
  const parts = query.parts.map((part) => planSingle(run, part, argument ?? start()));
  if (parts.length === 1) return parts[0]!;
  const aligned = query.parts.map((part, i) => {
    const last = part.clauses.at(-1)!;
    const columns = last.kind === 'return' ? last.projection.columns.map((one) => one.binding) : [];
    return over(parts[i]!, 'Columns', '', parts[i]!.estimate, (source) => ({
      next() {
        const signal = source.next();
        if (signal === 1) {
          query.columns.forEach((column, j) => {
            run.frame[column.slot] = run.frame[columns[j]!.slot]!;
          });
        }
        return signal;
      },
    }));
  });
  const estimate = parts.reduce((sum, part) => sum + part.estimate, 0);
  const union: Operator = {
    name: 'Union',
    details: '',
    estimate,
    inputs: aligned,
    open: () => concat(aligned.map((one) => () => one.open())),
  };
  if (query.all[0] === true) return union;
  const slots = query.columns.map((one) => one.slot);
  return over(union, 'Distinct', '', estimate, (source) => distinct(run, source, slots));
}

function planSingle(run: Run, query: SingleQuery, argument: Operator): Operator {
  let plan = argument;
  const seen: Binding[] = [];
  const reads = contexts.get(run)!.writes === undefined;
  for (let i = 0; i < query.clauses.length; i++) {
    const clause = query.clauses[i]!;
    const next = query.clauses[i + 1];
    const counted = reads && clause.kind === 'match' ? planDegree(run, plan, clause, next) : undefined;
    if (counted !== undefined) {
      plan = planClause(run, next!, counted.plan, seen, 'all', counted.degree);
      i++;
    } else plan = planClause(run, clause, plan, seen, onlyDistinct(next) ? 'distinct' : 'all');
  }
  return plan;
}

/** Does the next clause take no notice of how often a row comes? */
function onlyDistinct(clause: Clause | undefined): boolean {
  if (clause?.kind !== 'with' && clause?.kind !== 'return') return false;
  const { projection } = clause;
  if (!projection.aggregates) return projection.distinct;
  const calls: Expression[] = [];
  for (const column of projection.columns) aggregationsIn(column.expression, calls);
  return calls.every((call) => call.kind === 'call' && (call.distinct || /^(min|max)$/i.test(call.name)));
}

function aggregationsIn(expression: Expression, found: Expression[]): void {
  if (isAggregation(expression)) found.push(expression);
  else if (expression.kind !== 'subquery') eachChild(expression, (child) => aggregationsIn(child, found));
}

function planClause(
  run: Run,
  clause: Clause,
  plan: Operator,
  seen: Binding[],
  use: 'all' | 'distinct',
  degree?: Binding,
): Operator {
  switch (clause.kind) {
    case 'match': {
      const { introduced, patterns, where } = clause;
      seen.push(...introduced);
      if (!clause.optional) return planMatch(run, plan, patterns, introduced, where, use);
      const inner = planMatch(run, start(), patterns, introduced, where);
      const slots = introduced.map((one) => one.slot);
      return {
        name: 'Optional',
        details: '',
        estimate: Math.max(plan.estimate, plan.estimate * inner.estimate),
        inputs: [plan, inner],
        open: () => optional(run, plan.open(), () => inner.open(), slots),
      };
    }
    case 'unwind': {
      const { slot } = clause.variable.binding!;
      seen.push(clause.variable.binding!);
      return unwind(run, plan, clause.list, slot);
    }
    case 'with': {
      const { projection, where } = clause;
      let result = planProjection(run, projection, plan, where, degree);
      seen.push(...projection.visible);
      if (where !== undefined) {
        const test = compile(run, where);
        result = over(result, 'Filter', `${where.start}..${where.end}`, result.estimate * 0.3, (source) =>
          filter(run, source, test),
        );
      }
      return result;
    }
    case 'return':
      return planProjection(run, clause.projection, plan, undefined, degree);
    case 'call-procedure': {
      const procedure = contexts.get(run)!.procedure(clause.name)!;
      const args = compileAll(run, clause.args ?? procedure.inputs.map((input) => parameter(input.name, clause.start)));
      seen.push(...clause.outputs.map((one) => one.binding));
      const outputs = clause.outputs.map(({ index, binding }) => ({ index, slot: binding.slot }));
      const keeps = clause.outputs.length === 0 && procedure.outputs.length === 0;
      let result = over(plan, 'ProcedureCall', clause.name, plan.estimate * 10, (source) =>
        callProcedure(run, prepare(run, source, args), procedure, args, outputs, keeps, clause.optional),
      );
      if (clause.where !== undefined) {
        const test = compile(run, clause.where);
        result = over(result, 'Filter', '', result.estimate, (source) => filter(run, source, test));
      }
      return result;
    }
    case 'call-subquery': {
      const inner = planQuery(run, clause.query, undefined);
      const columns = clause.query.columns.map((one) => one.slot);
      const last = clause.query.parts[0]!.clauses.at(-1)!;
      seen.push(...clause.query.columns);
      const call: Operator = {
        name: 'Apply',
        details: '',
        estimate: plan.estimate * inner.estimate,
        inputs: [plan, inner],
        open: () =>
          apply(plan.open(), () => inner.open(), {
            unit: last.kind !== 'return',
            optional: clause.optional,
            columns,
            run,
          }),
      };
      return call;
    }
    default: {
      const result = contexts.get(run)!.writes!.plan(run, clause, plan, seen);
      if ('introduced' in clause) seen.push(...clause.introduced);
      return result;
    }
  }
}

function parameter(name: string, at: number): Expression {
  return { kind: 'parameter', name, start: at, end: at };
}

/** Plans WITH and RETURN: compute or aggregate, then DISTINCT, ORDER BY, SKIP, LIMIT. */
function planProjection(
  run: Run,
  projection: Projection,
  source: Operator,
  where: Expression | undefined,
  degree: Binding | undefined,
): Operator {
  const { columns, orderBy } = projection;
  const slots = columns.map((column) => column.binding.slot);
  const names = columns.map((column) => column.name).join(', ');
  let plan = projection.aggregates
    ? planAggregation(run, projection, source, degree)
    : planColumns(run, projection, source, names);
  if (projection.distinct) plan = over(plan, 'Distinct', names, plan.estimate, (input) => distinct(run, input, slots));
  const skipped = projection.skip === undefined ? undefined : constant(run, projection.skip, 'SKIP');
  const limited = projection.limit === undefined ? undefined : constant(run, projection.limit, 'LIMIT');
  if (orderBy.length > 0) {
    const keys = compileAll(
      run,
      orderBy.map((one) => one.expression),
    );
    const descending = orderBy.map((one) => one.descending);
    const later = where === undefined ? [] : [...bindingsIn(where)].map((one) => one.slot);
    const saved = [...new Set([...slots, ...later])];
    const most = limited === undefined ? undefined : () => limited() + (skipped?.() ?? 0);
    plan = over(plan, most === undefined ? 'Sort' : 'Top', '', plan.estimate, (input) =>
      sort(
        run,
        prepare(run, input, keys),
        keys.map((key) => key.evaluate),
        descending,
        saved,
        most?.(),
      ),
    );
  }
  if (skipped !== undefined) plan = over(plan, 'Skip', '', plan.estimate, (input) => skip(run, input, skipped()));
  if (limited !== undefined)
    plan = over(plan, 'Limit', '', Math.min(plan.estimate, 100), (input) =>
      limit(input, limited(), contexts.get(run)!.writes !== undefined),
    );
  return plan;
}

function planColumns(run: Run, projection: Projection, source: Operator, names: string): Operator {
  const made = projection.columns.filter(
    ({ expression, binding }) => !(expression.kind === 'variable' && expression.binding === binding),
  );
  if (made.length === 0) return source;
  const compiled = compileAll(
    run,
    made.map((one) => one.expression),
  );
  const slots = made.map((one) => one.binding.slot);
  return over(source, 'Projection', names, source.estimate, (input) =>
    project(
      run,
      prepare(run, input, compiled),
      compiled.map((one) => one.evaluate),
      slots,
    ),
  );
}

/** The value of SKIP or LIMIT. */
function constant(run: Run, expression: Expression, what: string): () => number {
  const compiled: Compiled = compile(run, expression);
  return () => {
    const value: Value = compiled.evaluate();
    if (typeof value !== 'bigint') {
      throw new CypherError('SyntaxError', 'InvalidArgumentType', `${what} must be an integer`, {
        offset: expression.start,
      });
    }
    if (value < 0n) {
      throw new CypherError('SyntaxError', 'NegativeIntegerArgument', `${what} must not be negative`, {
        offset: expression.start,
      });
    }
    return Number(value);
  };
}

function planAggregation(
  run: Run,
  projection: Projection,
  source: Operator,
  /** What counts are the sum of, where relationships were counted before. */
  degree: Binding | undefined,
): Operator {
  const keys = projection.columns.filter((column) => !hasAggregation(column.expression));
  const made = projection.columns.filter((column) => hasAggregation(column.expression));
  const found: { call: Expression; slot: number }[] = [];
  const rest = made.map((column) => withColumns(takeOut(run, column.expression, found), keys));
  const aggregations: Aggregation[] = found.map(({ call, slot }) => {
    if (degree !== undefined) return { name: 'sum', distinct: false, args: [compile(run, reading(degree))], slot };
    if (call.kind !== 'call') return { name: 'count(*)', distinct: false, args: [], slot };
    return { name: call.name.toLowerCase(), distinct: call.distinct, args: compileAll(run, call.args), slot };
  });
  const grouped = keys.map((column) => ({
    value: compile(run, column.expression),
    slot: column.binding.slot,
    shortcut: keyShortcut(run, column.expression),
  }));
  const results = compileAll(run, rest);
  const slots = made.map((column) => column.binding.slot);
  const before = [...grouped.map((one) => one.value), ...aggregations.flatMap((one) => one.args)];
  const names = projection.columns.map((column) => column.name).join(', ');
  const estimate = keys.length === 0 ? 1 : Math.sqrt(source.estimate);
  return over(source, keys.length === 0 ? 'Aggregation' : 'GroupedAggregation', names, estimate, (input) =>
    project(
      run,
      prepare(run, aggregate(run, prepare(run, input, before), grouped, aggregations), results),
      results.map((one) => one.evaluate),
      slots,
    ),
  );
}

function keyShortcut(run: Run, expression: Expression): (() => unknown) | undefined {
  if (expression.kind !== 'property' || expression.of.kind !== 'variable') return undefined;
  const { frame } = run;
  const { key } = expression;
  const { slot } = expression.of.binding!;
  return () => {
    const of = frame[slot];
    return of instanceof GraphNode || of instanceof GraphRelationship ? rawKey(of, key) : undefined;
  };
}

function hasAggregation(expression: Expression): boolean {
  let found = false;
  const walk = (value: unknown): void => {
    if (found || typeof value !== 'object' || value === null) return;
    if (isExpression(value)) {
      if (isAggregation(value)) {
        found = true;
        return;
      }
      if (value.kind === 'subquery') return;
    }
    for (const [key, part] of Object.entries(value)) if (key !== 'binding') walk(part);
  };
  walk(expression);
  return found;
}

/** Puts a variable in the place of each aggregation. */
function takeOut(run: Run, expression: Expression, found: { call: Expression; slot: number }[]): Expression {
  const replace = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(replace);
    if (isExpression(value)) {
      if (value.kind === 'count-star' || (value.kind === 'call' && isAggregate(value.name))) {
        const slot = run.slot();
        found.push({ call: value, slot });
        const binding: Binding = { name: ` ${slot}`, type: 'any', slot };
        return { kind: 'variable', name: binding.name, binding, start: value.start, end: value.end };
      }
      if (value.kind === 'subquery') return value;
    }
    const copy: Record<string, unknown> = {};
    for (const [key, part] of Object.entries(value)) copy[key] = key === 'binding' ? part : replace(part);
    return copy;
  };
  return replace(expression) as Expression;
}
