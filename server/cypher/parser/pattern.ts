import type {
  Direction,
  Expression,
  Length,
  NodePattern,
  PatternElement,
  PatternGroup,
  PatternPart,
  RelationshipPattern,
  Selector,
  Variable,
} from '../ast.ts';
import { CypherError, syntaxError } from '../error.ts';
import { parseMap, parseVariable } from './atom.ts';
import { parseExpression } from './expression.ts';
import { parseLabelExpression } from './labels.ts';
import type { Reader } from './reader.ts';

/** Parses patterns separated by commas. */
export function parsePatterns(r: Reader): readonly PatternPart[] {
  const parts = [parsePatternPart(r, { variable: true })];
  while (r.take(',')) parts.push(parsePatternPart(r, { variable: true }));
  return parts;
}

/** Parses `p = SHORTEST 1 (a)-[r]->(b)`; without `variable` no path may be named. */
export function parsePatternPart(r: Reader, allowed: { readonly variable: boolean }): PatternPart {
  const { start } = r.peek();
  let variable: Variable | undefined;
  if (allowed.variable && !r.sees('(') && r.sees('=', 1)) {
    variable = parseVariable(r, 'the name of a path');
    r.next();
  }
  const selector = parseSelector(r);
  if (selector !== undefined && 'form' in selector && selector.form === 'function') {
    r.expect('(', 'to open a shortest path');
    const elements = parseElements(r);
    r.expect(')', 'to close the shortest path');
    checkShortest(elements, start);
    return { variable, selector, elements, binding: undefined, start, end: r.end() };
  }
  return { variable, selector, elements: parseElements(r), binding: undefined, start, end: r.end() };
}

function checkShortest(elements: readonly PatternElement[], start: number): void {
  if (elements.length !== 3 || elements[1]?.kind !== 'relationship-pattern') {
    throw syntaxError(
      'InvalidShortestPath',
      'shortestPath(…) needs a pattern of exactly one relationship between two nodes',
      start,
      'write shortestPath((a)-[*]-(b))',
    );
  }
}

function parseCount(r: Reader, fallback: number): number {
  if (r.peek().kind !== 'integer') return fallback;
  const token = r.next();
  const count = Number(token.text);
  if (count < 1) throw syntaxError('InvalidArgumentValue', 'The number of paths must be at least 1', token.start);
  return count;
}

function parseSelector(r: Reader): Selector | undefined {
  if (r.sees('(', 1)) {
    if (r.takeWords('SHORTESTPATH')) return { kind: 'shortest', form: 'function' };
    if (r.takeWords('ALLSHORTESTPATHS')) return { kind: 'all-shortest', form: 'function' };
  }
  if (r.takeWords('ALL', 'SHORTEST')) {
    takePathWord(r);
    return { kind: 'all-shortest', form: 'selector' };
  }
  if (r.takeWords('ANY', 'SHORTEST')) {
    takePathWord(r);
    return { kind: 'shortest', form: 'selector' };
  }
  if (r.seesWord('ANY') && (r.sees('(', 1) || r.peek(1).kind === 'integer' || r.seesWord('PATH', 1))) {
    r.next();
    const count = parseCount(r, 1);
    takePathWord(r);
    return { kind: 'any', count };
  }
  if (r.seesWord('ALL') && (r.seesWord('PATHS', 1) || r.seesWord('PATH', 1))) {
    r.next();
    takePathWord(r);
    return undefined;
  }
  if (r.takeWords('SHORTEST')) {
    if (r.sees('(')) throw r.fail('a number, PATHS or GROUPS');
    const count = parseCount(r, 1);
    takePathWord(r);
    if (r.takeWords('GROUP') || r.takeWords('GROUPS')) return { kind: 'shortest-groups', count };
    return { kind: 'shortest-k', count };
  }
  return undefined;
}

function takePathWord(r: Reader): void {
  if (!r.takeWords('PATHS')) r.takeWords('PATH');
}

