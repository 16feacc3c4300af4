import type { Pace } from '../pace.ts';

/** Entries up to which one Map will do: to grow it takes no time to speak of. */
const most = 4096;
/** So many that none of them, of the most keys that memory allows, grows for longer than two milliseconds. */
const shards = 256;
/** From this size on the growth of a shard, at each power of two, is told to the pace. */
const large = 1024;

/**
 * A map for millions of keys. A Map that grows is copied in one go, tens of milliseconds at a million entries; this one
 * is divided into many that grow one by one. Keys are what `Map` takes for the same.
 */
export interface WideMap<V> {
  get(key: unknown): V | undefined;
  set(key: unknown, value: V): void;
}

export function createWideMap<V>(pace: Pace): WideMap<V> {
  let one: Map<unknown, V> | undefined = new Map();
  let many: readonly Map<unknown, V>[] = [];
  const shardOf = (key: unknown): Map<unknown, V> => many[spread(key) & (shards - 1)]!;
  const divide = (whole: Map<unknown, V>): void => {
    many = Array.from({ length: shards }, () => new Map<unknown, V>());
    for (const [key, value] of whole) shardOf(key).set(key, value);
    one = undefined;
  };
  return {
    get: (key) => (one ?? shardOf(key)).get(key),
    set(key, value) {
      const map = one ?? shardOf(key);
      map.set(key, value);
      const { size } = map;
      if (one !== undefined && size > most) divide(one);
      if (size >= large && (size & (size - 1)) === 0) pace.spend(64 * size);
    },
  };
}

/** A number that spreads keys; equal keys have the same. */
function spread(key: unknown): number {
  switch (typeof key) {
    case 'number':
      return Number.isInteger(key) ? key % 1_000_003 : key * 1009;
    case 'string':
      return textSpread(key);
    case 'bigint':
      return Number(BigInt.asUintN(16, key));
    case 'object':
      return (key as { id?: number } | null)?.id ?? 0;
    default:
      return 0;
  }
}

/** Of texts, which often begin or end alike, the length and some characters from everywhere. */
function textSpread(text: string): number {
  let sum = text.length;
  const stride = Math.max(1, text.length >> 4);
  for (let i = text.length - 1; i >= 0; i -= stride) sum = (sum * 31 + text.charCodeAt(i)) | 0;
  return sum ^ (sum >> 6) ^ (sum >> 12);
}
