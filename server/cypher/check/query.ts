import type { Binding, Clause, Query, SingleQuery, Statement, Variable } from '../ast.ts';
import { CypherError, syntaxError } from '../error.ts';
import type { Procedure } from '../procedures.ts';
import { checkImport, checkProcedure, checkSubquery } from './calls.ts';
import { checkCondition, checkExpression, type Place } from './expression.ts';
import { checkPatterns } from './pattern.ts';
import { checkAliases, checkProjection, checkWithWhere } from './projection.ts';
import { createSlots, emptyScope, extend, resolve, type Scope, type Slots } from './scope.ts';
import { elementType } from './static-type.ts';
import { checkDeleted, checkForeach, checkSetItem } from './updates.ts';

/** What a check carries along. */
export interface Check {
  readonly slots: Slots;
  readonly writes: boolean;
  procedure(name: string): Procedure | undefined;
  /** Parts to load before running. */
  readonly needs: { temporal: boolean };
}

/** Where a query stands. */
export type QueryPlace = 'top' | 'call' | 'exists' | 'count' | 'collect';

export const writing: ReadonlySet<string> = new Set(['create', 'merge', 'set', 'remove', 'delete', 'foreach']);

/** Finds everything that can be wrong with a statement before it runs; binds its variables to slots. */
export function checkStatement(
  statement: Statement,
  options: { readonly writes: boolean; procedure(name: string): Procedure | undefined },
): Check['needs'] {
  const check: Check = { slots: createSlots(), needs: { temporal: false }, ...options };
  checkQuery(check, statement.query, emptyScope, 'top');
  statement.slots = check.slots.count();
  return check.needs;
}

export function checkQuery(check: Check, query: Query, outer: Scope, place: QueryPlace, imports = outer): Scope {
  const ends = query.parts.map((part) => checkSingle(check, part, outer, place, imports));
  const first = ends[0]!;
  if (query.parts.length > 1) {
    for (const [i, end] of ends.entries()) {
      if (end.map((one) => one.name).join('\n') !== first.map((one) => one.name).join('\n')) {
        throw syntaxError(
          'DifferentColumnsInUnion',
          'All parts of a UNION must return the same columns',
          query.parts[i]!.start,
          'give the columns the same names with AS',
        );
      }
    }
    query.columns = first.map((one) => check.slots.fresh(one.name, 'any'));
  } else query.columns = first;
  if (place === 'collect' && query.columns.length !== 1) {
    throw syntaxError('InvalidSubquery', 'COLLECT { } must return exactly one column', query.start);
  }
  return extend(emptyScope, ...query.columns);
}

function checkSingle(
  check: Check,
  query: SingleQuery,
  outer: Scope,
  place: QueryPlace,
  imports: Scope,
): readonly Binding[] {
  let scope: Scope = place === 'top' ? emptyScope : imports;
  const { clauses } = query;
  let columns: readonly Binding[] = [];
  let wrote: Clause | undefined;
  for (const [i, clause] of clauses.entries()) {
    const last = i === clauses.length - 1;
    const previous = clauses[i - 1];
    if (previous?.kind === 'return') {
      throw syntaxError('InvalidClauseComposition', 'RETURN can only stand at the end of a query', clause.start);
    }
    if (writing.has(clause.kind)) {
      if (!check.writes) throw readOnly(clause);
      if (place === 'exists' || place === 'count' || place === 'collect') {
        throw syntaxError('InvalidClauseComposition', `${place.toUpperCase()} { } cannot write`, clause.start);
      }
      wrote = clause;
    } else if (
      wrote !== undefined &&
      (clause.kind === 'match' || clause.kind === 'unwind' || clause.kind === 'call-procedure') &&
      clause.kind === 'match'
    ) {
      throw syntaxError(
        'InvalidClauseComposition',
        `WITH is required between ${wrote.kind.toUpperCase()} and MATCH`,
        clause.start,
        'put WITH * between the two',
      );
    } else if (clause.kind === 'with') wrote = undefined;
    if (place === 'call' && i === 0 && clause.kind === 'with' && imports !== outer) {
      scope = checkImport(check, clause, outer);
      continue;
    }
    if (last && clause.kind !== 'return') checkEnd(clause, place, clauses.length);
    scope = checkClause(check, clause, scope, { standalone: clauses.length === 1 && place === 'top' });
    if (clause.kind === 'return') columns = clause.projection.columns.map((one) => one.binding);
    if (clause.kind === 'call-procedure' && clauses.length === 1 && place === 'top') {
      columns = clause.outputs.map((one) => one.binding);
    }
    if (clause.kind === 'return' && place === 'call') {
      checkAliases(clause.projection, 'CALL { RETURN ... }');
      for (const column of columns) {
        if (outer.has(column.name)) {
          throw syntaxError(
            'VariableAlreadyBound',
            `Variable \`${column.name}\` already declared in outer scope`,
            clause.start,
            'give the column another name with AS',
          );
        }
      }
    }
  }
  return columns;
}

