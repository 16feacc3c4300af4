import type {
  BinaryOperator,
  Comparison,
  ComparisonOperator,
  Expression,
  Logical,
  ProjectionItem,
  TypeName,
  Variable,
} from '../ast.ts';
import { syntaxError } from '../error.ts';
import { parseLabelExpression } from './labels.ts';
import { parsePatternPart, triesNodeChain } from './pattern.ts';
import { parseSubqueryBody } from './query.ts';
import type { Reader } from './reader.ts';

/** How many operators one chain such as `a + b + …` may have. */
const longestChain = 500;

const smallestInteger = -(2n ** 63n);
const largestInteger = 2n ** 63n - 1n;

/** Parses one expression, all precedences. */
export function parseExpression(r: Reader): Expression {
  return r.deeper(() => parseLogical(r, 0));
}

const logicalLevels: readonly Logical['operator'][] = ['or', 'xor', 'and'];

function parseLogical(r: Reader, level: number): Expression {
  const operator = logicalLevels[level];
  if (operator === undefined) return parseNot(r);
  const first = parseLogical(r, level + 1);
  if (!r.seesWord(operator.toUpperCase())) return first;
  const operands = [first];
  while (r.takeWords(operator.toUpperCase())) operands.push(parseLogical(r, level + 1));
  return { kind: 'logical', operator, operands, start: first.start, end: r.end() };
}

function parseNot(r: Reader): Expression {
  if (!r.seesWord('NOT')) return parseComparison(r);
  const { start } = r.next();
  const of = r.deeper(() => parseNot(r));
  return { kind: 'unary', operator: 'not', of, start, end: r.end() };
}

function comparisonOperator(r: Reader): ComparisonOperator | undefined {
  const token = r.peek();
  if (token.kind !== 'symbol') return undefined;
  switch (token.text) {
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return token.text;
    case '!=':
      throw syntaxError('UnexpectedSyntax', "Unknown operation '!='", token.start, "write '<>' for not equal");
    default:
      return undefined;
  }
}

function parseComparison(r: Reader): Expression {
  const first = parsePredicate(r);
  let operator = comparisonOperator(r);
  if (operator === undefined) return first;
  const operands = [first];
  const operators: ComparisonOperator[] = [];
  while (operator !== undefined) {
    r.next();
    operators.push(operator);
    operands.push(parsePredicate(r));
    operator = comparisonOperator(r);
  }
  const comparison: Comparison = { kind: 'comparison', operands, operators, start: first.start, end: r.end() };
  return comparison;
}

function parsePredicate(r: Reader): Expression {
  let left = parseSum(r);
  for (let links = 0; ; links++) {
    if (links > longestChain) throw r.fail('fewer operators in one expression', 'NestedTooDeep');
    const { start } = left;
    const binary = (operator: BinaryOperator): void => {
      const right = parseSum(r);
      left = { kind: 'binary', operator, left, right, start, end: r.end() };
    };
    if (r.takeWords('STARTS', 'WITH')) binary('starts with');
    else if (r.takeWords('ENDS', 'WITH')) binary('ends with');
    else if (r.takeWords('CONTAINS')) binary('contains');
    else if (r.takeWords('IN')) binary('in');
    else if (r.take('=~')) binary('=~');
    else if (r.takeWords('IS', 'NULL')) left = { kind: 'is-null', of: left, negated: false, start, end: r.end() };
    else if (r.takeWords('IS', 'NOT', 'NULL')) {
      left = { kind: 'is-null', of: left, negated: true, start, end: r.end() };
    } else if (r.seesWord('IS')) left = parseIs(r, left);
    else if (r.sees('::')) {
      r.next();
      left = { kind: 'is-typed', of: left, type: parseTypeName(r), negated: false, start, end: r.end() };
    } else return left;
  }
}

