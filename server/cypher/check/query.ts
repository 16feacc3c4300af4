import type {
  Binding,
  CallProcedure,
  CallSubquery,
  Clause,
  Column,
  Expression,
  Foreach,
  Projection,
  Query,
  SetItem,
  SingleQuery,
  Statement,
  Variable,
} from '../ast.ts';
import { CypherError, syntaxError } from '../error.ts';
import type { Procedure } from '../procedures.ts';
import { aggregates, checkGrouping } from './aggregation.ts';
import { checkCondition, checkConstant, checkExpression, elementType, type Place } from './expression.ts';
import { withColumns } from './fingerprint.ts';
import { checkPatterns } from './pattern.ts';
import { createSlots, emptyScope, extend, resolve, type Scope, type Slots } from './scope.ts';

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

const writing: ReadonlySet<string> = new Set(['create', 'merge', 'set', 'remove', 'delete', 'foreach']);

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
  if (clause.kind === 'call-subquery' && clause.query.columns.length === 0 && place !== 'collect') return;
  const name = clause.kind === 'call-procedure' || clause.kind === 'call-subquery' ? 'CALL' : clause.kind.toUpperCase();
  throw syntaxError(
    'InvalidClauseComposition',
    `Query cannot conclude with ${name} (must be a RETURN clause, an update clause or a unit subquery call)`,
    clause.start,
    'add RETURN with what you want to know',
  );
}

/** `WITH a, b` at the head of a subquery brings variables in from outside. */
function checkImport(check: Check, clause: Extract<Clause, { kind: 'with' }>, outer: Scope): Scope {
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

const plain = (scope: Scope): Place => ({ scope, aggregation: 'forbidden', condition: false });

function checkClause(check: Check, clause: Clause, scope: Scope, at: { readonly standalone: boolean }): Scope {
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

function declare(check: Check, variable: Variable, scope: Scope, type: Binding['type'] = 'any'): Binding {
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

function checkDeleted(check: Check, expression: Expression, scope: Scope): void {
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

function checkSetItem(check: Check, item: SetItem, scope: Scope): void {
  if (item.kind === 'set-labels') {
    resolve(item.variable, scope);
    return;
  }
  if (item.kind === 'set-property') checkExpression(check, item.target, plain(scope));
  else resolve(item.variable, scope);
  checkExpression(check, item.value, plain(scope));
}

function checkForeach(check: Check, clause: Foreach, scope: Scope): Scope {
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

function checkSubquery(check: Check, clause: CallSubquery, scope: Scope): Scope {
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

function checkProcedure(check: Check, clause: CallProcedure, scope: Scope, standalone: boolean): Scope {
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

function checkProjection(check: Check, projection: Projection, scope: Scope, isWith: boolean): Scope {
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
  const nameless = projection.items.find((item) => item.alias === undefined && item.expression.kind !== 'variable');
  if (isWith && nameless !== undefined) {
    throw syntaxError(
      'NoExpressionAlias',
      'Expression in WITH must be aliased (use AS)',
      nameless.start,
      `${nameless.name} AS name`,
    );
  }
  if (projection.skip !== undefined) checkConstant(check, projection.skip, 'SKIP');
  if (projection.limit !== undefined) checkConstant(check, projection.limit, 'LIMIT');
  return after;
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
    checkExpression(check, rewritten, { scope, aggregation: 'forbidden', condition: false });
    return { expression: rewritten, descending };
  });
}

/** WHERE after WITH sees the same as ORDER BY. */
function checkWithWhere(
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
