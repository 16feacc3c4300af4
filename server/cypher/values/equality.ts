import { finish, type Looping, type Pace } from '../pace.ts';
import { enter, type Walk, walkAtOnce, walkInTurns } from './large.ts';
import { Point } from './point.ts';
import { GraphPath, isList, isMap, isTemporal, type ListValue, type MapValue, type Value } from './value.ts';

/** `a = b` in three-valued logic: null where it cannot be known. Large values are compared by `equalsInTurns`. */
export function equals(a: Value, b: Value): boolean | null {
  // Most comparisons are of two texts or of two integers.
  if (typeof a === typeof b && typeof a !== 'object') return a === b;
  const plain = plainEquals(a, b);
  return plain === undefined ? finish(deepEquals(a, b, walkAtOnce())) : plain;
}

/** The same, giving way as it goes. */
export function equalsInTurns(a: Value, b: Value, pace: Pace): Looping<boolean | null> {
  return deepEquals(a, b, walkInTurns(pace));
}

/** Equality of two values where that is one step; undefined where it takes looking inside. */
function plainEquals(a: Value, b: Value): boolean | null | undefined {
  if (a === null || b === null) return null;
  if (typeof a !== 'object' || typeof b !== 'object') {
    if (typeof a === typeof b) return a === b;
    // biome-ignore lint/suspicious/noDoubleEquals: bigint and number are compared by value
    return isNumber(a) && isNumber(b) ? a == b : false;
  }
  if (isList(a)) return isList(b) && a.length === b.length ? undefined : false;
  if (isMap(a)) return isMap(b) && a.size === b.size ? undefined : false;
  if (a === b) return true;
  if (a instanceof GraphPath) return b instanceof GraphPath && a.nodes.length === b.nodes.length ? undefined : false;
  if (a instanceof Point) return b instanceof Point && a.srid === b.srid && a.x === b.x && a.y === b.y && a.z === b.z;
  return isTemporal(a) && isTemporal(b) && a.kind === b.kind && a.equals(b);
}

function isNumber(value: Value): value is bigint | number {
  return typeof value === 'bigint' || typeof value === 'number';
}

function* deepEquals(a: Value, b: Value, walk: Walk): Looping<boolean | null> {
  const plain = plainEquals(a, b);
  if (plain !== undefined) return plain;
  enter(walk);
  if (isList(a)) return yield* listEquals(a, b as ListValue, walk);
  if (isMap(a)) return yield* mapEquals(a, b as MapValue, walk);
  return pathEquals(a as GraphPath, b as GraphPath, walk);
}

function* listEquals(a: ListValue, b: ListValue, walk: Walk): Looping<boolean | null> {
  const { pace } = walk;
  let unknown = false;
  for (let i = 0; i < a.length; i++) {
    if (--pace.ticks < 0 && pace.due()) yield;
    let same = plainEquals(a[i]!, b[i]!);
    if (same === undefined) same = yield* deepEquals(a[i]!, b[i]!, walk);
    if (same === false) return false;
    if (same === null) unknown = true;
  }
  return unknown ? null : true;
}

function* mapEquals(a: MapValue, b: MapValue, walk: Walk): Looping<boolean | null> {
  for (const key of a.keys()) if (!b.has(key)) return false;
  let unknown = false;
  for (const [key, value] of a) {
    const same = yield* deepEquals(value, b.get(key)!, walk);
    if (same === false) return false;
    if (same === null) unknown = true;
  }
  return unknown ? null : true;
}

function pathEquals(a: GraphPath, b: GraphPath, { pace }: Walk): boolean {
  pace.spend(a.nodes.length);
  if (a.nodes[0] !== b.nodes[0]) return false;
  return a.relationships.every((one, i) => one === b.relationships[i]) && a.nodes.every((one, i) => one === b.nodes[i]);
}

/** `value IN list`, giving way as it goes. */
export function* isInTurns(value: Value, list: ListValue, pace: Pace): Looping<boolean | null> {
  if (value === null) return list.length === 0 ? false : null;
  const walk = walkInTurns(pace);
  let unknown = false;
  for (const one of list) {
    if (--pace.ticks < 0 && pace.due()) yield;
    let same = plainEquals(value, one);
    if (same === undefined) same = yield* deepEquals(value, one, walk);
    if (same === true) return true;
    if (same === null) unknown = true;
  }
  return unknown ? null : false;
}

/** `value IN list` for a short list. */
export function isIn(value: Value, list: ListValue): boolean | null {
  if (value === null) return list.length === 0 ? false : null;
  let unknown = false;
  for (const one of list) {
    const same = equals(value, one);
    if (same === true) return true;
    if (same === null) unknown = true;
  }
  return unknown ? null : false;
}