function parseIs(r: Reader, of: Expression): Expression {
  const { start } = of;
  r.next();
  const negated = r.takeWords('NOT');
  if (r.take('::') || r.takeWords('TYPED')) {
    return { kind: 'is-typed', of, type: parseTypeName(r), negated, start, end: r.end() };
  }
  const form = ['NFC', 'NFD', 'NFKC', 'NFKD'].find((name) => r.seesWord(name));
  if (form !== undefined) r.next();
  if (r.takeWords('NORMALIZED')) {
    return { kind: 'is-normalized', of, form: form ?? 'NFC', negated, start, end: r.end() };
  }
  throw r.fail('NULL, NOT NULL, ::, TYPED or NORMALIZED after IS');
}

function parseTypeName(r: Reader): TypeName {
  const names: { name: string; element?: TypeName; notNull: boolean }[] = [];
  do {
    let name = r.name('the name of a type').word;
    const follows: Readonly<Record<string, readonly string[]>> = {
      LOCAL: ['DATETIME', 'TIME'],
      ZONED: ['DATETIME', 'TIME'],
      SIGNED: ['INTEGER'],
      ANY: ['VALUE', 'NODE', 'RELATIONSHIP', 'MAP', 'PROPERTY'],
      PROPERTY: ['VALUE'],
      TIMESTAMP: ['WITH', 'WITHOUT'],
      TIME: ['WITH', 'WITHOUT'],
    };
    const second = follows[name]?.find((word) => r.seesWord(word));
    if (second !== undefined) {
      r.next();
      name += ` ${second}`;
      if (second === 'WITH' || second === 'WITHOUT') {
        if (!r.takeWords('TIMEZONE')) {
          r.expectWord('TIME', 'in the name of a type');
          r.expectWord('ZONE', 'in the name of a type');
        }
      } else if (name === 'ANY PROPERTY') r.expectWord('VALUE', 'in the name of a type');
    }
    let element: TypeName | undefined;
    if ((name === 'LIST' || name === 'ARRAY') && r.take('<')) {
      element = r.deeper(() => parseTypeName(r));
      r.expect('>', 'after the type of a list’s elements');
    }
    const notNull = r.takeWords('NOT', 'NULL') || r.take('!');
    names.push(element === undefined ? { name, notNull } : { name, element, notNull });
  } while (r.take('|'));
  return { names };
}

const sums: ReadonlySet<string> = new Set(['+', '-', '||']);
const products: ReadonlySet<string> = new Set(['*', '/', '%']);

function parseChain(r: Reader, operators: ReadonlySet<string>, operand: (r: Reader) => Expression): Expression {
  let left = operand(r);
  for (let links = 0; r.peek().kind === 'symbol' && operators.has(r.peek().text); links++) {
    if (links > longestChain) throw r.fail('fewer operators in one expression', 'NestedTooDeep');
    const operator = r.next().text as BinaryOperator;
    const right = operand(r);
    left = { kind: 'binary', operator, left, right, start: left.start, end: r.end() };
  }
  return left;
}

function parseSum(r: Reader): Expression {
  return parseChain(r, sums, parseProduct);
}

function parseProduct(r: Reader): Expression {
  return parseChain(r, products, parsePower);
}

function parsePower(r: Reader): Expression {
  return parseChain(r, powers, parseSign);
}

const powers: ReadonlySet<string> = new Set(['^']);

function parseSign(r: Reader): Expression {
  if (!r.sees('-') && !r.sees('+')) return parsePostfix(r);
  const { start, text } = r.next();
  const operator = text === '-' ? '-' : '+';
  const token = r.peek();
  if (operator === '-' && token.kind === 'integer' && !r.sees('.', 1)) {
    r.next();
    const value = -BigInt(octal(token.text));
    if (value < smallestInteger) throw syntaxError('IntegerOverflow', `integer is too large: -${token.text}`, start);
    return postfixes(r, { kind: 'literal', value, start, end: r.end() });
  }
  const of = r.deeper(() => parseSign(r));
  if (operator === '-' && of.kind === 'literal' && typeof of.value === 'number') {
    return { ...of, value: -of.value, start };
  }
  return { kind: 'unary', operator, of, start, end: r.end() };
}

function octal(digits: string): string {
  return digits.replace(/^0[xX]/, '0x').replace(/^0[oO]/, '0o');
}

function parsePostfix(r: Reader): Expression {
  return postfixes(r, parseAtom(r));
}

