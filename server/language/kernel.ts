/**
 * The numerical work of the engine over one memory of 32-bit floats. Places and strides are counted in floats from
 * the start of the memory. See `kernel.wat` for what each function computes and how weights are laid out.
 */
export interface Kernel {
  readonly floats: Float32Array;
  /** The same memory as 32-bit integers. */
  readonly integers: Int32Array;
  /** Place of `count` fresh zeros, aligned to 16 floats. Throws where the memory is used up. */
  allocate(count: number): number;
  /** `out[i][j] = bias[j] + Σ a[i][q]·w[q][j]`; rows are rounded up to a multiple of 4, so leave 3 spare ones. */
  multiply(a: number, stride: number, rows: number, matrix: Matrix, out: number, outStride: number): void;
  /** `out[i] = bias + first[places[i]] + second[places[i+1]] + third[places[i+2]]`: rows of 288 kept at byte places. */
  gatherWindows(places: number, rows: number, bias: number, out: number): void;
  /** Rows of 96 → the four inputs of Winograd's F(2,3) for `pairs` pairs of rows; the matrices lie `apart`. */
  splitWindows(x: number, pairs: number, out: number, apart: number): void;
  /** The four products (rows of 288) → `2 × pairs` rows of 288. */
  joinWindows(products: number, pairs: number, apart: number, out: number): void;
  /** Greatest of three pieces of 96, layer normalization, plus the residual rows where `residual` is not 0. */
  maxoutNormalize(pieces: number, rows: number, norm: Norm, residual: number, out: number): void;
  /** Scores of one state from the `count` feature places (in bytes) that lie at `features`. */
  scoreState(features: number, count: number, scorer: StateWeights): void;
}

/** A weight matrix in the memory: panels of eight columns, and its bias. */
export interface Matrix {
  readonly weights: number;
  readonly bias: number;
  /** A multiple of 8. */
  readonly columns: number;
  readonly depth: number;
}

/** Scale and shift of a layer normalization over 96 numbers. */
export interface Norm {
  readonly scale: number;
  readonly shift: number;
}

/** What turns the features of a parser state into scores: places in the memory. */
export interface StateWeights {
  readonly bias: number;
  readonly upper: number;
  readonly upperBias: number;
  /** A multiple of 16. */
  readonly columns: number;
  readonly hidden: number;
  readonly scores: number;
}

/** Size of a vector of the encoder. */
export const WIDTH = 96;
/** Size of the hidden vector of a state, and its maxout pieces. */
export const HIDDEN = 64;
export const STATE_WIDTH = 128;

/** Hands out places of a memory of `size` floats, 16 by 16; place 0 is never given. */
export function createAllocator(size: number): (count: number) => number {
  let top = 16;
  return (count) => {
    const place = top;
    top += Math.ceil(count / 16) * 16;
    if (top > size) throw new RangeError(`kernel memory used up: ${top} of ${size} floats`);
    return place;
  };
}
