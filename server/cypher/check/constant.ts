import type { Expression } from '../ast.ts';
import { syntaxError } from '../error.ts';
import { aggregates } from './aggregation.ts';
import { checkExpression } from './expression.ts';
import { eachChild } from './fingerprint.ts';
import type { Check } from './query.ts';

/** Checks a value that must not depend on any row: SKIP, LIMIT. */
export function checkConstant(check: Check, expression: Expression, what: string): void {
  const walk = (one: Expression): void => {
    if (one.kind === 'variable' || one.kind === 'pattern-comprehension' || one.kind === 'pattern-expression') {
      throw syntaxError(
        'NonConstantExpression',
        `${what} cannot depend on a row`,
        expression.start,
        'use a number or a parameter',
      );
    }
  };
  walk(expression);
  eachDeep(expression, walk);
  if (aggregates(expression)) {
    throw syntaxError('InvalidAggregation', `${what} cannot aggregate`, expression.start);
  }
  const type = checkExpression(check, expression, { scope: new Map(), aggregation: 'forbidden', condition: false });
  const negative = expression.kind === 'literal' && typeof expression.value === 'bigint' && expression.value < 0n;
  if (negative) throw syntaxError('NegativeIntegerArgument', `${what} must not be negative`, expression.start);
  if (!['any', 'integer'].includes(type)) {
    throw syntaxError('InvalidArgumentType', `${what} must be an integer, not ${type}`, expression.start);
  }
}

function eachDeep(expression: Expression, visit: (one: Expression) => void): void {
  eachChild(expression, (child) => {
    visit(child);
    eachDeep(child, visit);
  });
}
