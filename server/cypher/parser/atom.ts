import type { Branch, Expression, ProjectionItem, Variable } from '../ast.ts';
import { syntaxError } from '../error.ts';
import { parseCall } from './call.ts';
import { comparisonOperator, largestInteger, octal, parseExpression, parsePredicate } from './expression.ts';
import { parsePatternPart, triesNodeChain } from './pattern.ts';
import { parseSubqueryBody } from './query.ts';
import type { Reader } from './reader.ts';

/** Parses with `|` free to mean what it means inside brackets of its own. */
export function bracketed<T>(r: Reader, bar: boolean, parse: () => T): T {
  const before = r.barTaken;
  r.barTaken = bar;
  const result = parse();
  r.barTaken = before;
  return result;
}

export function parseAtom(r: Reader): Expression {
  const token = r.peek();
  const { start } = token;
  switch (token.kind) {
    case 'string':
      r.next();
      return { kind: 'literal', value: token.text, start, end: token.end };
    case 'integer': {
      r.next();
      const value = BigInt(octal(token.text));
      if (value > largestInteger) throw syntaxError('IntegerOverflow', `integer is too large: ${token.text}`, start);
      return { kind: 'literal', value, start, end: token.end };
    }
    case 'float':
      r.next();
      return { kind: 'literal', value: Number(token.text), start, end: token.end };
    case 'bad-number':
      throw syntaxError('InvalidNumberLiteral', `Invalid number '${token.text}'`, start);
    case 'parameter':
      r.next();
      return { kind: 'parameter', name: token.text, start, end: token.end };
    case 'quoted':
    case 'name':
      return parseNamed(r);
    case 'symbol':
      if (token.text === '(') return parseParenthesis(r);
      if (token.text === '[') return bracketed(r, false, () => parseBracket(r));
      if (token.text === '{') return bracketed(r, false, () => parseMap(r));
      break;
    default:
  }
  throw r.fail('an expression');
}

function parseParenthesis(r: Reader): Expression {
  const { start } = r.peek();
  if (triesNodeChain(r)) {
    const pattern = parsePatternPart(r, { variable: false });
    return { kind: 'pattern-expression', pattern, introduced: [], start, end: r.end() };
  }
  r.next();
  const inner = bracketed(r, false, () => parseExpression(r));
  r.expect(')', 'to close the parenthesis');
  return inner;
}

export function parseVariable(r: Reader, what = 'a variable'): Variable {
  const token = r.name(what);
  return { kind: 'variable', name: token.text, binding: undefined, start: token.start, end: token.end };
}

function parseBracket(r: Reader): Expression {
  const { start } = r.next();
  const second = r.peek();
  const plain = `list ${r.at}`;
  const comprehends = r.tried.get(plain) === undefined;
  if (comprehends && (second.kind === 'name' || second.kind === 'quoted') && r.seesWord('IN', 1)) {
    const back = r.at;
    const variable = parseVariable(r);
    r.next();
    const list = bracketed(r, true, () => parseExpression(r));
    if (r.seesWord('WHERE') || r.sees('|')) {
      const where = r.takeWords('WHERE') ? bracketed(r, true, () => parseExpression(r)) : undefined;
      const map = r.take('|') ? parseExpression(r) : undefined;
      r.expect(']', 'to close the list comprehension');
      return { kind: 'list-comprehension', variable, list, where, map, start, end: r.end() };
    }
    if (r.take(']')) {
      return { kind: 'list-comprehension', variable, list, where: undefined, map: undefined, start, end: r.end() };
    }
    r.at = back;
    r.tried.set(plain, true);
  }
  if (comprehends && (second.kind === 'name' || second.kind === 'quoted') && r.sees('=', 1) && r.sees('(', 2)) {
    const back = r.at;
    const variable = parseVariable(r);
    r.next();
    if (triesNodeChain(r)) return patternComprehension(r, start, variable);
    r.at = back;
  } else if (comprehends && r.sees('(') && triesNodeChain(r)) {
    const back = r.at;
    const pattern = parsePatternPart(r, { variable: false });
    if (r.seesWord('WHERE') || r.sees('|')) return patternComprehension(r, start, undefined, pattern);
    r.at = back;
    r.tried.set(plain, true);
  }
  const items: Expression[] = [];
  if (!r.sees(']')) {
    do items.push(parseExpression(r));
    while (r.take(','));
  }
  r.expect(']', 'to close the list');
  return { kind: 'list', items, start, end: r.end() };
}

