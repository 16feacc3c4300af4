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
  while (!barTaken && r.sees('|')) {
    r.next();
    r.take(':');
    of.push(parseAnd(r));
  }
  return of.length === 1 ? of[0]! : { kind: 'or', of };
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