function postfixes(r: Reader, first: Expression): Expression {
  let of = first;
  const { start } = of;
  for (let links = 0; ; links++) {
    if (links > longestChain) throw r.fail('fewer steps in one expression', 'NestedTooDeep');
    if (r.sees('.')) {
      r.next();
      const key = r.name('the name of a property').text;
      of = { kind: 'property', of, key, start, end: r.end() };
    } else if (r.sees('[')) {
      r.next();
      of = r.deeper(() => parseIndex(r, of));
    } else if (r.sees(':') && of.kind !== 'literal') {
      const labels = parseLabelExpression(r, r.barTaken);
      of = { kind: 'has-labels', of, labels, start, end: r.end() };
    } else return of;
  }
}

function parseIndex(r: Reader, of: Expression): Expression {
  const { start } = of;
  const bar = r.barTaken;
  r.barTaken = false;
  const from = r.sees('..') ? undefined : parseExpression(r);
  let result: Expression;
  if (r.take('..')) {
    const to = r.sees(']') ? undefined : parseExpression(r);
    r.expect(']', 'after the bounds of a slice');
    result = { kind: 'slice', of, from, to, start, end: r.end() };
  } else {
    r.expect(']', 'after an index');
    result = { kind: 'index', of, index: from!, start, end: r.end() };
  }
  r.barTaken = bar;
  return result;
}

/** Parses with `|` free to mean what it means inside brackets of its own. */
function bracketed<T>(r: Reader, bar: boolean, parse: () => T): T {
  const before = r.barTaken;
  r.barTaken = bar;
  const result = parse();
  r.barTaken = before;
  return result;
}

function parseAtom(r: Reader): Expression {
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
  const branches: { when: Expression; value: Expression }[] = [];
  while (r.takeWords('WHEN')) {
    const tests = [parseWhen(r, subject)];
    while (subject !== undefined && r.take(',')) tests.push(parseWhen(r, subject));
    r.expectWord('THEN', 'after WHEN');
    const value = parseExpression(r);
    for (const when of tests) branches.push({ when, value });
  }
  if (branches.length === 0) throw r.fail('WHEN');
  const otherwise = r.takeWords('ELSE') ? parseExpression(r) : undefined;
  r.expectWord('END', 'to close CASE');
  return { kind: 'case', subject, branches, otherwise, start, end: r.end() };
}

/** `CASE x WHEN > 3 THEN`: an operator alone stands for a test of the subject; it becomes `[test]` in no other form. */
function parseWhen(r: Reader, subject: Expression | undefined): Expression {
  const operator = subject === undefined ? undefined : comparisonOperator(r);
  if (operator === undefined || subject === undefined) return parseExpression(r);
  r.next();
  const right = parsePredicate(r);
  const test: Expression = {
    kind: 'comparison',
    operands: [subject, right],
    operators: [operator],
    start: right.start,
    end: right.end,
  };
  return {
    kind: 'case',
    subject: undefined,
    branches: [{ when: test, value: subject }],
    otherwise: undefined,
    start: right.start,
    end: right.end,
  };
}

const quantifiers: ReadonlySet<string> = new Set(['ALL', 'ANY', 'NONE', 'SINGLE']);

/** `name(…)` and `a.b.name(…)`; nothing where it is no call. */
function parseCall(r: Reader): Expression | undefined {
  let ahead = 0;
  while (r.sees('.', ahead + 1) && ['name', 'quoted'].includes(r.peek(ahead + 2).kind)) ahead += 2;
  if (!r.sees('(', ahead + 1)) return undefined;
  const { start, word } = r.peek();
  return r.deeper(() =>
    bracketed(r, false, () => {
      const plain = `call ${r.at}`;
      if (ahead === 0 && r.tried.get(plain) === undefined) {
        const special = parseSpecialCall(r, word, start);
        if (special !== undefined) return special;
        r.tried.set(plain, true);
      }
      let name = r.next().text;
      for (let i = 0; i < ahead; i += 2) {
        r.next();
        name += `.${r.next().text}`;
      }
      r.next();
      if (name.toLowerCase() === 'count' && r.sees('*')) {
        r.next();
        r.expect(')', 'after count(*');
        return { kind: 'count-star', start, end: r.end() };
      }
      const distinct = r.takeWords('DISTINCT') || (!r.sees('(', 1) && r.takeWords('ALL') && false);
      const args: Expression[] = [];
      if (!r.sees(')')) {
        do args.push(parseExpression(r));
        while (r.take(','));
      }
      r.expect(')', `to close ${name}(`);
      return { kind: 'call', name, distinct, args, start, end: r.end() };
    }),
  );
}

