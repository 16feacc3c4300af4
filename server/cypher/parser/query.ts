import type {
  CallProcedure,
  CallSubquery,
  Clause,
  Expression,
  Item,
  Merge,
  PatternPart,
  Projection,
  Query,
  SetItem,
  SingleQuery,
  SortItem,
  Statement,
  Variable,
} from '../ast.ts';
import { notSupported, syntaxError } from '../error.ts';
import { parseVariable } from './atom.ts';
import { parseExpression } from './expression.ts';
import { parsePatternPart, parsePatterns } from './pattern.ts';
import { createReader, type Reader } from './reader.ts';
import { parseRemoveItems, parseSetItems } from './updates.ts';

/** The longest query text, in characters. */
const longest = 1_000_000;

/** Reads a whole statement; a semicolon at its end is allowed. */
export function parseStatement(text: string, mostTokens = 10_000): Statement {
  if (text.length > longest) throw syntaxError('QueryTooLong', `A query may have ${longest} characters`, longest);
  const r = createReader(text, mostTokens);
  let mode: Statement['mode'] = 'run';
  if (r.takeWords('EXPLAIN')) mode = 'explain';
  else if (r.takeWords('PROFILE')) mode = 'profile';
  if (r.peek().kind === 'end') throw r.fail('a query');
  const query = parseQuery(r);
  r.take(';');
  if (r.peek().kind !== 'end') throw r.fail('a clause or the end of the query');
  return { mode, query, text, slots: 0 };
}

export function parseQuery(r: Reader): Query {
  const { start } = r.peek();
  const parts = [parseSingleQuery(r)];
  const all: boolean[] = [];
  while (r.takeWords('UNION')) {
    const keeps = r.takeWords('ALL');
    if (!keeps) r.takeWords('DISTINCT');
    if (all.length > 0 && all[0] !== keeps) {
      throw syntaxError('InvalidClauseComposition', 'UNION and UNION ALL cannot be mixed in one query', r.peek().start);
    }
    all.push(keeps);
    parts.push(parseSingleQuery(r));
  }
  return { parts, all, columns: [], start, end: r.end() };
}

/** The inside of `EXISTS { }` and its like: a query, or a bare pattern. */
export function parseSubqueryBody(r: Reader, which: 'exists' | 'count' | 'collect'): Query {
  if (isClauseWord(r)) return parseQuery(r);
  if (which === 'collect') throw r.fail('a query that returns one column in COLLECT { }');
  const patterns = parsePatterns(r);
  return patternQuery(patterns, r.takeWords('WHERE') ? parseExpression(r) : undefined);
}

/** The query that asks for nothing but patterns. */
export function patternQuery(patterns: readonly PatternPart[], where?: Expression): Query {
  const { start } = patterns[0]!;
  const { end } = where ?? patterns.at(-1)!;
  const match: Clause = { kind: 'match', optional: false, patterns, where, introduced: [], start, end };
  return { parts: [{ clauses: [match], start, end }], all: [], columns: [], start, end };
}

const clauseWords = new Set(
  'MATCH OPTIONAL UNWIND WITH RETURN CALL CREATE MERGE SET REMOVE DELETE DETACH FOREACH USE LOAD FINISH'.split(' '),
);

function isClauseWord(r: Reader): boolean {
  return r.peek().kind === 'name' && clauseWords.has(r.peek().word) && !r.sees('=', 1);
}

function parseSingleQuery(r: Reader): SingleQuery {
  const { start } = r.peek();
  const clauses: Clause[] = [];
  while (isClauseWord(r)) clauses.push(parseClause(r));
  if (clauses.length === 0) throw refuse(r);
  return { clauses, start, end: r.end() };
}

const administration = new Set(
  'SHOW DROP ALTER GRANT DENY REVOKE START STOP TERMINATE RENAME DEALLOCATE REALLOCATE ENABLE DRYRUN'.split(' '),
);

function refuse(r: Reader): Error {
  const { word, start } = r.peek();
  if (administration.has(word)) {
    return notSupported(word, start, 'administration is no part of this engine; ask the graph with MATCH … RETURN');
  }
  return r.fail('a clause, such as MATCH, WITH or RETURN');
}

export function parseClause(r: Reader): Clause {
  const { start, word } = r.peek();
  switch (word) {
    case 'OPTIONAL':
      r.next();
      if (r.seesWord('CALL')) return parseCallClause(r, start, true);
      if (!r.seesWord('MATCH')) throw r.fail('MATCH or CALL after OPTIONAL');
      return parseMatch(r, start, true);
    case 'MATCH':
      return parseMatch(r, start, false);
    case 'UNWIND': {
      r.next();
      const list = parseExpression(r);
      r.expectWord('AS', 'and a name for the elements');
      return { kind: 'unwind', list, variable: parseVariable(r), start, end: r.end() };
    }
    case 'WITH': {
      r.next();
      const projection = parseProjection(r);
      const where = r.takeWords('WHERE') ? parseExpression(r) : undefined;
      return { kind: 'with', projection, where, start, end: r.end() };
    }
    case 'RETURN':
      r.next();
      return { kind: 'return', projection: parseProjection(r), start, end: r.end() };
    case 'CALL':
      return parseCallClause(r, start, false);
    case 'CREATE':
      return parseCreate(r, start);
    case 'MERGE':
      return parseMerge(r, start);
    case 'SET':
      r.next();
      return { kind: 'set', items: parseSetItems(r), start, end: r.end() };
    case 'REMOVE':
      r.next();
      return { kind: 'remove', items: parseRemoveItems(r), start, end: r.end() };
    case 'DETACH':
    case 'DELETE': {
      const detach = r.takeWords('DETACH');
      r.expectWord('DELETE', 'after DETACH');
      const expressions = [parseExpression(r)];
      while (r.take(',')) expressions.push(parseExpression(r));
      return { kind: 'delete', detach, expressions, start, end: r.end() };
    }
    case 'FOREACH':
      return parseForeach(r, start);
    case 'LOAD':
      throw notSupported(
        'LOAD CSV',
        start,
        'the engine reads no files and no addresses; pass rows as a parameter and UNWIND them',
      );
    case 'USE':
      throw notSupported('USE', start, 'there is one graph only; leave USE out');
    default:
      throw notSupported(word, start, 'end the query with RETURN');
  }
}

