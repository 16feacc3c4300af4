import type { Binding, Clause, Expression, Query, SingleQuery } from '../ast.ts';
import type { Procedure } from '../procedures.ts';
import { apply, callProcedure, concat, optional, unwind } from '../run/clauses.ts';
import { compile } from '../run/expression.ts';
import { compileAll, filter, prepare } from '../run/filter.ts';
import { distinct } from '../run/project.ts';
import type { Run } from '../run/run.ts';
import { planDegree } from './degree.ts';
import { planMatch } from './match.ts';
import { type Operator, over, start } from './operator.ts';
import { planProjection } from './projection.ts';
import { onlyDistinct } from './use.ts';

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

export const contexts = new WeakMap<Run, PlanContext>();

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
        result = over(result, 'Filter', run.text.slice(where.start, where.end), result.estimate * 0.3, (source) =>
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