function readOnly(clause: Clause): CypherError {
  const name = clause.kind.toUpperCase();
  return new CypherError('NotSupported', 'WritingClause', `${name} writes, and this engine only reads`, {
    offset: clause.start,
    hint: 'ask with MATCH, WITH and RETURN',
    phase: 'compile',
  });
}

function checkEnd(clause: Clause, place: QueryPlace, length: number): void {
  if (writing.has(clause.kind) || place === 'exists' || place === 'count') {
    if (clause.kind === 'with')
      throw syntaxError('InvalidClauseComposition', 'A query cannot end with WITH', clause.start);
    return;
  }
  if (clause.kind === 'call-procedure' && (length === 1 || clause.yields === undefined)) return;
  const returns = clause.kind === 'call-subquery' && clause.query.parts[0]!.clauses.at(-1)!.kind === 'return';
  if (clause.kind === 'call-subquery' && !returns && place !== 'collect') return;
  const name = clause.kind === 'call-procedure' || clause.kind === 'call-subquery' ? 'CALL' : clause.kind.toUpperCase();
  throw syntaxError(
    'InvalidClauseComposition',
    `Query cannot conclude with ${name} (must be a RETURN clause, an update clause or a unit subquery call)`,
    clause.start,
    'add RETURN with what you want to know',
  );
}

export const plain = (scope: Scope): Place => ({ scope, aggregation: 'forbidden', condition: false });

export function checkClause(check: Check, clause: Clause, scope: Scope, at: { readonly standalone: boolean }): Scope {
  switch (clause.kind) {
    case 'match': {
      const introduced: Binding[] = [];
      const wider = checkPatterns(check, clause.patterns, scope, 'match', introduced);
      clause.introduced = introduced;
      if (clause.where !== undefined) checkCondition(check, clause.where, { ...plain(wider), condition: true });
      return wider;
    }
    case 'unwind': {
      const type = checkExpression(check, clause.list, plain(scope));
      const binding = declare(check, clause.variable, scope, elementType(clause.list));
      if (type === 'null') binding.type = 'any';
      return extend(scope, binding);
    }
    case 'with': {
      const after = checkProjection(check, clause.projection, scope, true);
      if (clause.where !== undefined)
        clause.where = checkWithWhere(check, clause.where, clause.projection, scope, after);
      return after;
    }
    case 'return':
      return checkProjection(check, clause.projection, scope, false);
    case 'call-procedure':
      return checkProcedure(check, clause, scope, at.standalone);
    case 'call-subquery':
      return checkSubquery(check, clause, scope);
    case 'create': {
      const introduced: Binding[] = [];
      const wider = checkPatterns(check, clause.patterns, scope, 'create', introduced);
      clause.introduced = introduced;
      return wider;
    }
    case 'merge': {
      const introduced: Binding[] = [];
      const wider = checkPatterns(check, [clause.pattern], scope, 'merge', introduced);
      clause.introduced = introduced;
      for (const item of [...clause.onCreate, ...clause.onMatch]) checkSetItem(check, item, wider);
      return wider;
    }
    case 'set':
      for (const item of clause.items) checkSetItem(check, item, scope);
      return scope;
    case 'remove':
      for (const item of clause.items) {
        if (item.kind === 'remove-labels') resolve(item.variable, scope);
        else checkExpression(check, item.target, plain(scope));
      }
      return scope;
    case 'delete':
      for (const expression of clause.expressions) checkDeleted(check, expression, scope);
      return scope;
    case 'foreach':
      return checkForeach(check, clause, scope);
  }
}

export function declare(check: Check, variable: Variable, scope: Scope, type: Binding['type'] = 'any'): Binding {
  if (scope.has(variable.name)) {
    throw syntaxError(
      'VariableAlreadyBound',
      `Variable \`${variable.name}\` already declared`,
      variable.start,
      'use another name',
    );
  }
  const binding = check.slots.fresh(variable.name, type);
  variable.binding = binding;
  return binding;
}
