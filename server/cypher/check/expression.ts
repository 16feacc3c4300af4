import type { Binding, Expression, PatternPart, StaticType, Variable } from '../ast.ts';
import { CypherError, syntaxError } from '../error.ts';
import { checkAggregation, checkCall } from './function-call.ts';
import { checkPatterns } from './pattern.ts';
import { type Check, checkQuery } from './query.ts';
import { extend, resolve, type Scope } from './scope.ts';
import { binaryType, elementType, literalType } from './static-type.ts';

/** Where an expression stands, as far as it decides what is allowed. */
export interface Place {
  readonly scope: Scope;
  readonly aggregation: 'allowed' | 'inside' | 'forbidden';
  /** May a bare pattern stand here, as a condition? */
  readonly condition: boolean;
}

/** Checks an expression, binds its variables, and says what is known of its type. */
export function checkExpression(check: Check, expression: Expression, place: Place): StaticType {
  const at = (child: Expression): StaticType => checkExpression(check, child, { ...place, condition: false });
  const asCondition = (child: Expression): StaticType => checkExpression(check, child, { ...place, condition: true });
  const expects = (
    child: Expression,
    type: StaticType,
    allowed: readonly StaticType[],
    error: 'SyntaxError' | 'TypeError' = 'SyntaxError',
  ): void => {
    if (type !== 'any' && type !== 'null' && !allowed.includes(type)) {
      const message = `Type mismatch: expected ${allowed.join(' or ')} but was ${type}`;
      throw new CypherError(error, 'InvalidArgumentType', message, { offset: child.start, phase: 'compile' });
    }
  };
  switch (expression.kind) {
    case 'literal':
      return literalType(expression.value);
    case 'parameter':
      return 'any';
    case 'variable':
      return resolve(expression, place.scope).type;
    case 'property': {
      const of = at(expression.of);
      const error = of === 'path' || of === 'relationships' ? 'SyntaxError' : 'TypeError';
      expects(expression.of, of, ['node', 'relationship', 'map', 'temporal'], error);
      return 'any';
    }
    case 'has-labels': {
      const of = at(expression.of);
      expects(expression.of, of, ['node', 'relationship']);
      return 'boolean';
    }
    case 'index': {
      const of = at(expression.of);
      const index = at(expression.index);
      if (of === 'list' || of === 'relationships') expects(expression.index, index, ['integer'], 'TypeError');
      if (of === 'map' || of === 'node' || of === 'relationship')
        expects(expression.index, index, ['string'], 'TypeError');
      return expression.of.kind === 'variable' ? (expression.of.binding?.element ?? 'any') : 'any';
    }
    case 'slice':
      at(expression.of);
      if (expression.from !== undefined) at(expression.from);
      if (expression.to !== undefined) at(expression.to);
      return 'list';
    case 'list':
      for (const item of expression.items) at(item);
      return 'list';
    case 'map':
      for (const entry of expression.entries) at(entry.value);
      return 'map';
    case 'unary': {
      const of = expression.operator === 'not' ? asCondition(expression.of) : at(expression.of);
      if (expression.operator === 'not') {
        expects(expression.of, of, ['boolean']);
        return 'boolean';
      }
      expects(expression.of, of, ['integer', 'float', 'temporal']);
      return of;
    }
    case 'logical':
      for (const operand of expression.operands) expects(operand, asCondition(operand), ['boolean']);
      return 'boolean';
    case 'comparison':
      for (const operand of expression.operands) at(operand);
      return 'boolean';
    case 'is-null':
    case 'is-typed':
    case 'is-normalized':
      at(expression.of);
      return 'boolean';
    case 'binary': {
      const left = at(expression.left);
      const right = at(expression.right);
      if (['-', '*', '/', '%', '^'].includes(expression.operator)) {
        expects(expression.left, left, ['integer', 'float', 'temporal']);
        expects(expression.right, right, ['integer', 'float', 'temporal']);
      }
      if (expression.operator === 'in') expects(expression.right, right, ['list', 'relationships']);
      return binaryType(expression.operator, left, right);
    }
    case 'count-star':
      checkAggregation(expression, place);
      return 'integer';
    case 'call':
      return checkCall(check, expression, place);
    case 'case': {
      if (expression.subject !== undefined) at(expression.subject);
      const types: StaticType[] = [];
      for (const { tests, value } of expression.branches) {
        for (const { operand } of tests) {
          if (expression.subject === undefined) asCondition(operand);
          else at(operand);
        }
        types.push(at(value));
      }
      types.push(expression.otherwise === undefined ? 'null' : at(expression.otherwise));
      const known = types.filter((type) => type !== 'null');
      return known.length > 0 && known.every((type) => type === known[0]) ? known[0]! : 'any';
    }
    case 'list-comprehension': {
      expects(expression.list, at(expression.list), ['list', 'relationships']);
      const inner = inside(check, place, expression.variable, expression.list);
      if (expression.where !== undefined) checkCondition(check, expression.where, inner);
      if (expression.map !== undefined) checkExpression(check, expression.map, inner);
      return 'list';
    }
    case 'quantifier': {
      expects(expression.list, at(expression.list), ['list', 'relationships']);
      const inner = inside(check, place, expression.variable, expression.list);
      checkCondition(check, expression.where, inner);
      return 'boolean';
    }
    case 'reduce': {
      at(expression.initial);
      expects(expression.list, at(expression.list), ['list', 'relationships']);
      const inner = inside(check, place, expression.variable, expression.list);
      const accumulator = check.slots.fresh(expression.accumulator.name, 'any');
      expression.accumulator.binding = accumulator;
      checkExpression(check, expression.body, { ...inner, scope: extend(inner.scope, accumulator) });
      return 'any';
    }
    case 'pattern-comprehension': {
      const introduced: Binding[] = [];
      const scope = checkPatterns(check, [expression.pattern], place.scope, 'match', introduced);
      expression.introduced = introduced;
      const inner: Place = {
        scope,
        aggregation: place.aggregation === 'inside' ? 'inside' : 'forbidden',
        condition: false,
      };
      if (expression.where !== undefined) checkCondition(check, expression.where, inner);
      checkExpression(check, expression.map, inner);
      return 'list';
    }
    case 'pattern-expression':
      return checkPatternExpression(check, expression, place);
    case 'subquery': {
      const which = expression.which;
      checkQuery(check, expression.query, place.scope, which);
      return which === 'exists' ? 'boolean' : which === 'count' ? 'integer' : 'list';
    }
    case 'map-projection': {
      const of = resolve(expression.of, place.scope).type;
      expects(expression.of, of, ['node', 'relationship', 'map']);
      for (const item of expression.items) {
        if (item.kind === 'entry') at(item.value);
        if (item.kind === 'variable') at(item.variable);
      }
      return 'map';
    }
  }
}

