import type { Expression, Index, Property, RemoveItem, SetItem } from '../ast.ts';
import { parseVariable } from './atom.ts';
import { parseExpression } from './expression.ts';
import type { Reader } from './reader.ts';

/** Parses `a.x = 1, a += {…}, a:Label`. */
export function parseSetItems(r: Reader): readonly SetItem[] {
  const items: SetItem[] = [];
  do items.push(parseSetItem(r));
  while (r.take(','));
  return items;
}

function parseSetItem(r: Reader): SetItem {
  if (['name', 'quoted'].includes(r.peek().kind)) {
    if (r.sees('=', 1) || r.sees('+=', 1)) {
      const variable = parseVariable(r);
      const kind = r.next().text === '=' ? 'set-all' : 'set-more';
      return { kind, variable, value: parseExpression(r) };
    }
    if (r.sees(':', 1) || r.seesWord('IS', 1)) {
      const variable = parseVariable(r);
      return { kind: 'set-labels', variable, labels: parseLabels(r) };
    }
  }
  const target = parseTarget(r);
  r.expect('=', 'and the new value');
  return { kind: 'set-property', target, value: parseExpression(r) };
}

function parseLabels(r: Reader): readonly string[] {
  const labels: string[] = [];
  while (r.take(':') || r.takeWords('IS') || r.take('&')) labels.push(r.name('a label').text);
  return labels;
}

/** `a.b`, `(expression).b`, `a[key]`. */
function parseTarget(r: Reader): Property | Index {
  const { start } = r.peek();
  let of: Expression;
  if (r.take('(')) {
    of = parseExpression(r);
    r.expect(')', 'to close the parenthesis');
  } else of = parseVariable(r, 'a variable');
  let target: Property | Index | undefined;
  for (;;) {
    const base: Expression = target ?? of;
    if (r.take('.')) target = { kind: 'property', of: base, key: r.name('a property').text, start, end: r.end() };
    else if (r.take('[')) {
      const index = parseExpression(r);
      r.expect(']', 'to close the index');
      target = { kind: 'index', of: base, index, start, end: r.end() };
    } else break;
  }
  if (target === undefined) throw r.fail('a property such as .name');
  return target;
}

/** Parses `a.x, a:Label`. */
export function parseRemoveItems(r: Reader): readonly RemoveItem[] {
  const items: RemoveItem[] = [];
  do {
    if (r.sees(':', 1) || r.seesWord('IS', 1)) {
      const variable = parseVariable(r);
      items.push({ kind: 'remove-labels', variable, labels: parseLabels(r) });
    } else items.push({ kind: 'remove-property', target: parseTarget(r) });
  } while (r.take(','));
  return items;
}