function parseElements(r: Reader): readonly PatternElement[] {
  const elements: PatternElement[] = [];
  for (;;) {
    if (r.sees('(') && isGroup(r)) {
      const { group, quantified } = parseGroup(r);
      elements.push(group);
      if (!quantified && (elements.length > 1 || r.sees('('))) throw r.fail('a quantifier such as {1,3} or +');
      if (!r.sees('(') && !seesRelationship(r)) break;
      if (seesRelationship(r)) throw r.fail('a node after a quantified path pattern');
      continue;
    }
    elements.push(parseNode(r));
    if (seesRelationship(r)) {
      elements.push(parseRelationship(r));
      if (!r.sees('(') || isGroup(r)) throw r.fail('a node at the end of a relationship');
      continue;
    }
    if (!r.sees('(')) break;
    if (!isGroup(r)) throw r.fail('a relationship between two nodes');
  }
  return elements;
}

/** `((`, or `(x = (`: a parenthesised path pattern. */
function isGroup(r: Reader): boolean {
  return r.sees('(', 1) || (['name', 'quoted'].includes(r.peek(1).kind) && r.sees('=', 2) && r.sees('(', 3));
}

/** What is no group is remembered: of `((((` each bracket would be tried again, and all that are within. */
function parseGroup(r: Reader): { readonly group: PatternGroup; readonly quantified: boolean } {
  const key = chainKey(r);
  const doubled = r.sees('(', 1);
  try {
    return parseWholeGroup(r);
  } catch (error) {
    if (doubled) r.tried.set(key, false);
    throw error;
  }
}

function parseWholeGroup(r: Reader): { readonly group: PatternGroup; readonly quantified: boolean } {
  const { start } = r.next();
  const elements = r.deeper(() => parseElements(r));
  const where = r.takeWords('WHERE') ? parseExpression(r) : undefined;
  r.expect(')', 'to close the quantified path pattern');
  const quantifier = parseQuantifier(r);
  if (quantifier && elements.some(({ kind }) => kind === 'pattern-group'))
    throw syntaxError('NestedQuantifier', 'Quantified path patterns are not allowed to be nested', start);
  const length = quantifier ?? { min: 1, max: 1 };
  const group: PatternGroup = { kind: 'pattern-group', elements, where, length, groups: [], start, end: r.end() };
  return { group, quantified: quantifier !== undefined };
}

/** `+`, `*`, `{n}`, `{n,m}`. */
function parseQuantifier(r: Reader): Length | undefined {
  if (r.take('+')) return { min: 1, max: Number.POSITIVE_INFINITY };
  if (r.take('*')) return { min: 0, max: Number.POSITIVE_INFINITY };
  if (!r.sees('{')) return undefined;
  const { start } = r.next();
  const min = r.peek().kind === 'integer' ? Number(r.next().text) : undefined;
  let max = min;
  if (r.take(',')) max = r.peek().kind === 'integer' ? Number(r.next().text) : Number.POSITIVE_INFINITY;
  r.expect('}', 'to close the quantifier');
  if (max === undefined) throw syntaxError('UnexpectedSyntax', 'A quantifier needs a number', start);
  if (max < (min ?? 0) || max === 0) {
    throw syntaxError('InvalidQuantifier', `A quantifier {${min ?? 0},${max}} can never be met`, start);
  }
  return { min: min ?? 0, max };
}

function seesRelationship(r: Reader): boolean {
  if (r.sees('-')) return true;
  return r.sees('<') && r.sees('-', 1);
}

export function parseNode(r: Reader): NodePattern {
  const { start } = r.expect('(', 'to open a node');
  const { variable, labels, properties, where } = parseFilling(r, ')');
  r.expect(')', 'to close the node');
  return { kind: 'node-pattern', variable, labels, properties, where, binding: undefined, start, end: r.end() };
}

interface Filling {
  readonly variable: Variable | undefined;
  readonly labels: NodePattern['labels'];
  readonly length: Length | undefined;
  readonly properties: Expression | undefined;
  readonly where: Expression | undefined;
}

