import type { CallProcedure, CallSubquery, Expression, Variable } from '../ast.ts';
import { notSupported } from '../error.ts';
import { parseVariable } from './atom.ts';
import { parseExpression } from './expression.ts';
import { parseQuery } from './query.ts';
import type { Reader } from './reader.ts';

/** Reads CALL of a procedure or of a subquery. */
export function parseCallClause(r: Reader, start: number, optional: boolean): CallProcedure | CallSubquery {
  r.next();
  if (r.sees('{')) return parseCallSubquery(r, start, optional, undefined);
  if (r.sees('(')) {
    r.next();
    let imports: readonly Variable[] | '*' = [];
    if (r.take('*')) imports = '*';
    else if (!r.sees(')')) {
      const names = [parseVariable(r)];
      while (r.take(',')) names.push(parseVariable(r));
      imports = names;
    }
    r.expect(')', 'after the imported variables');
    return parseCallSubquery(r, start, optional, imports);
  }
  let name = r.name('the name of a procedure or {').text;
  while (r.take('.')) name += `.${r.name('a part of the procedure’s name').text}`;
  let args: Expression[] | undefined;
  if (r.take('(')) {
    args = [];
    if (!r.sees(')')) {
      do args.push(parseExpression(r));
      while (r.take(','));
    }
    r.expect(')', 'to close the arguments');
  }
  let yields: { name: string; variable: Variable }[] | undefined;
  let star = false;
  let where: Expression | undefined;
  if (r.takeWords('YIELD')) {
    if (r.take('*')) star = true;
    else if (r.take('-')) yields = [];
    else {
      yields = [];
      do {
        const column = parseVariable(r);
        const variable = r.takeWords('AS') ? parseVariable(r) : column;
        yields.push({ name: column.name, variable });
      } while (r.take(','));
    }
    if (r.takeWords('WHERE')) where = parseExpression(r);
  }
  return { kind: 'call-procedure', name, args, optional, yields, star, where, outputs: [], start, end: r.end() };
}

function parseCallSubquery(
  r: Reader,
  start: number,
  optional: boolean,
  imports: CallSubquery['imports'],
): CallSubquery {
  r.expect('{', 'to open the subquery');
  const query = r.deeper(() => parseQuery(r));
  r.expect('}', 'to close the subquery');
  if (
    r.seesWord('IN') &&
    (r.seesWord('TRANSACTIONS', 1) || r.seesWord('CONCURRENT', 1) || r.peek(1).kind === 'integer')
  ) {
    throw notSupported(
      'CALL { } IN TRANSACTIONS',
      r.peek().start,
      'a query is one step here; leave IN TRANSACTIONS out',
    );
  }
  return { kind: 'call-subquery', query, optional, imports, start, end: r.end() };
}
