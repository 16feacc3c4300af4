import type { Expression, StaticType } from '../ast.ts';
import { syntaxError } from '../error.ts';
import { isAggregate } from '../functions/aggregate-names.ts';
import { findFunction } from '../functions/find.ts';
import { checkExpression, type Place } from './expression.ts';
import type { Check } from './query.ts';

export function checkAggregation(expression: Expression, place: Place): void {
  if (place.aggregation === 'inside') {
    throw syntaxError(
      'NestedAggregation',
      'An aggregation cannot stand inside another',
      expression.start,
      'aggregate in a WITH first',
    );
  }
  if (place.aggregation === 'forbidden') {
    throw syntaxError(
      'InvalidAggregation',
      'Invalid use of aggregating function: it can stand in WITH and RETURN only',
      expression.start,
      'aggregate in a WITH first',
    );
  }
}

export function checkCall(check: Check, call: Extract<Expression, { kind: 'call' }>, place: Place): StaticType {
  const aggregate = isAggregate(call.name);
  if (aggregate) {
    checkAggregation(call, place);
    const nonDeterministic = call.args.find((one) => one.kind === 'call' && /^(rand|randomuuid)$/i.test(one.name));
    if (nonDeterministic !== undefined) {
      throw syntaxError('NonConstantExpression', 'Random values cannot be aggregated', nonDeterministic.start);
    }
  }
  const known = findFunction(call.name);
  if (known === undefined) {
    throw syntaxError('UnknownFunction', `Unknown function '${call.name}'`, call.start);
  }
  if (call.distinct && !aggregate) {
    throw syntaxError('UnexpectedSyntax', `DISTINCT has no meaning in ${known.name}(…)`, call.start);
  }
  const inner: Place = {
    ...place,
    condition: known.name === 'exists',
    aggregation: aggregate ? 'inside' : place.aggregation,
  };
  const types = call.args.map((arg) => checkExpression(check, arg, inner));
  if (call.args.length < known.least || call.args.length > known.most) {
    const number = known.least === known.most ? `${known.least}` : `${known.least} to ${known.most}`;
    throw syntaxError(
      'InvalidNumberOfArguments',
      `${known.name}(…) takes ${number} arguments, not ${call.args.length}`,
      call.start,
      known.signature,
    );
  }
  types.forEach((type, i) => {
    const allowed = known.accepts?.[i];
    if (allowed !== undefined && type !== 'any' && type !== 'null' && !allowed.includes(type)) {
      throw syntaxError(
        'InvalidArgumentType',
        `${known.name}(…) takes ${allowed.join(' or ')}, not ${type}`,
        call.args[i]!.start,
      );
    }
  });
  if (known.temporal === true) check.needs.temporal = true;
  return known.returns ?? 'any';
}
