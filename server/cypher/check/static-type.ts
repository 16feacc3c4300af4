import type { Expression, StaticType } from '../ast.ts';

const numeric: ReadonlySet<StaticType> = new Set(['integer', 'float']);

/** What the elements of a list are, where the expression tells. */
export function elementType(list: Expression): StaticType {
  if (list.kind === 'call') {
    const name = list.name.toLowerCase();
    if (name === 'nodes') return 'node';
    if (name === 'relationships') return 'relationship';
    if (name === 'range') return 'integer';
    if (name === 'keys' || name === 'labels') return 'string';
    if (name === 'collect' && list.args[0] !== undefined)
      return list.args[0].kind === 'variable' ? (list.args[0].binding?.type ?? 'any') : 'any';
  }
  if (list.kind === 'variable')
    return list.binding?.element ?? (list.binding?.type === 'relationships' ? 'relationship' : 'any');
  if (list.kind === 'list' && list.items.length > 0) {
    const types = list.items.map((item) =>
      item.kind === 'literal'
        ? literalType(item.value)
        : item.kind === 'variable'
          ? (item.binding?.type ?? 'any')
          : 'any',
    );
    if (types.every((type) => type === types[0])) return types[0]!;
  }
  return 'any';
}

export function literalType(value: unknown): StaticType {
  if (value === null) return 'null';
  if (typeof value === 'bigint') return 'integer';
  if (typeof value === 'number') return 'float';
  return typeof value === 'string' ? 'string' : 'boolean';
}

export function binaryType(operator: string, left: StaticType, right: StaticType): StaticType {
  if (['in', 'starts with', 'ends with', 'contains', '=~'].includes(operator)) return 'boolean';
  if (operator === '+') {
    if (left === 'list' || right === 'list') return 'list';
    if (left === 'string' || right === 'string') return left === 'any' || right === 'any' ? 'any' : 'string';
  }
  if (operator === '^') return numeric.has(left) && numeric.has(right) ? 'float' : 'any';
  if (left === 'integer' && right === 'integer') return 'integer';
  return numeric.has(left) && numeric.has(right) ? 'float' : 'any';
}
