import type { Expression } from '../ast.ts';
import { findFunction } from '../functions/find.ts';
import type { Value } from '../values/value.ts';
import type { Run } from './run.ts';

const truths: ReadonlySet<Expression['kind']> = new Set([
  'has-labels',
  'logical',
  'comparison',
  'is-null',
  'is-typed',
  'is-normalized',
  'quantifier',
  'count-star',
]);
const boundedTypes: ReadonlySet<string> = new Set(['node', 'relationship', 'integer', 'float', 'boolean', 'temporal']);

/**
 * Is a value of the expression small whatever happens: no list or text that the query itself has made grow? Such
 * values are compared and searched at once; all others are looked at first.
 */
export function isBounded(run: Run, expression: Expression): boolean {
  const all = (parts: readonly Expression[]): boolean => parts.every((one) => isBounded(run, one));
  switch (expression.kind) {
    case 'literal':
      return true;
    case 'parameter':
      return isSmall(run.parameters.get(expression.name) ?? null);
    case 'variable':
      return boundedTypes.has(expression.binding!.type);
    case 'property':
      // What is stored is as small as the graph's owner made it; a map may hold what the query has made.
      return expression.of.kind === 'variable' && boundedTypes.has(expression.of.binding!.type);
    case 'unary':
      return true;
    case 'binary':
      return expression.operator === '+' || expression.operator === '||'
        ? all([expression.left, expression.right])
        : true;
    case 'list':
      return all(expression.items);
    case 'case':
      return all([
        ...expression.branches.map(({ value }) => value),
        ...(expression.otherwise === undefined ? [] : [expression.otherwise]),
      ]);
    case 'call': {
      const { returns } = findFunction(expression.name) ?? {};
      return returns !== undefined && boundedTypes.has(returns);
    }
    case 'subquery':
      return expression.which !== 'collect';
    default:
      return truths.has(expression.kind);
  }
}

const fewElements = 100;
const fewCharacters = 1000;

function isSmall(value: Value): boolean {
  if (typeof value === 'string') return value.length <= fewCharacters;
  if (Array.isArray(value)) return value.length <= fewElements && value.every((one) => typeof one !== 'object');
  return !(value instanceof Map);
}