function patternComprehension(
  r: Reader,
  start: number,
  variable: Variable | undefined,
  parsed = parsePatternPart(r, { variable: false }),
): Expression {
  const pattern = { ...parsed, variable };
  const where = r.takeWords('WHERE') ? bracketed(r, true, () => parseExpression(r)) : undefined;
  r.expect('|', 'and what to collect, in a pattern comprehension');
  const map = parseExpression(r);
  r.expect(']', 'to close the pattern comprehension');
  return { kind: 'pattern-comprehension', pattern, where, map, introduced: [], start, end: r.end() };
}

export function parseMap(r: Reader): Expression {
  const { start } = r.expect('{', 'to open a map');
  const entries: { key: string; value: Expression }[] = [];
  if (!r.sees('}')) {
    do {
      const key = r.name('a key of the map').text;
      r.expect(':', 'after a key of a map');
      entries.push({ key, value: parseExpression(r) });
    } while (r.take(','));
  }
  r.expect('}', 'to close the map');
  return { kind: 'map', entries, start, end: r.end() };
}

function parseNamed(r: Reader): Expression {
  const token = r.peek();
  const { start, end } = token;
  const literal = (value: null | boolean | number): Expression => {
    r.next();
    return { kind: 'literal', value, start, end };
  };
  if (token.kind === 'name' && !r.sees('(', 1)) {
    if (token.word === 'NULL') return literal(null);
    if (token.word === 'TRUE') return literal(true);
    if (token.word === 'FALSE') return literal(false);
    if (token.word === 'INF' || token.word === 'INFINITY') return literal(Number.POSITIVE_INFINITY);
    if (token.word === 'NAN') return literal(Number.NaN);
  }
  if (token.kind === 'name' && token.word === 'CASE' && !r.sees('.', 1)) {
    return r.deeper(() => bracketed(r, false, () => parseCase(r)));
  }
  if (token.kind === 'name' && r.sees('{', 1)) {
    const which = { EXISTS: 'exists', COUNT: 'count', COLLECT: 'collect' }[token.word];
    if (which === 'exists' || which === 'count' || which === 'collect') {
      r.next();
      r.next();
      const query = r.deeper(() => bracketed(r, false, () => parseSubqueryBody(r, which)));
      r.expect('}', `to close ${token.word} {`);
      return { kind: 'subquery', which, query, start, end: r.end() };
    }
  }
  const call = parseCall(r);
  if (call !== undefined) return call;
  const variable = parseVariable(r);
  if (r.sees('{')) return r.deeper(() => bracketed(r, false, () => parseMapProjection(r, variable)));
  return variable;
}

function parseCase(r: Reader): Expression {
  const { start } = r.next();
  const subject = r.seesWord('WHEN') ? undefined : parseExpression(r);
  const branches: Branch[] = [];
  while (r.takeWords('WHEN')) {
    const tests = [parseWhen(r, subject)];
    while (subject !== undefined && r.take(',')) tests.push(parseWhen(r, subject));
    r.expectWord('THEN', 'after WHEN');
    const value = parseExpression(r);
    branches.push({ tests, value });
  }
  if (branches.length === 0) throw r.fail('WHEN');
  const otherwise = r.takeWords('ELSE') ? parseExpression(r) : undefined;
  r.expectWord('END', 'to close CASE');
  return { kind: 'case', subject, branches, otherwise, start, end: r.end() };
}

/** `WHEN 3`, or `WHEN > 3` where there is a subject to compare. */
function parseWhen(r: Reader, subject: Expression | undefined): Branch['tests'][number] {
  const operator = subject === undefined ? undefined : comparisonOperator(r);
  if (operator === undefined) return { operator, operand: parseExpression(r) };
  r.next();
  return { operator, operand: parsePredicate(r) };
}

function parseMapProjection(r: Reader, of: Variable): Expression {
  r.next();
  const items: ProjectionItem[] = [];
  if (!r.sees('}')) {
    do {
      if (r.take('.')) {
        if (r.take('*')) items.push({ kind: 'all' });
        else items.push({ kind: 'property', key: r.name('a property or *').text });
      } else if (r.sees(':', 1)) {
        const key = r.name('a key').text;
        r.next();
        items.push({ kind: 'entry', key, value: parseExpression(r) });
      } else items.push({ kind: 'variable', variable: parseVariable(r) });
    } while (r.take(','));
  }
  r.expect('}', 'to close the map projection');
  return { kind: 'map-projection', of, items, start: of.start, end: r.end() };
}
