import { finish, type Looping, type Pace } from '../pace.ts';
import { enter, type Walk, walkAtOnce, walkInTurns } from './large.ts';
import { compareNumbers } from './number.ts';
import type { Point } from './point.ts';
import {
  type GraphPath,
  isList,
  isMap,
  isTemporal,
  type Kind,
  kindOf,
  type ListValue,
  type MapValue,
  type Value,
} from './value.ts';

const ranks: Readonly<Record<Kind, number>> = {
  MAP: 0,
  NODE: 1,
  RELATIONSHIP: 2,
  LIST: 3,
  PATH: 4,
  POINT: 5,
  'ZONED DATETIME': 6,
  'LOCAL DATETIME': 7,
  DATE: 8,
  'ZONED TIME': 9,
  'LOCAL TIME': 10,
  DURATION: 11,
  STRING: 12,
  BOOLEAN: 13,
  INTEGER: 14,
  FLOAT: 14,
  NULL: 15,
};

/** The total order of ORDER BY, min and max, ascending: maps first, null last. */
export function compareOrder(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  if (typeof a === 'bigint' && typeof b === 'bigint') return a < b ? -1 : a > b ? 1 : 0;
  const plain = plainOrder(a, b);
  return plain === undefined ? finish(deepOrder(a, b, walkAtOnce())) : plain;
}

/** The same of values that may be large, giving way as it goes. */
export function compareOrderInTurns(a: Value, b: Value, pace: Pace): Looping<number> {
  return deepOrder(a, b, walkInTurns(pace));
}

/** Of long strings so many characters are compared as one, which is fast. */
const stretch = 512;

/** Order of strings by code point. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  let from = 0;
  while (from + stretch <= length && a.slice(from, from + stretch) === b.slice(from, from + stretch)) from += stretch;
  for (let i = from; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) {
      if (left >= 0xd800 && right >= 0xd800) return surrogateRank(left) - surrogateRank(right);
      return left - right;
    }
  }
  return a.length - b.length;
}

function surrogateRank(unit: number): number {
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

/** The order of two values where that is one step; undefined where it takes looking inside. */
function plainOrder(a: Value, b: Value): number | undefined {
  const kind = kindOf(a);
  const rank = ranks[kind] - ranks[kindOf(b)];
  if (rank !== 0) return rank;
  switch (kind) {
    case 'STRING':
      return compareText(a as string, b as string);
    case 'INTEGER':
    case 'FLOAT':
      return compareNumbers(a as bigint | number, b as bigint | number);
    case 'BOOLEAN':
      return Number(a) - Number(b);
    case 'LIST':
    case 'MAP':
    case 'PATH':
      return undefined;
    case 'NODE':
    case 'RELATIONSHIP':
      return (a as { id: number }).id - (b as { id: number }).id;
    case 'POINT':
      return comparePoints(a as Point, b as Point);
    case 'NULL':
      return 0;
    default:
      return isTemporal(a) && isTemporal(b) ? a.compare(b) : 0;
  }
}

function* deepOrder(a: Value, b: Value, walk: Walk): Looping<number> {
  if (typeof a === 'string') walk.pace.spend(a.length);
  const plain = plainOrder(a, b);
  if (plain !== undefined) return plain;
  enter(walk);
  if (isList(a)) return yield* orderOfLists(a, b as ListValue, walk);
  if (isMap(a)) return yield* orderOfMaps(a, b as MapValue, walk);
  return orderOfPaths(a as GraphPath, b as GraphPath, walk);
}

function* orderOfLists(a: ListValue, b: ListValue, walk: Walk): Looping<number> {
  const { pace } = walk;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (--pace.ticks < 0 && pace.due()) yield;
    const order = plainOrder(a[i]!, b[i]!) ?? (yield* deepOrder(a[i]!, b[i]!, walk));
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function* orderOfMaps(a: MapValue, b: MapValue, walk: Walk): Looping<number> {
  if (a.size !== b.size) return a.size - b.size;
  const left = [...a.keys()].sort(compareText);
  const right = [...b.keys()].sort(compareText);
  for (let i = 0; i < left.length; i++) {
    const order = compareText(left[i]!, right[i]!);
    if (order !== 0) return order;
  }
  for (const key of left) {
    const order = yield* deepOrder(a.get(key)!, b.get(key)!, walk);
    if (order !== 0) return order;
  }
  return 0;
}

function orderOfPaths(a: GraphPath, b: GraphPath, { pace }: Walk): number {
  const length = Math.min(a.nodes.length, b.nodes.length);
  pace.spend(length);
  for (let i = 0; i < length; i++) {
    const nodes = a.nodes[i]!.id - b.nodes[i]!.id;
    if (nodes !== 0) return nodes;
    const one = a.relationships[i];
    const other = b.relationships[i];
    if (one !== undefined && other !== undefined && one !== other) return one.id - other.id;
  }
  return a.nodes.length - b.nodes.length;
}

function comparePoints(a: Point, b: Point): number {
  return a.srid - b.srid || a.x - b.x || a.y - b.y || (a.z ?? 0) - (b.z ?? 0);
}

/** `a < b` and the like: the sign of the order, or null where the two cannot be compared. NaN gives `NaN`. */
export function compare(a: Value, b: Value): number | null {
  const plain = plainCompare(a, b);
  return plain === undefined ? finish(compareLists(a as ListValue, b as ListValue, walkAtOnce())) : plain;
}

/** The same of values that may be large, giving way as it goes. */
export function* compareInTurns(a: Value, b: Value, pace: Pace): Looping<number | null> {
  if (typeof a === 'string') pace.spend(a.length);
  const plain = plainCompare(a, b);
  return plain === undefined ? yield* compareLists(a as ListValue, b as ListValue, walkInTurns(pace)) : plain;
}

/** Undefined for two lists, which are looked into. */
function plainCompare(a: Value, b: Value): number | null | undefined {
  if (typeof a === 'bigint' || typeof a === 'number') {
    if (typeof b !== 'bigint' && typeof b !== 'number') return null;
    if (Number.isNaN(a as number) || Number.isNaN(b as number)) return Number.NaN;
    return a < b ? -1 : a > b ? 1 : 0;
  }
  if (typeof a === 'string') return typeof b === 'string' ? compareText(a, b) : null;
  if (typeof a === 'boolean') return typeof b === 'boolean' ? Number(a) - Number(b) : null;
  if (a === null || b === null || typeof b !== 'object') return null;
  if (isList(a)) return isList(b) ? undefined : null;
  if (isMap(a)) return null;
  if (isTemporal(a)) return isTemporal(b) && a.kind === b.kind && a.kind !== 'duration' ? a.compare(b) : null;
  return null;
}

/** Lists compare by their first difference; null where that cannot be known. */
function* compareLists(a: ListValue, b: ListValue, walk: Walk): Looping<number | null> {
  enter(walk);
  const { pace } = walk;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (--pace.ticks < 0 && pace.due()) yield;
    const left = a[i]!;
    const right = b[i]!;
    if (left === right && left !== null && typeof left === 'object') continue;
    let order = plainCompare(left, right);
    if (order === undefined) order = yield* compareLists(left as ListValue, right as ListValue, walk);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
