import { isList, isMap, type Value } from './value.ts';

/** How many parts are looked into before a value counts as endless: it holds itself many times over. */
const mostSteps = 50_000;
/** Of a long list so many elements are weighed, evenly spread, and stand for the others; fewer the deeper they lie. */
const sample = [128, 16, 4] as const;
const sampleBelow = 2;
/** Weights of long values, which are asked for again and again. */
const known = new WeakMap<object, number>();
const worthKnowing = 64;
let steps = 0;

/** Roughly how many bytes a value holds; infinite for values whose parts are shared beyond all measure. */
export function weigh(value: Value): number {
  if (typeof value === 'string') return 16 + 2 * value.length;
  if (typeof value !== 'object' || value === null) return 16;
  steps = 0;
  return deepWeigh(value, 0);
}

function deepWeigh(value: Value, depth: number): number {
  if (typeof value === 'string') return 16 + 2 * value.length;
  if (typeof value !== 'object' || value === null) return 16;
  if (++steps > mostSteps) return Number.POSITIVE_INFINITY;
  if (isList(value)) return remembered(value, value.length, () => weighList(value, depth));
  if (isMap(value)) return remembered(value, value.size, () => weighMap(value, depth));
  return value.kind === 'path' ? 64 + 16 * value.nodes.length : 16;
}

function weighList(list: readonly Value[], depth: number): number {
  const stride = Math.max(1, Math.ceil(list.length / (sample[depth] ?? sampleBelow)));
  let weight = 0;
  let weighed = 0;
  for (let i = 0; i < list.length; i += stride) {
    weight += deepWeigh(list[i]!, depth + 1);
    weighed++;
  }
  return 32 + 8 * list.length + (weighed === 0 ? 0 : (weight / weighed) * list.length);
}

function weighMap(map: ReadonlyMap<string, Value>, depth: number): number {
  let weight = 32 + 40 * map.size;
  for (const part of map.values()) weight += deepWeigh(part, depth + 1);
  return weight;
}

function remembered(value: object, size: number, weighing: () => number): number {
  if (size < worthKnowing) return weighing();
  const before = known.get(value);
  if (before !== undefined) return before;
  const weight = weighing();
  known.set(value, weight);
  return weight;
}
