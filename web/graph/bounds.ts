/** The box that holds places: left > right where there are none. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box of all positions (x, y in turns), or of those of `only`. */
export const boundsOf = (positions: Float32Array, only?: Iterable<number>): Bounds => {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  const take = (i: number): void => {
    const x = positions[2 * i]!;
    const y = positions[2 * i + 1]!;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  };
  if (only) for (const i of only) take(i);
  else for (let i = 0; i < positions.length / 2; i++) take(i);
  return { left, top, right, bottom };
};
