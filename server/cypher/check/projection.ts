import type { Column, Expression, Projection } from '../ast.ts';
import { syntaxError } from '../error.ts';
import { aggregates, checkGrouping } from './aggregation.ts';
import { checkConstant } from './constant.ts';
import { checkCondition, checkExpression, type Place } from './expression.ts';
import { withColumns } from './fingerprint.ts';
import type { Check } from './query.ts';
import { emptyScope, extend, type Scope } from './scope.ts';
import { elementType } from './static-type.ts';

export function checkProjection(check: Check, projection: Projection, scope: Scope, isWith: boolean): Scope {
  const columns: Column[] = [];
  const place: Place = { scope, aggregation: 'allowed', condition: false };
  if (projection.star) {
    const named = [...scope.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    if (named.length === 0 && !isWith) {
      throw syntaxError(
        'NoVariablesInScope',
        'RETURN * is not allowed when there are no variables in scope',
        projection.start,
      );
    }
    for (const binding of named) {
      const { start, end } = projection;
      columns.push({
        name: binding.name,
        expression: { kind: 'variable', name: binding.name, binding, start, end },
        binding,
      });
    }
  }
  for (const item of projection.items) {
    const { expression } = item;
    const type = checkExpression(check, expression, { ...place, condition: false });
    if (columns.some((one) => one.name === item.name)) {
      throw syntaxError(
        'ColumnNameConflict',
        `Multiple result columns with the same name \`${item.name}\``,
        item.start,
        'give one another name with AS',
      );
    }
    const same = expression.kind === 'variable' && expression.binding!.name === item.name;
    const binding = same ? expression.binding! : check.slots.fresh(item.name, type);
    if (!same) {
      binding.element =
        expression.kind === 'variable' ? (expression.binding?.element ?? 'any') : elementType(expression);
      if (type === 'null') binding.type = 'null';
    }
    item.binding = binding;
    if (item.alias !== undefined) item.alias.binding = binding;
    columns.push({ name: item.name, expression, binding });
  }
  projection.columns = columns;
  projection.aggregates = columns.some((column) => aggregates(column.expression));
  if (projection.aggregates) {
    const keys = columns
      .map((column) => column.expression)
      .filter((one) => one.kind === 'variable' || one.kind === 'property');
    for (const column of columns) if (aggregates(column.expression)) checkGrouping(column.expression, keys);
  }
  const after = extend(emptyScope, ...columns.map((column) => column.binding));
  projection.visible = columns.map((column) => column.binding);
  checkOrder(check, projection, scope, after);
  if (isWith) checkAliases(projection, 'WITH');
  if (projection.skip !== undefined) checkConstant(check, projection.skip, 'SKIP');
  if (projection.limit !== undefined) checkConstant(check, projection.limit, 'LIMIT');
  return after;
}

/** Where columns are used again, each that is more than a variable must have a name. */
export function checkAliases({ items }: Projection, where: string): void {
  const nameless = items.find((item) => item.alias === undefined && item.expression.kind !== 'variable');
  if (nameless === undefined) return;
  throw syntaxError(
    'NoExpressionAlias',
    `Expression in ${where} must be aliased (use AS)`,
    nameless.start,
    `${nameless.name} AS name`,
  );
}

/** Grouping keys that may be used again in an expression that aggregates: plain ones, and columns by name. */
function plainKeys(columns: readonly Column[]): readonly Expression[] {
  const keys = columns
    .map((column) => column.expression)
    .filter((one) => one.kind === 'variable' || one.kind === 'property');
  const names = columns.map(({ name, binding }): Expression => ({ kind: 'variable', name, binding, start: 0, end: 0 }));
  return [...keys, ...names];
}

/** ORDER BY sees the columns, and what was there before unless rows were merged. */
function checkOrder(check: Check, projection: Projection, before: Scope, after: Scope): void {
  const merged = projection.aggregates || projection.distinct;
  const scope = merged ? after : new Map([...before, ...after]);
  projection.orderBy = projection.orderBy.map(({ expression, descending }) => {
    const rewritten = withColumns(expression, projection.columns);
    if (merged) checkExpression(check, rewritten, { scope, aggregation: 'allowed', condition: false });
    if (projection.aggregates && aggregates(expression)) checkGrouping(expression, plainKeys(projection.columns));
    if (!merged || aggregates(rewritten)) {
      checkExpression(check, rewritten, { scope, aggregation: 'forbidden', condition: false });
    }
    return { expression: rewritten, descending };
  });
}

/** WHERE after WITH sees the same as ORDER BY. */
export function checkWithWhere(
  check: Check,
  where: Expression,
  projection: Projection,
  before: Scope,
  after: Scope,
): Expression {
  const merged = projection.aggregates || projection.distinct;
  const scope = merged ? after : new Map([...before, ...after]);
  const rewritten = withColumns(where, projection.columns);
  checkCondition(check, rewritten, { scope, aggregation: 'forbidden', condition: true });
  return rewritten;
}
