import type { Expression } from '../ast.ts';
import { syntaxError } from '../error.ts';
import { isAggregate } from '../functions/aggregate-names.ts';
import { eachChild, fingerprint } from './fingerprint.ts';

export function isAggregation(expression: Expression): boolean {
  return expression.kind === 'count-star' || (expression.kind === 'call' && isAggregate(expression.name));
}

/** Does the expression aggregate anywhere, subqueries apart? */
export function aggregates(expression: Expression): boolean {
  if (isAggregation(expression)) return true;
  if (expression.kind === 'subquery') return false;
  let found = false;
  eachChild(expression, (child) => {
    found ||= aggregates(child);
  });
  return found;
}

/**
 * In an expression that aggregates, what stands outside the aggregation must be known for the whole group: a grouping
 * key, a parameter or a constant.
 */
export function checkGrouping(expression: Expression, keys: readonly Expression[]): void {
  const known = new Set(keys.map(fingerprint));
  const local = new Set<string>();
  const walk = (one: Expression): void => {
    if (isAggregation(one) || known.has(fingerprint(one))) return;
    if (one.kind === 'variable' && !local.has(one.name)) {
      throw syntaxError(
        'AmbiguousAggregationExpression',
        `\`${one.name}\` is neither aggregated nor a grouping key`,
        one.start,
        'return it as a column of its own, or bind it in a WITH before',
      );
    }
    const names = localNames(one);
    for (const name of names) local.add(name);
    eachChild(one, walk);
    for (const name of names) local.delete(name);
  };
  walk(expression);
}

function localNames(one: Expression): readonly string[] {
  switch (one.kind) {
    case 'list-comprehension':
    case 'quantifier':
      return [one.variable.name];
    case 'reduce':
      return [one.variable.name, one.accumulator.name];
    default:
      return [];
  }
}
