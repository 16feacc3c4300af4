import { isList, isMap, type Value } from './value.ts';

/** How many composed values are looked into before a value counts as endless. */
const mostSteps = 100_000;
const known = new WeakMap<object, number>();
let steps = 0;

/** Roughly how many bytes a value holds; infinite for values whose parts are shared beyond all measure. */
export function weigh(value: Value): number {
  steps = 0;
  return deepWeigh(value);
}

function deepWeigh(value: Value): number {
  if (typeof value === 'string') return 16 + 2 * value.length;
  if (typeof value !== 'object' || value === null) return 16;
  if (isList(value)) return remembered(value, value.length, () => value);
  if (isMap(value)) return remembered(value, value.size, () => value.values()) + 32 * value.size;
  if (value.kind === 'path') return 64 + 16 * value.nodes.length;
  return 16;
}

function remembered(value: object, size: number, parts: () => Iterable<Value>): number {
  const before = known.get(value);
  if (before !== undefined) return before;
  let weight = 32 + 8 * size;
  for (const part of parts()) {
    if (typeof part === 'object' && part !== null && ++steps > mostSteps) return Number.POSITIVE_INFINITY;
    weight += deepWeigh(part);
  }
  if (size > 1) known.set(value, weight);
  return weight;
}
