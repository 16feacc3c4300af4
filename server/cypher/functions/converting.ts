import { longCopy } from '../run/budget.ts';
import { isList, type ListValue, type Value } from '../values/value.ts';
import { type Computed, looping, wrongType } from './define.ts';

export function theList(name: string, value: Value): ListValue {
  if (isList(value)) return value;
  throw wrongType(name, 'a list', value);
}

export function isLongList(value: Value | undefined): boolean {
  return value !== undefined && isList(value) && value.length > longCopy;
}

/** Each element converted, nulls left as they are. */
export function converting(name: string, convert: (value: Value) => Value | undefined): Computed {
  return looping(function* (_run, pace, of: Value) {
    const result: Value[] = [];
    for (const one of theList(name, of)) {
      if (--pace.ticks < 0 && pace.due()) yield;
      result.push(one === null ? null : (convert(one) ?? null));
    }
    return result;
  }, isLongList);
}
