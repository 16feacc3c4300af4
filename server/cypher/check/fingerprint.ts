import type { Column, Expression } from '../ast.ts';

const places: ReadonlySet<string> = new Set([
  'start',
  'end',
  'binding',
  'introduced',
  'columns',
  'visible',
  'aggregates',
  'groups',
]);

/** The same text for expressions that say the same, wherever they stand. */
export function fingerprint(expression: Expression): string {
  return JSON.stringify(expression, (key, value: unknown) => {
    if (places.has(key)) return undefined;
    if (typeof value === 'bigint') return `int ${value}`;
    if (typeof value === 'number' && key === 'value') return `float ${value}`;
    return value === Number.POSITIVE_INFINITY ? 'endless' : value;
  });
}

/** Calls `visit` with each expression directly inside; subqueries and patterns give all expressions they hold. */
export function eachChild(of: object, visit: (child: Expression) => void): void {
  for (const [key, value] of Object.entries(of)) {
    if (typeof value !== 'object' || value === null || places.has(key)) continue;
    const visitAny = (one: unknown): void => {
      if (typeof one !== 'object' || one === null) return;
      if (isExpression(one)) visit(one);
      else eachChild(one, visit);
    };
    if (Array.isArray(value)) value.forEach(visitAny);
    else visitAny(value);
  }
}

const expressionKinds: ReadonlySet<unknown> = new Set([
  'literal',
  'parameter',
  'variable',
  'property',
  'has-labels',
  'index',
  'slice',
  'list',
  'map',
  'unary',
  'binary',
  'logical',
  'comparison',
  'is-null',
  'is-typed',
  'is-normalized',
  'call',
  'count-star',
  'case',
  'list-comprehension',
  'quantifier',
  'reduce',
  'pattern-comprehension',
  'pattern-expression',
  'subquery',
  'map-projection',
]);

export function isExpression(value: object): value is Expression {
  return expressionKinds.has((value as { kind?: unknown }).kind) && 'start' in value;
}

/** Puts columns in the place of the expressions they are made of. */
export function withColumns(expression: Expression, columns: readonly Column[]): Expression {
  const byText = new Map<string, Column>();
  for (const column of columns) {
    const text = fingerprint(column.expression);
    if (!byText.has(text)) byText.set(text, column);
  }
  const names = new Set(columns.map((column) => column.name));
  const replace = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(replace);
    if (isExpression(value)) {
      const column = byText.get(fingerprint(value));
      if (column !== undefined && !(value.kind === 'variable' && names.has(value.name) && column.name !== value.name)) {
        return {
          kind: 'variable',
          name: column.name,
          binding: column.binding,
          start: value.start,
          end: value.end,
        };
      }
    }
    const copy: Record<string, unknown> = {};
    for (const [key, part] of Object.entries(value)) copy[key] = key === 'binding' ? part : replace(part);
    return copy;
  };
  return replace(expression) as Expression;
}
