import type { Expression, Foreach, SetItem } from '../ast.ts';
import { syntaxError } from '../error.ts';
import { checkExpression } from './expression.ts';
import { type Check, checkClause, declare, plain, writing } from './query.ts';
import { extend, resolve, type Scope } from './scope.ts';
import { elementType } from './static-type.ts';

export function checkDeleted(check: Check, expression: Expression, scope: Scope): void {
  if (expression.kind === 'has-labels') {
    throw syntaxError(
      'InvalidDelete',
      'DELETE takes nodes, relationships and paths, not labels',
      expression.start,
      'use REMOVE n:Label',
    );
  }
  const type = checkExpression(check, expression, plain(scope));
  if (!['any', 'null', 'node', 'relationship', 'path', 'relationships'].includes(type)) {
    const detail = 'InvalidArgumentType';
    throw syntaxError(detail, `DELETE takes nodes, relationships and paths, not ${type}`, expression.start);
  }
}

export function checkSetItem(check: Check, item: SetItem, scope: Scope): void {
  if (item.kind === 'set-labels') {
    resolve(item.variable, scope);
    return;
  }
  if (item.kind === 'set-property') checkExpression(check, item.target, plain(scope));
  else resolve(item.variable, scope);
  checkExpression(check, item.value, plain(scope));
}

export function checkForeach(check: Check, clause: Foreach, scope: Scope): Scope {
  checkExpression(check, clause.list, plain(scope));
  const binding = declare(check, clause.variable, scope, elementType(clause.list));
  let inner = extend(scope, binding);
  for (const one of clause.clauses) {
    if (!writing.has(one.kind)) {
      throw syntaxError('InvalidClauseComposition', 'Only clauses that write can stand inside FOREACH', one.start);
    }
    inner = checkClause(check, one, inner, { standalone: false });
  }
  return scope;
}
