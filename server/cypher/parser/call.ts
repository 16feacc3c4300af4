import type { Expression } from '../ast.ts';
import { bracketed, parseVariable } from './atom.ts';
import { parseExpression } from './expression.ts';
import { parsePatternPart, triesNodeChain } from './pattern.ts';
import { patternQuery } from './query.ts';
import type { Reader } from './reader.ts';

const quantifiers: ReadonlySet<string> = new Set(['ALL', 'ANY', 'NONE', 'SINGLE']);

/** `name(…)` and `a.b.name(…)`; nothing where it is no call. */
export function parseCall(r: Reader): Expression | undefined {
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
      if (r.take(')'))
        return { kind: 'subquery', which: 'exists', query: patternQuery([pattern]), start, end: r.end() };
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