export function inside(check: Check, place: Place, variable: Variable, list: Expression): Place {
  const binding = check.slots.fresh(variable.name, elementType(list));
  variable.binding = binding;
  const aggregation = place.aggregation === 'inside' ? 'inside' : 'forbidden';
  return { scope: extend(place.scope, binding), aggregation, condition: false };
}

/** Checks a condition: a boolean, or a pattern that must be there. */
export function checkCondition(check: Check, condition: Expression, place: Place): void {
  const type = checkExpression(check, condition, { ...place, condition: true });
  if (!['any', 'null', 'boolean'].includes(type)) {
    throw syntaxError('InvalidArgumentType', `Type mismatch: expected boolean but was ${type}`, condition.start);
  }
}

function checkPatternExpression(
  check: Check,
  expression: Extract<Expression, { kind: 'pattern-expression' }>,
  place: Place,
): StaticType {
  const { pattern } = expression;
  const introduced: Binding[] = [];
  if (pattern.selector !== undefined) {
    checkPatterns(check, [pattern], place.scope, 'match', introduced);
    requireKnownEnds(pattern, introduced);
    expression.introduced = introduced;
    return pattern.selector.kind === 'shortest' ? 'path' : 'list';
  }
  if (!place.condition) {
    throw syntaxError(
      'UnexpectedSyntax',
      'A pattern can stand only where a condition is asked',
      expression.start,
      'write EXISTS { … }, or [ pattern | value ] for a list',
    );
  }
  forbidNewNames(pattern, place.scope);
  checkPatterns(check, [pattern], place.scope, 'match', introduced);
  expression.introduced = introduced;
  return 'boolean';
}

function requireKnownEnds({ elements, start }: PatternPart, introduced: readonly Binding[]): void {
  for (const end of [elements[0], elements.at(-1)]) {
    if (end?.kind !== 'node-pattern' || !introduced.includes(end.binding!)) continue;
    throw syntaxError(
      'UnboundNodes',
      'shortestPath(…) requires bound nodes when it is not part of MATCH',
      start,
      'MATCH the two nodes before',
    );
  }
}

function forbidNewNames(pattern: PatternPart, scope: Scope): void {
  for (const element of pattern.elements) {
    if (element.kind !== 'pattern-group' && element.variable !== undefined) resolve(element.variable, scope);
  }
}
