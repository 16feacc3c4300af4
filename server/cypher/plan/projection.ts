import type { Binding, Expression, Projection } from '../ast.ts';
import { CypherError } from '../error.ts';
import { type Compiled, compile } from '../run/expression.ts';
import { afterwards, compileAll, prepare } from '../run/filter.ts';
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
    const needed = [limited, skipped].flatMap((one) => one?.compiled ?? []);
    const most = limited === undefined ? undefined : () => limited.value() + (skipped?.value() ?? 0);
    plan = over(plan, most === undefined ? 'Sort' : 'Top', '', plan.estimate, (input) => {
      const rows = prepare(run, input, keys);
      const evaluators = keys.map((key) => key.evaluate);
      return afterwards(run, needed, () => sort(run, rows, evaluators, descending, saved, most?.()));
    });
  }
  if (skipped !== undefined)
    plan = over(plan, 'Skip', '', plan.estimate, (input) =>
      afterwards(run, [skipped.compiled], () => skip(run, input, skipped.value())),
    );
  if (limited !== undefined) {
    const writes = contexts.get(run)!.writes !== undefined;
    plan = over(plan, 'Limit', '', Math.min(plan.estimate, 100), (input) =>
      afterwards(run, [limited.compiled], () => limit(input, limited.value(), writes)),
    );
  }
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

/** The value of SKIP or LIMIT, computed once. */
interface Constant {
  readonly compiled: Compiled;
  value(): number;
}

function constant(run: Run, expression: Expression, what: string): Constant {
  const compiled = compile(run, expression);
  const refuse = (detail: string, message: string): CypherError =>
    new CypherError('SyntaxError', detail, `${what} must ${message}`, { offset: expression.start });
  return {
    compiled,
    value() {
      const value: Value = compiled.evaluate();
      if (typeof value !== 'bigint') throw refuse('InvalidArgumentType', 'be an integer');
      if (value < 0n) throw refuse('NegativeIntegerArgument', 'not be negative');
      return Number(value);
    },
  };
}
