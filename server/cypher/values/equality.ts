import { CypherError } from '../error.ts';
import { Point } from './point.ts';
import { GraphPath, isList, isMap, isTemporal, type MapValue, type Value } from './value.ts';

/** How many lists, maps and other composed values one comparison may look into: a matter of milliseconds. */
const mostSteps = 50_000;
let steps = 0;

/** Counts a step of a comparison of nested values; values nested beyond all measure are an error, not a stall. */
export function countStep(): void {
  if (++steps > mostSteps) {
    throw new CypherError('LimitExceeded', 'ValueTooLarge', `Comparing values of more than ${mostSteps} parts`);
  }
}

/** `a = b` in three-valued logic: null where it cannot be known. */
export function equals(a: Value, b: Value): boolean | null {
  if (a === null || b === null) return null;
  if (typeof a !== 'object' && typeof b !== 'object') {
    if (typeof a === typeof b) return a === b;
    // biome-ignore lint/suspicious/noDoubleEquals: bigint and number are compared by value
    return isNumber(a) && isNumber(b) ? a == b : false;
  }
  steps = 0;
  return deepEquals(a, b);
}

function isNumber(value: Value): value is bigint | number {
  return typeof value === 'bigint' || typeof value === 'number';
}

function deepEquals(a: Value, b: Value): boolean | null {
  if (a === null || b === null) return null;
  if (typeof a !== 'object' || typeof b !== 'object') {
    // biome-ignore lint/suspicious/noDoubleEquals: bigint and number are compared by value
    return isNumber(a) && isNumber(b) ? a == b : a === b;
  }
  countStep();
  if (isList(a)) return isList(b) ? listEquals(a, b) : false;
  if (isMap(a)) return isMap(b) ? mapEquals(a, b) : false;
  if (a === b) return true;
  if (a instanceof Point) {
    return b instanceof Point && a.srid === b.srid && a.x === b.x && a.y === b.y && a.z === b.z;
  }
  if (a instanceof GraphPath) return b instanceof GraphPath && pathEquals(a, b);
  if (isTemporal(a)) return isTemporal(b) && a.kind === b.kind && a.equals(b);
  return false;
}

function listEquals(a: readonly Value[], b: readonly Value[]): boolean | null {
  if (a.length !== b.length) return false;
  let unknown = false;
  for (let i = 0; i < a.length; i++) {
    const left = a[i]!;
    const right = b[i]!;
    if (left === right && typeof left !== 'object') continue;
    const same = deepEquals(left, right);
    if (same === false) return false;
    if (same === null) unknown = true;
  }
  return unknown ? null : true;
}

function mapEquals(a: MapValue, b: MapValue): boolean | null {
  if (a.size !== b.size) return false;
  for (const key of a.keys()) if (!b.has(key)) return false;
  let unknown = false;
  for (const [key, value] of a) {
    const same = deepEquals(value, b.get(key)!);
    if (same === false) return false;
    if (same === null) unknown = true;
  }
  return unknown ? null : true;
}

function pathEquals(a: GraphPath, b: GraphPath): boolean {
  if (a.nodes.length !== b.nodes.length || a.nodes[0] !== b.nodes[0]) return false;
  return a.relationships.every((one, i) => one === b.relationships[i]) && a.nodes.every((one, i) => one === b.nodes[i]);
}

/** `value IN list`. */
export function isIn(value: Value, list: readonly Value[]): boolean | null {
  if (value === null) return list.length === 0 ? false : null;
  let unknown = false;
  if (typeof value !== 'object') {
    for (let i = 0; i < list.length; i++) {
      const one = list[i]!;
      if (one === value) return true;
      if (one === null) unknown = true;
      else if (typeof one !== typeof value && equals(value, one)) return true;
    }
    return unknown ? null : false;
  }
  let total = 0;
  for (const one of list) {
    steps = total;
    const same = one === null ? null : deepEquals(value, one);
    total = steps;
    if (same === true) return true;
    if (same === null) unknown = true;
  }
  return unknown ? null : false;
}

export function resetSteps(): void {
  steps = 0;
}
