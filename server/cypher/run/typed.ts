import type { TypeName } from '../ast.ts';
import { isList, kindOf, type Value } from '../values/value.ts';

const typeAliases: Readonly<Record<string, readonly string[]>> = {
  BOOL: ['BOOLEAN'],
  INT: ['INTEGER'],
  'SIGNED INTEGER': ['INTEGER'],
  VARCHAR: ['STRING'],
  VERTEX: ['NODE'],
  EDGE: ['RELATIONSHIP'],
  'ANY NODE': ['NODE'],
  'ANY RELATIONSHIP': ['RELATIONSHIP'],
  'ANY MAP': ['MAP'],
  NUMBER: ['INTEGER', 'FLOAT'],
  ARRAY: ['LIST'],
  'TIMESTAMP WITH': ['ZONED DATETIME'],
  'TIMESTAMP WITHOUT': ['LOCAL DATETIME'],
  'TIME WITH': ['ZONED TIME'],
  'TIME WITHOUT': ['LOCAL TIME'],
};

export function isOfType(value: Value, type: TypeName): boolean {
  return type.names.some(({ name, element, notNull }) => {
    if (name === 'NOTHING') return false;
    if (value === null) return !notNull;
    if (name === 'ANY' || name === 'ANY VALUE') return true;
    const kind = kindOf(value);
    if (name === 'PROPERTY VALUE' || name === 'ANY PROPERTY')
      return !['MAP', 'NODE', 'RELATIONSHIP', 'PATH'].includes(kind);
    if (!(typeAliases[name] ?? [name]).includes(kind)) return false;
    return element === undefined || !isList(value) || value.every((one) => isOfType(one, element));
  });
}
