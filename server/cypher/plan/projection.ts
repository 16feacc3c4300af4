import type { Binding, Expression, Projection } from '../ast.ts';
import { CypherError } from '../error.ts';
import { type Compiled, compile } from '../run/expression.ts';
import { compileAll, prepare } from '../run/filter.ts';
import { distinct, limit, project, skip } from '../run/project.ts';
import type { Run } from '../run/run.ts';
import { sort } from '../run/sort.ts';
import type { Value } from '../values/value.ts';
import { planAggregation } from './aggregation.ts';
import { bindingsIn } from './conditions.ts';
import { type Operator, over } from './operator.ts';
import { contexts } from './query.ts';

/** Plans WITH and RETURN: compute or aggregate, then DISTINCT, ORDER BY, SKIP, LIMIT. */
export function planProjection(
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
