import type { Binding, CallProcedure, CallSubquery, Clause } from '../ast.ts';
import { CypherError, syntaxError } from '../error.ts';
import { aggregates } from './aggregation.ts';
import { checkCondition, checkExpression } from './expression.ts';
import { checkProjection } from './projection.ts';
import { type Check, checkQuery, declare, plain } from './query.ts';
import { emptyScope, extend, resolve, type Scope } from './scope.ts';

/** `WITH a, b` at the head of a subquery brings variables in from outside. */
export function checkImport(check: Check, clause: Extract<Clause, { kind: 'with' }>, outer: Scope): Scope {
  const { projection } = clause;
  const simple = projection.items.every((item) => item.expression.kind === 'variable' && item.alias === undefined);
  const bare = projection.orderBy.length === 0 && projection.skip === undefined && projection.limit === undefined;
  if (!simple || !bare || projection.distinct || clause.where !== undefined) {
    throw syntaxError(
      'InvalidImport',
      'Importing WITH should consist only of simple references to outside variables',
      clause.start,
      'add a second WITH for what is more',
    );
  }
  checkProjection(check, projection, outer, true);
  return extend(emptyScope, ...projection.visible);
}

export function checkSubquery(check: Check, clause: CallSubquery, scope: Scope): Scope {
  let inner: Scope;
  if (clause.imports === undefined) {
    inner = checkQuery(check, clause.query, scope, 'call', emptyScope);
  } else {
    let imported = emptyScope;
    if (clause.imports === '*') imported = new Map(scope);
    else for (const variable of clause.imports) imported = extend(imported, resolve(variable, scope));
    inner = checkQuery(check, clause.query, scope, 'call', imported);
  }
  return extend(scope, ...inner.values());
}

export function checkProcedure(check: Check, clause: CallProcedure, scope: Scope, standalone: boolean): Scope {
  const procedure = check.procedure(clause.name);
  if (procedure === undefined) {
    throw new CypherError('ProcedureError', 'ProcedureNotFound', `There is no procedure \`${clause.name}\``, {
      offset: clause.start,
      hint: 'known are db.labels, db.relationshipTypes, db.propertyKeys, db.schema.visualization',
      phase: 'compile',
    });
  }
  if (clause.args === undefined) {
    if (!standalone) {
      throw syntaxError(
        'InvalidArgumentPassingMode',
        'A CALL inside a query needs its arguments written',
        clause.start,
        `write CALL ${clause.name}(…)`,
      );
    }
  } else {
    if (clause.args.length !== procedure.inputs.length) {
      throw syntaxError(
        'InvalidNumberOfArguments',
        `${procedure.name} takes ${procedure.inputs.length} arguments, not ${clause.args.length}`,
        clause.start,
      );
    }
    clause.args.forEach((arg, i) => {
      if (aggregates(arg))
        throw syntaxError('InvalidAggregation', 'Arguments of procedures cannot aggregate', arg.start);
      const type = checkExpression(check, arg, plain(scope));
      if (!procedure.inputs[i]!.accepts(type)) {
        throw syntaxError(
          'InvalidArgumentType',
          `${procedure.name} takes ${procedure.inputs[i]!.type}, not ${type}`,
          arg.start,
        );
      }
    });
  }
  if (clause.star && !standalone) {
    throw syntaxError(
      'UnexpectedSyntax',
      'YIELD * can stand only in a CALL of its own',
      clause.start,
      'name the columns',
    );
  }
  const all = procedure.outputs.map((name, index) => ({ name, index }));
  let wider = scope;
  const outputs: { index: number; name: string; binding: Binding }[] = [];
  if (clause.yields === undefined) {
    if (standalone || clause.star) {
      for (const { name, index } of all) outputs.push({ index, name, binding: check.slots.fresh(name, 'any') });
    } else if (all.length > 0) {
      throw syntaxError(
        'UndefinedVariable',
        'A CALL inside a query needs YIELD with the columns it wants',
        clause.start,
        `YIELD ${procedure.outputs.join(', ')}`,
      );
    }
  } else {
    for (const { name, variable } of clause.yields) {
      const index = procedure.outputs.indexOf(name);
      if (index < 0)
        throw syntaxError('UndefinedVariable', `${procedure.name} has no column \`${name}\``, variable.start);
      const binding = declare(check, variable, wider);
      wider = extend(wider, binding);
      outputs.push({ index, name: variable.name, binding });
    }
  }
  clause.outputs = outputs;
  if (clause.where !== undefined) checkCondition(check, clause.where, { ...plain(wider), condition: true });
  return wider;
}