function parseMatch(r: Reader, start: number, optional: boolean): Clause {
  r.next();
  const patterns = parsePatterns(r);
  if (r.seesWord('USING'))
    throw notSupported('USING', r.peek().start, 'the planner chooses by itself; leave the hint out');
  const where = r.takeWords('WHERE') ? parseExpression(r) : undefined;
  return { kind: 'match', optional, patterns, where, introduced: [], start, end: r.end() };
}

function parseCreate(r: Reader, start: number): Clause {
  r.next();
  const word = r.peek().word;
  if (
    [
      'INDEX',
      'CONSTRAINT',
      'TEXT',
      'RANGE',
      'POINT',
      'LOOKUP',
      'FULLTEXT',
      'VECTOR',
      'DATABASE',
      'USER',
      'ROLE',
      'ALIAS',
      'OR',
    ].includes(word) &&
    !r.sees('=', 1)
  ) {
    throw notSupported(`CREATE ${word}`, start, 'indexes are kept by the engine itself; there are no constraints');
  }
  return { kind: 'create', patterns: parsePatterns(r), introduced: [], start, end: r.end() };
}

function parseMerge(r: Reader, start: number): Merge {
  r.next();
  const pattern = parsePatternPart(r, { variable: true });
  const onCreate: SetItem[] = [];
  const onMatch: SetItem[] = [];
  for (;;) {
    if (r.takeWords('ON', 'CREATE')) {
      r.expectWord('SET', 'after ON CREATE');
      onCreate.push(...parseSetItems(r));
    } else if (r.takeWords('ON', 'MATCH')) {
      r.expectWord('SET', 'after ON MATCH');
      onMatch.push(...parseSetItems(r));
    } else return { kind: 'merge', pattern, onCreate, onMatch, introduced: [], start, end: r.end() };
  }
}

function parseForeach(r: Reader, start: number): Clause {
  r.next();
  r.expect('(', 'after FOREACH');
  const variable = parseVariable(r);
  r.expectWord('IN', 'and a list');
  r.barTaken = true;
  const list = parseExpression(r);
  r.barTaken = false;
  r.expect('|', 'and what to do for each');
  const clauses: Clause[] = [];
  while (isClauseWord(r)) clauses.push(r.deeper(() => parseClause(r)));
  if (clauses.length === 0) throw r.fail('a clause that writes');
  r.expect(')', 'to close FOREACH');
  return { kind: 'foreach', variable, list, clauses, start, end: r.end() };
}

function parseProjection(r: Reader): Projection {
  const { start } = r.peek();
  const distinct = r.takeWords('DISTINCT');
  let star = false;
  const items: Item[] = [];
  if (r.sees('*')) {
    r.next();
    star = true;
    if (r.take(',')) items.push(...parseItems(r));
  } else items.push(...parseItems(r));
  const orderBy: SortItem[] = [];
  if (r.takeWords('ORDER', 'BY')) {
    do {
      const expression = parseExpression(r);
      const descending = r.takeWords('DESC') || r.takeWords('DESCENDING');
      if (!descending && !r.takeWords('ASC')) r.takeWords('ASCENDING');
      orderBy.push({ expression, descending });
    } while (r.take(','));
  }
  const skip = r.takeWords('SKIP') || r.takeWords('OFFSET') ? parseExpression(r) : undefined;
  const limit = r.takeWords('LIMIT') ? parseExpression(r) : undefined;
  return {
    distinct,
    star,
    items,
    orderBy,
    skip,
    limit,
    columns: [],
    aggregates: false,
    visible: [],
    start,
    end: r.end(),
  };
}

function parseItems(r: Reader): readonly Item[] {
  const items: Item[] = [];
  do {
    const expression = parseExpression(r);
    const source = r.text.slice(firstOffset(r, expression), r.end());
    const alias = r.takeWords('AS') ? parseVariable(r, 'a name after AS') : undefined;
    const name = alias?.name ?? (expression.kind === 'variable' ? expression.name : source);
    items.push({ expression, alias, name, binding: undefined, start: expression.start, end: r.end() });
  } while (r.take(','));
  return items;
}

/** Where the item's text begins: parentheses around it are no part of the expression but of its name. */
function firstOffset(r: Reader, expression: Expression): number {
  let at = expression.start;
  for (let i = at - 1; i >= 0; i--) {
    const character = r.text[i]!;
    if (character === '(') at = i;
    else if (!/\s/.test(character)) break;
  }
  return at;
}

function parseCallClause(r: Reader, start: number, optional: boolean): CallProcedure | CallSubquery {
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
