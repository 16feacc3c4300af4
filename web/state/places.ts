const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const STEPS = 4095;
/** Above so many nodes an address would grow too long. */
export const MOST_PLACES = 260;

const checksum = (ids: readonly string[]): string => {
  let hash = 2166136261;
  for (const id of ids) for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619);
  return ((hash >>> 0) % 0xffffff).toString(36);
};

/**
 * Places of nodes as a short text: the box they lie in, then two letters a coordinate (12 bits), nodes in the order
 * of their ids. A checksum of the ids tells whether it is of these nodes.
 */
export const packPlaces = (places: ReadonlyMap<string, readonly [number, number]>): string | undefined => {
  if (places.size === 0 || places.size > MOST_PLACES) return undefined;
  const ids = [...places.keys()].sort();
  const points = ids.map((id) => places.get(id)!);
  const low = [0, 1].map((axis) => Math.floor(Math.min(...points.map((p) => p[axis]!))));
  const high = [0, 1].map((axis) => Math.ceil(Math.max(...points.map((p) => p[axis]!))) + 1);
  const letters = points.map((p) =>
    [0, 1]
      .map((axis) => {
        const step = Math.round(((p[axis]! - low[axis]!) / (high[axis]! - low[axis]!)) * STEPS);
        return DIGITS[step >> 6]! + DIGITS[step & 63]!;
      })
      .join(''),
  );
  return `${checksum(ids)}.${[...low, ...high].join('.')}.${letters.join('')}`;
};

/** The places that a text holds, or nothing where it is of other nodes. */
export const unpackPlaces = (
  text: string,
  nodeIds: readonly string[],
): Map<string, readonly [number, number]> | undefined => {
  const parts = text.split('.');
  const letters = parts[5] ?? '';
  const ids = [...nodeIds].sort();
  if (parts.length !== 6 || parts[0] !== checksum(ids) || letters.length !== 4 * ids.length) return undefined;
  const [lowX, lowY, highX, highY] = parts.slice(1, 5).map(Number) as [number, number, number, number];
  const read = (at: number, low: number, high: number): number => {
    const step = DIGITS.indexOf(letters[at]!) * 64 + DIGITS.indexOf(letters[at + 1]!);
    return low + (step / STEPS) * (high - low);
  };
  return new Map(ids.map((id, i) => [id, [read(4 * i, lowX, highX), read(4 * i + 2, lowY, highY)] as const]));
};
