import type { TypeName } from '../ast.ts';
import type { Looping, Pace } from '../pace.ts';
import { isList, type Kind, kindOf, type ListValue, type Value } from '../values/value.ts';

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

/** Is the value of the type? Lists are looked through, giving way. */
export function* isOfType(value: Value, type: TypeName, pace: Pace): Looping<boolean> {
  for (const { name, element, notNull } of type.names) {
    if (value === null) {
      if (!notNull && name !== 'NOTHING') return true;
    } else if (isOfKind(name, kindOf(value))) {
      if (element === undefined || !isList(value) || (yield* allOfType(value, element, pace))) return true;
    }
  }
  return false;
}

function isOfKind(name: string, kind: Kind): boolean {
  if (name === 'NOTHING') return false;
  if (name === 'ANY' || name === 'ANY VALUE') return true;
  if (name === 'PROPERTY VALUE' || name === 'ANY PROPERTY') return !unstored.has(kind);
  return (typeAliases[name] ?? [name]).includes(kind);
}

const unstored: ReadonlySet<Kind> = new Set(['MAP', 'NODE', 'RELATIONSHIP', 'PATH']);

function* allOfType(list: ListValue, type: TypeName, pace: Pace): Looping<boolean> {
  for (const one of list) {
    if (--pace.ticks < 0 && pace.due()) yield;
    if (!(yield* isOfType(one, type, pace))) return false;
  }
  return true;
}
