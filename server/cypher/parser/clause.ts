import type { Clause, Merge, SetItem } from '../ast.ts';
import { notSupported } from '../error.ts';
import { parseVariable } from './atom.ts';
import { parseCallClause } from './call-clause.ts';
import { parseExpression } from './expression.ts';
import { parsePatternPart, parsePatterns } from './pattern.ts';
import { parseProjection } from './projection.ts';
import type { Reader } from './reader.ts';
import { parseRemoveItems, parseSetItems } from './updates.ts';

const clauseWords = new Set(
  'MATCH OPTIONAL UNWIND WITH RETURN CALL CREATE MERGE SET REMOVE DELETE DETACH FOREACH USE LOAD FINISH'.split(' '),
);

/** Whether a clause begins here. */
export function isClauseWord(r: Reader): boolean {
  return r.peek().kind === 'name' && clauseWords.has(r.peek().word) && !r.sees('=', 1);
}

/** Reads one clause of a query. */
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