function parseSpecialCall(r: Reader, word: string, start: number): Expression | undefined {
  const back = r.at;
  if (word === 'SHORTESTPATH' || word === 'ALLSHORTESTPATHS') {
    const pattern = parsePatternPart(r, { variable: false });
    return { kind: 'pattern-expression', pattern, introduced: [], start, end: r.end() };
  }
  if (quantifiers.has(word) && ['name', 'quoted'].includes(r.peek(2).kind) && r.seesWord('IN', 3)) {
    r.next();
    r.next();
    const variable = parseVariable(r);
    r.next();
    const list = parseExpression(r);
    if (r.takeWords('WHERE')) {
      const where = parseExpression(r);
      r.expect(')', `to close ${word.toLowerCase()}(`);
      const which = word.toLowerCase() as 'all' | 'any' | 'none' | 'single';
      return { kind: 'quantifier', which, variable, list, where, start, end: r.end() };
    }
    if (word !== 'SINGLE') {
      throw r.fail('WHERE with the predicate of the quantifier');
    }
    r.at = back;
  }
  if (word === 'REDUCE' && ['name', 'quoted'].includes(r.peek(2).kind) && r.sees('=', 3)) {
    r.next();
    r.next();
    const accumulator = parseVariable(r);
    r.next();
    const initial = parseExpression(r);
    r.expect(',', 'after the first value of reduce');
    const variable = parseVariable(r);
    r.expectWord('IN', 'and the list of reduce');
    const list = bracketed(r, true, () => parseExpression(r));
    r.expect('|', 'and what reduce computes');
    const body = parseExpression(r);
    r.expect(')', 'to close reduce(');
    return { kind: 'reduce', accumulator, initial, variable, list, body, start, end: r.end() };
  }
  if (word === 'NORMALIZE') {
    const form = ['NFC', 'NFD', 'NFKC', 'NFKD'];
    r.next();
    r.next();
    const of = parseExpression(r);
    if (r.sees(',') && form.includes(r.peek(1).word)) {
      r.next();
      const token = r.next();
      r.expect(')', 'to close normalize(');
      const name: Expression = { kind: 'literal', value: token.word, start: token.start, end: token.end };
      return { kind: 'call', name: 'normalize', distinct: false, args: [of, name], start, end: r.end() };
    }
    r.at = back;
  }
  if (word === 'TRIM') {
    const trimmed = parseTrim(r, start);
    if (trimmed !== undefined) return trimmed;
    r.at = back;
  }
  if (word === 'EXISTS') {
    r.next();
    r.next();
    if (triesNodeChain(r)) {
      const pattern = parsePatternPart(r, { variable: false });
      if (r.take(')')) return { kind: 'pattern-expression', pattern, introduced: [], start, end: r.end() };
    }
    r.at = back;
  }
  return undefined;
}

/** `trim(BOTH 'x' FROM text)`. */
function parseTrim(r: Reader, start: number): Expression | undefined {
  r.next();
  r.next();
  const side = ['LEADING', 'TRAILING', 'BOTH'].find((word) => r.seesWord(word));
  if (side !== undefined) r.next();
  if (side === undefined && !r.seesWord('FROM', 1)) return undefined;
  const what = r.seesWord('FROM') ? undefined : parseExpression(r);
  if (!r.takeWords('FROM')) return undefined;
  const from = parseExpression(r);
  r.expect(')', 'to close trim(');
  const name = side === 'LEADING' ? 'ltrim' : side === 'TRAILING' ? 'rtrim' : 'btrim';
  const args = what === undefined ? [from] : [from, what];
  return { kind: 'call', name, distinct: false, args, start, end: r.end() };
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
