import type { BinaryOperator, Comparison, ComparisonOperator, Expression, Logical } from '../ast.ts';
import { syntaxError } from '../error.ts';
import { parseAtom } from './atom.ts';
import { parseLabelExpression } from './labels.ts';
import type { Reader } from './reader.ts';
import { parseTypeName } from './type-name.ts';

/** How many operators one chain such as `a + b + …` may have. */
const longestChain = 500;

const smallestInteger = -(2n ** 63n);

export const largestInteger = 2n ** 63n - 1n;

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

export function comparisonOperator(r: Reader): ComparisonOperator | undefined {
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

export function parsePredicate(r: Reader): Expression {
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

export function octal(digits: string): string {
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
