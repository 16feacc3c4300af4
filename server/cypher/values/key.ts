import { GraphNode, GraphRelationship } from '../graph/entity.ts';
import { finish, type Looping, type Pace } from '../pace.ts';
import { enter, isLarge, type Walk, walkAtOnce, walkInTurns } from './large.ts';
import { Point } from './point.ts';
import { GraphPath, isList, isMap, isTemporal, type ListValue, type MapValue, type Value } from './value.ts';

/**
 * Something two values share exactly where DISTINCT and grouping take them for the same: null with null, 1 with 1.0,
 * NaN with NaN. To be used as a key of a `Map`; for what may be large there is `createFiling`.
 */
export function groupKey(value: Value): unknown {
  const plain = plainKey(value);
  return plain === undefined ? finish(deepKey(value, walkAtOnce(), (text) => text)) : plain;
}

/** Undefined for what has to be looked into. */
function plainKey(value: Value): unknown {
  switch (typeof value) {
    case 'bigint':
      return value <= 9007199254740991n && value >= -9007199254740991n ? Number(value) : value;
    case 'string':
      return value.charCodeAt(0) === 0 ? `\0${value}` : value;
    case 'object':
      return value === null || value instanceof GraphNode || value instanceof GraphRelationship ? value : undefined;
    default:
      return value;
  }
}

/** Makes the keys of one table; they mean nothing to another. Equal values are equally large, so either way will do. */
export interface Filing {
  /** The key of a value; undefined where that may take long. */
  atOnce(value: Value): unknown;
  /** The key of several values; undefined where that may take long. */
  allAtOnce(values: readonly Value[]): unknown;
  /** The key, giving way as it goes. */
  inTurns(values: readonly Value[]): Looping<unknown>;
}

/** Shortens a text to what stands for it alone: long texts are numbered, equal ones alike. */
type Shorten = (text: string) => string;

export function createFiling(pace: Pace, hold: (bytes: number) => void): Filing {
  const numbers = new Map<string, number>();
  const shorten: Shorten = (text) => {
    let number = numbers.get(text);
    if (number === undefined) {
      hold(64 + text.length);
      number = numbers.size;
      numbers.set(text, number);
    }
    return `#${number};`;
  };
  return {
    atOnce: (value) => (isLarge(value) ? undefined : plainKey(value)),
    allAtOnce(values) {
      if (values.length === 1) return isLarge(values[0]!) ? undefined : plainKey(values[0]!);
      let key = '';
      for (const value of values) {
        if (isLarge(value)) return undefined;
        key += plainText(value);
      }
      return key;
    },
    inTurns: (values) => deepKey(values.length === 1 ? values[0]! : values, walkInTurns(pace), shorten),
  };
}

function* deepKey(value: Value, walk: Walk, shorten: Shorten): Looping<unknown> {
  return `\0\u0001${yield* deepText(value, walk, shorten)}`;
}

/** The text of what is one step to write. */
function plainText(value: Value): string | undefined {
  switch (typeof value) {
    case 'bigint':
      return `i${value};`;
    case 'number':
      return Number.isSafeInteger(value) ? `i${value};` : `f${value};`;
    case 'boolean':
      return value ? 't' : 'f';
    case 'string':
      return `s${value.length}:${value}`;
    default:
  }
  if (value === null) return 'n';
  if (value instanceof GraphNode) return `N${value.id};`;
  if (value instanceof GraphRelationship) return `R${value.id};`;
  if (value instanceof Point) return `p${value.srid},${value.x},${value.y},${value.z ?? ''};`;
  return isTemporal(value) ? `T${value.kind} ${value.key()};` : undefined;
}

function* deepText(value: Value, walk: Walk, shorten: Shorten): Looping<string> {
  if (isList(value)) return `[${yield* listText(value, walk, shorten)}]`;
  if (isMap(value)) return `{${yield* mapText(value, walk, shorten)}}`;
  if (value instanceof GraphPath) {
    const [nodes, relationships] = [
      yield* listText(value.nodes, walk, shorten),
      yield* listText(value.relationships, walk, shorten),
    ];
    return `P${nodes}/${relationships};`;
  }
  const text = plainText(value)!;
  if (text.length < longStretch) return text;
  walk.pace.spend(text.length);
  return shorten(text);
}

/** Characters of a stretch of a long list that is shortened as one. */
const longStretch = 8192;

function* listText(list: ListValue, walk: Walk, shorten: Shorten): Looping<string> {
  enter(walk);
  const { pace } = walk;
  let text = '';
  let stretch = '';
  for (const one of list) {
    if (--pace.ticks < 0 && pace.due()) yield;
    stretch +=
      typeof one === 'object' || typeof one === 'string' ? yield* deepText(one, walk, shorten) : plainText(one);
    if (stretch.length > longStretch) {
      text += shorten(stretch);
      stretch = '';
    }
  }
  return text + stretch;
}

function* mapText(map: MapValue, walk: Walk, shorten: Shorten): Looping<string> {
  enter(walk);
  let text = '';
  for (const key of [...map.keys()].sort()) {
    text += `${key.length}:${key}${yield* deepText(map.get(key)!, walk, shorten)}`;
  }
  return text;
}
