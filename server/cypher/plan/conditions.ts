import type { Binding, Expression, PatternElement, PatternPart, Variable } from '../ast.ts';
import { eachChild } from '../check/fingerprint.ts';

/** A condition of a pattern, and the variables of the pattern it needs. */
export interface Condition {
  readonly expression: Expression;
  readonly needs: ReadonlySet<Binding>;
}

/** Cuts `a AND b AND c` into its parts. */
export function conjuncts(expression: Expression | undefined): readonly Expression[] {
  if (expression === undefined) return [];
  if (expression.kind === 'logical' && expression.operator === 'and') return expression.operands.flatMap(conjuncts);
  return [expression];
}

/** All bindings an expression reads, inside patterns and subqueries too. */
export function bindingsIn(expression: Expression): ReadonlySet<Binding> {
  const found = new Set<Binding>();
  collect(expression, found);
  return found;
}

function collect(expression: Expression, found: Set<Binding>): void {
  if (expression.kind === 'variable' && expression.binding !== undefined) found.add(expression.binding);
  if (expression.kind === 'pattern-expression' || expression.kind === 'pattern-comprehension') {
    inPattern(expression.pattern, found);
  }
  if (expression.kind === 'subquery') {
    for (const part of expression.query.parts) for (const clause of part.clauses) inClause(clause, found);
  }
  eachChild(expression, (child) => collect(child, found));
}

function inClause(clause: object, found: Set<Binding>): void {
  const { patterns, pattern, query } = clause as {
    patterns?: readonly PatternPart[];
    pattern?: PatternPart;
    query?: { parts: readonly { clauses: readonly object[] }[] };
  };
  for (const part of patterns ?? []) inPattern(part, found);
  if (pattern !== undefined) inPattern(pattern, found);
  for (const part of query?.parts ?? []) for (const inner of part.clauses) inClause(inner, found);
  const { projection } = clause as { projection?: { columns: readonly { binding: Binding }[] } };
  for (const column of projection?.columns ?? []) found.add(column.binding);
}

function inPattern(pattern: PatternPart, found: Set<Binding>): void {
  const walk = (elements: readonly PatternElement[]): void => {
    for (const element of elements) {
      if (element.kind === 'pattern-group') walk(element.elements);
      else if (element.binding !== undefined) found.add(element.binding);
    }
  };
  walk(pattern.elements);
}

const looping: ReadonlySet<string> = new Set([
  'list-comprehension',
  'quantifier',
  'reduce',
  'pattern-comprehension',
  'pattern-expression',
  'subquery',
]);

/** Does anything in the expression loop? */
export function hasLoop(expression: Expression): boolean {
  if (looping.has(expression.kind)) return true;
  if (expression.kind === 'call' && expression.name.toLowerCase() === 'range') return true;
  let found = false;
  eachChild(expression, (child) => {
    found ||= hasLoop(child);
  });
  return found;
}

export function condition(expression: Expression, introduced: ReadonlySet<Binding>): Condition {
  const needs = new Set([...bindingsIn(expression)].filter((binding) => introduced.has(binding)));
  return { expression, needs };
}

/** A variable that reads a binding; for conditions the planner writes itself. */
export function reading(binding: Binding): Variable {
  return { kind: 'variable', name: binding.name, binding, start: 0, end: 0 };
}

/** `binding.a = x AND binding.b = y` for a property map. */
export function propertyConditions(binding: Binding, properties: Expression | undefined): readonly Expression[] {
  if (properties === undefined) return [];
  if (properties.kind !== 'map') return [];
  return properties.entries.map(({ key, value }) => {
    const { start, end } = value;
    return {
      kind: 'comparison',
      operands: [{ kind: 'property', of: reading(binding), key, start, end }, value],
      operators: ['='],
      start,
      end,
    };
  });
}
