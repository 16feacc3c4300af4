import type { Expression, Item, Projection, SortItem } from '../ast.ts';
import { parseVariable } from './atom.ts';
import { parseExpression } from './expression.ts';
import type { Reader } from './reader.ts';

/** Reads what stands after WITH and RETURN. */
export function parseProjection(r: Reader): Projection {
  const { start } = r.peek();
  const distinct = r.takeWords('DISTINCT');
  let star = false;
  const items: Item[] = [];
  if (r.sees('*')) {
    r.next();
    star = true;
    if (r.take(',')) items.push(...parseItems(r));
  } else items.push(...parseItems(r));
  const orderBy: SortItem[] = [];
  if (r.takeWords('ORDER', 'BY')) {
    do {
      const expression = parseExpression(r);
      const descending = r.takeWords('DESC') || r.takeWords('DESCENDING');
      if (!descending && !r.takeWords('ASC')) r.takeWords('ASCENDING');
      orderBy.push({ expression, descending });
    } while (r.take(','));
  }
  const skip = r.takeWords('SKIP') || r.takeWords('OFFSET') ? parseExpression(r) : undefined;
  const limit = r.takeWords('LIMIT') ? parseExpression(r) : undefined;
  return {
    distinct,
    star,
    items,
    orderBy,
    skip,
    limit,
    columns: [],
    aggregates: false,
    visible: [],
    start,
    end: r.end(),
  };
}

function parseItems(r: Reader): readonly Item[] {
  const items: Item[] = [];
  do {
    const expression = parseExpression(r);
    const source = r.text.slice(firstOffset(r, expression), r.end());
    const alias = r.takeWords('AS') ? parseVariable(r, 'a name after AS') : undefined;
    const name = alias?.name ?? (expression.kind === 'variable' ? expression.name : source);
    items.push({ expression, alias, name, binding: undefined, start: expression.start, end: r.end() });
  } while (r.take(','));
  return items;
}

/** Where the item's text begins: parentheses around it are no part of the expression but of its name. */
function firstOffset(r: Reader, expression: Expression): number {
  let at = expression.start;
  for (let i = at - 1; i >= 0; i--) {
    const character = r.text[i]!;
    if (character === '(') at = i;
    else if (!/\s/.test(character)) break;
  }
  return at;
}
