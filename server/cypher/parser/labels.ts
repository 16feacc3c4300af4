import type { LabelExpression } from '../ast.ts';
import { syntaxError } from '../error.ts';
import type { Reader } from './reader.ts';

/** Parses `:A:B`, `:A|B`, `:(A&!B)|%`, `IS A`; the colon is next. With `barTaken`, `|` belongs to something around. */
export function parseLabelExpression(r: Reader, barTaken = false): LabelExpression {
  const { start } = r.next();
  let left = parseOr(r, barTaken);
  if (r.sees(':')) {
    const all: LabelExpression[] = [left];
    const mixes = left.kind !== 'name';
    while (r.take(':')) all.push(parseOr(r, barTaken));
    if (mixes || all.some((one) => one.kind !== 'name')) {
      throw syntaxError(
        'InvalidLabelExpression',
        'Mixing colons with | & ! is not allowed in a label expression',
        start,
        'write :A&(B|C)',
      );
    }
    left = { kind: 'and', of: all, colons: true };
  }
  return left;
}

function parseOr(r: Reader, barTaken: boolean): LabelExpression {
  const of = [parseAnd(r)];
  while (r.sees('|') && (!barTaken || barFollows(r))) {
    r.next();
    r.take(':');
    of.push(parseAnd(r));
  }
  return of.length === 1 ? of[0]! : { kind: 'or', of };
}

/** How far to look for another bar: label expressions are short. */
const mostAhead = 200;

/** Comes another `|` before what is around ends? Then the next one is still the label expression’s own. */
function barFollows(r: Reader): boolean {
  let depth = 0;
  for (let ahead = 1; ahead < mostAhead; ahead++) {
    const { kind, text } = r.peek(ahead);
    if (kind === 'end') return false;
    if (kind !== 'symbol') continue;
    if ('([{'.includes(text)) depth++;
    else if (')]}'.includes(text) && --depth < 0) return false;
    else if (text === '|' && depth === 0) return true;
  }
  return false;
}

function parseAnd(r: Reader): LabelExpression {
  const of = [parseNot(r)];
  while (r.take('&')) of.push(parseNot(r));
  return of.length === 1 ? of[0]! : { kind: 'and', of };
}

function parseNot(r: Reader): LabelExpression {
  if (r.take('!')) return { kind: 'not', of: r.deeper(() => parseNot(r)) };
  if (r.take('%')) return { kind: 'any' };
  if (r.take('(')) {
    const inner = r.deeper(() => parseOr(r, false));
    r.expect(')', 'to close the label expression');
    return inner;
  }
  const token = r.name('a label or a relationship type');
  return { kind: 'name', name: token.text, start: token.start };
}