function parseFilling(r: Reader, close: string): Filling {
  const token = r.peek();
  const named = token.kind === 'quoted' || (token.kind === 'name' && !isWhere(r, close) && !isIsLabel(r));
  const variable = named ? parseVariable(r) : undefined;
  const colon = r.sees(':') || r.seesWord('IS');
  const labels = colon ? parseLabelExpression(r) : undefined;
  if (close === ']' && labels?.kind === 'and' && labels.colons === true) {
    throw syntaxError(
      'InvalidRelationshipPattern',
      'A relationship has one type: types are not joined with colons',
      token.start,
      'write :A|B for either',
    );
  }
  const length = close === ']' && r.sees('*') ? parseLength(r) : undefined;
  if (close === ']' && length === undefined && (r.sees('..') || r.peek().kind === 'integer')) {
    throw r.fail("'*' before the length of a relationship", 'InvalidRelationshipPattern');
  }
  let properties: Expression | undefined;
  if (r.sees('{')) properties = parseMap(r);
  else if (r.peek().kind === 'parameter') {
    const parameter = r.next();
    properties = { kind: 'parameter', name: parameter.text, start: parameter.start, end: parameter.end };
  }
  const before = r.barTaken;
  r.barTaken = false;
  const where = r.takeWords('WHERE') ? parseExpression(r) : undefined;
  r.barTaken = before;
  return { variable, labels, length, properties, where };
}

/** A node may be called `where`; `(WHERE x)` is a condition. */
function isWhere(r: Reader, close: string): boolean {
  return r.seesWord('WHERE') && !r.sees(close, 1) && !r.sees(':', 1) && !r.sees('{', 1);
}

function isIsLabel(r: Reader): boolean {
  return r.seesWord('IS') && ['name', 'quoted'].includes(r.peek(1).kind);
}

/** `*`, `*2`, `*1..3`, `*..3`, `*1..`. */
function parseLength(r: Reader): Length {
  r.next();
  const bound = (): number | undefined => {
    const token = r.peek();
    if (token.kind !== 'integer') return undefined;
    r.next();
    return Number(token.text);
  };
  const min = bound();
  if (!r.take('..')) {
    if (r.sees('-') || r.peek().kind === 'float') {
      throw r.fail('a whole number from 0 as length', 'InvalidRelationshipPattern');
    }
    return { min: min ?? 1, max: min ?? Number.POSITIVE_INFINITY };
  }
  return { min: min ?? 1, max: bound() ?? Number.POSITIVE_INFINITY };
}

function parseRelationship(r: Reader): RelationshipPattern {
  const { start } = r.peek();
  const left = r.take('<');
  r.expect('-', 'in a relationship');
  let filling: Filling = {
    variable: undefined,
    labels: undefined,
    length: undefined,
    properties: undefined,
    where: undefined,
  };
  if (r.take('[')) {
    filling = parseFilling(r, ']');
    r.expect(']', 'to close the relationship');
  }
  r.expect('-', 'after a relationship');
  const right = r.take('>');
  const direction: Direction = left === right ? 'both' : left ? 'in' : 'out';
  const quantifier = parseQuantifier(r);
  if (quantifier !== undefined && filling.length !== undefined) {
    throw r.fail('either * inside the brackets or a quantifier after them');
  }
  const { variable, labels: types, properties, where } = filling;
  const length = filling.length ?? quantifier;
  return {
    kind: 'relationship-pattern',
    variable,
    types,
    properties,
    where,
    direction,
    length,
    binding: undefined,
    start,
    end: r.end(),
  };
}

const chainKey = (r: Reader): string => `chain ${r.at}`;

/** Do a node and a relationship follow, as in `(a)-->(b)`? Leaves the reader where it was. */
export function triesNodeChain(r: Reader): boolean {
  const key = chainKey(r);
  const known = r.tried.get(key);
  if (known !== undefined) return known;
  const holds = tryNodeChain(r);
  r.tried.set(key, holds);
  return holds;
}

function tryNodeChain(r: Reader): boolean {
  const back = r.at;
  const bar = r.barTaken;
  try {
    if (r.sees('(') && r.sees('(', 1)) return triesGroup(r, back);
    parseNode(r);
    if (r.sees('(')) return isGroup(r);
    if (r.sees('<')) {
      if (!r.sees('-', 1)) return false;
      return r.sees('[', 2) || r.sees('-', 2);
    }
    return r.sees('-') && (r.sees('[', 1) || (r.sees('-', 1) && (r.sees('>', 2) || r.sees('(', 2))));
  } catch (error) {
    if (error instanceof CypherError) return false;
    throw error;
  } finally {
    r.at = back;
    r.barTaken = bar;
  }
}

function triesGroup(r: Reader, back: number): boolean {
  const group = parseGroup(r).group;
  const quantified = r.at - 1 > back && !r.sees(')') && group.elements.length > 1;
  return quantified && group.elements.some((one) => one.kind === 'relationship-pattern') && !(group.length.max === 1);
}
