import type { Scene } from './scene.ts';

/** Places by id, world units. */
export type Places = ReadonlyMap<string, readonly [x: number, y: number]>;

/** The places of a scene's nodes as far as they are known, `NaN` where they are not. */
export const knownPlaces = (scene: Scene, places: Places): { readonly known: Float32Array; readonly count: number } => {
  const known = new Float32Array(2 * scene.nodes.length).fill(Number.NaN);
  let count = 0;
  scene.nodes.forEach((node, i) => {
    const place = places.get(node.id);
    if (!place) return;
    known.set(place, 2 * i);
    count++;
  });
  return { known, count };
};

/** The same, with those that are not known in the middle of those that are, from where they will glide. */
export const waitingPlaces = (known: Float32Array): Float32Array<ArrayBuffer> => {
  let [x, y, count] = [0, 0, 0];
  for (let i = 0; i < known.length; i += 2) {
    if (Number.isNaN(known[i]!)) continue;
    x += known[i]!;
    y += known[i + 1]!;
    count++;
  }
  const middle = [x / count, y / count] as const;
  return Float32Array.from(known, (value, at) => (Number.isNaN(value) ? middle[(at & 1) as 0 | 1] : value));
};
