import type { Binding, Expression, Projection } from '../ast.ts';
import { isAggregation } from '../check/aggregation.ts';
import { isExpression, withColumns } from '../check/fingerprint.ts';
import { isAggregate } from '../functions/aggregate-names.ts';
import { GraphNode, GraphRelationship, rawKey } from '../graph/entity.ts';
import { type Aggregation, aggregate } from '../run/aggregate.ts';
import { compile } from '../run/expression.ts';
import { compileAll, prepare } from '../run/filter.ts';
import { project } from '../run/project.ts';
import type { Run } from '../run/run.ts';
import { reading } from './conditions.ts';
import { type Operator, over } from './operator.ts';

export function planAggregation(
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
