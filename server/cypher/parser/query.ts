import type { Clause, Expression, PatternPart, Query, SingleQuery, Statement } from '../ast.ts';
import { notSupported, syntaxError } from '../error.ts';
import { isClauseWord, parseClause } from './clause.ts';
import { parseExpression } from './expression.ts';
import { parsePatterns } from './pattern.ts';
import { createReader, type Reader } from './reader.ts';

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
