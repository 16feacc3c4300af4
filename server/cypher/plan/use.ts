import type { Clause, Expression } from '../ast.ts';
import { isAggregation } from '../check/aggregation.ts';
import { eachChild } from '../check/fingerprint.ts';

/** Does the next clause take no notice of how often a row comes? */
export function onlyDistinct(clause: Clause | undefined): boolean {
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
