import type { LabelExpression } from '../ast.ts';

/** A test of labels, or of a type given as the only one. */
export function compileLabels(expression: LabelExpression): (labels: readonly string[]) => boolean {
  switch (expression.kind) {
    case 'name': {
      const { name } = expression;
      return (labels) => labels.includes(name);
    }
    case 'any':
      return (labels) => labels.length > 0;
    case 'not': {
      const of = compileLabels(expression.of);
      return (labels) => !of(labels);
    }
    case 'and': {
      const of = expression.of.map(compileLabels);
      return (labels) => of.every((one) => one(labels));
    }
    case 'or': {
      const of = expression.of.map(compileLabels);
      return (labels) => of.some((one) => one(labels));
    }
  }
}

/** The names one of which must be there; undefined where that cannot be said. */
export function alternatives(expression: LabelExpression | undefined): readonly string[] | undefined {
  if (expression === undefined) return undefined;
  if (expression.kind === 'name') return [expression.name];
  if (expression.kind !== 'or') return undefined;
  const names: string[] = [];
  for (const one of expression.of) {
    if (one.kind !== 'name') return undefined;
    names.push(one.name);
  }
  return names;
}

/** Names that must all be there. */
export function required(expression: LabelExpression | undefined): readonly string[] {
  if (expression === undefined) return [];
  if (expression.kind === 'name') return [expression.name];
  return expression.kind === 'and' ? expression.of.flatMap(required) : [];
}
