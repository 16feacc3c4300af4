/** Deepest level of the tree; bodies nearer than that share a leaf. */
const DEEPEST = 24;

/**
 * A quadtree of bodies in flat arrays. A cell's four children stand at `4·cell`: 0 is empty, a positive number is
 * another cell, a negative one is a leaf of body `-(v + 1)`, whose further bodies are chained in `next` (-1 ends).
 */
export interface BodyTree {
  readonly child: Int32Array;
  readonly next: Int32Array;
  readonly mass: Float32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Width of the whole, world units. */
  width: number;
  /** Build anew from the positions (x, y, x, y, …). */
  readonly build: (positions: Float32Array, masses: Float32Array | undefined) => void;
}

/** A tree for so many bodies; its arrays are kept between builds. */
export const createBodyTree = (bodies: number): BodyTree => {
  const capacity = Math.max(1024, bodies * 3);
  const child = new Int32Array(capacity * 4);
  const next = new Int32Array(bodies);
  const mass = new Float32Array(capacity);
  const cx = new Float32Array(capacity);
  const cy = new Float32Array(capacity);

  const build = (p: Float32Array, masses: Float32Array | undefined): void => {
    let left = Infinity;
    let top = Infinity;
    let right = -Infinity;
    let bottom = -Infinity;
    for (let i = 0; i < bodies; i++) {
      const x = p[2 * i]!;
      const y = p[2 * i + 1]!;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
    const width = Math.max(right - left, bottom - top, 1) * 1.0001;
    tree.width = width;
    let cells = 1;
    child[0] = child[1] = child[2] = child[3] = 0;
    for (let i = 0; i < bodies; i++) {
      const x = p[2 * i]!;
      const y = p[2 * i + 1]!;
      let cell = 0;
      let half = width / 2;
      let middleX = left + half;
      let middleY = top + half;
      let depth = 0;
      next[i] = -1;
      for (;;) {
        const quarter = (x >= middleX ? 1 : 0) | (y >= middleY ? 2 : 0);
        const at = 4 * cell + quarter;
        const value = child[at]!;
        if (value === 0) {
          child[at] = -(i + 1);
          break;
        }
        half /= 2;
        if (value > 0) {
          cell = value;
          middleX += quarter & 1 ? half : -half;
          middleY += quarter & 2 ? half : -half;
          depth++;
          continue;
        }
        const other = -value - 1;
        if (depth > DEEPEST || cells >= capacity || (p[2 * other] === x && p[2 * other + 1] === y)) {
          next[i] = other;
          child[at] = -(i + 1);
          break;
        }
        const fresh = cells++;
        child[4 * fresh] = child[4 * fresh + 1] = child[4 * fresh + 2] = child[4 * fresh + 3] = 0;
        child[at] = fresh;
        middleX += quarter & 1 ? half : -half;
        middleY += quarter & 2 ? half : -half;
        depth++;
        const place = (p[2 * other]! >= middleX ? 1 : 0) | (p[2 * other + 1]! >= middleY ? 2 : 0);
        child[4 * fresh + place] = value;
        cell = fresh;
      }
    }
    for (let cell = cells - 1; cell >= 0; cell--) {
      let sum = 0;
      let x = 0;
      let y = 0;
      for (let quarter = 0; quarter < 4; quarter++) {
        const value = child[4 * cell + quarter]!;
        if (value > 0) {
          sum += mass[value]!;
          x += mass[value]! * cx[value]!;
          y += mass[value]! * cy[value]!;
        } else if (value < 0) {
          for (let j = -value - 1; j >= 0; j = next[j]!) {
            const weight = masses ? masses[j]! : 1;
            sum += weight;
            x += weight * p[2 * j]!;
            y += weight * p[2 * j + 1]!;
          }
        }
      }
      mass[cell] = sum;
      if (sum > 0) {
        cx[cell] = x / sum;
        cy[cell] = y / sum;
      }
    }
  };

  const tree: BodyTree = { child, next, mass, x: cx, y: cy, width: 1, build };
  return tree;
};
