import * as sizes from './kernel.ts';
import { createAllocator, type Kernel } from './kernel.ts';

// Imported constants are read through accessors under some loaders, which costs in the innermost loops.
const { HIDDEN, STATE_WIDTH, WIDTH } = sizes;

/** The kernel in plain JavaScript, for runtimes without WebAssembly SIMD: the same layout, about a sixth as fast. */
export function createScriptKernel(size: number): Kernel {
  const floats = new Float32Array(size);
  const integers = new Int32Array(floats.buffer);
  return {
    floats,
    integers,
    allocate: createAllocator(size),
    multiply: (a, stride, rows, { weights, bias, columns, depth }, out, outStride) => {
      for (let j = 0; j < columns; j += 8)
        for (let i = 0; i < rows; i++)
          multiplyRow(floats, a + i * stride, weights + j * depth, depth, bias + j, out + i * outStride + j);
    },
    gatherWindows: (places, rows, bias, out) => {
      for (let i = 0; i < rows; i++) {
        const first = integers[places + i]! / 4;
        const second = integers[places + i + 1]! / 4 + 3 * WIDTH;
        const third = integers[places + i + 2]! / 4 + 6 * WIDTH;
        for (let k = 0; k < 3 * WIDTH; k++)
          floats[out + i * 3 * WIDTH + k] =
            floats[bias + k]! + floats[first + k]! + (floats[second + k]! + floats[third + k]!);
      }
    },
    splitWindows: (x, pairs, out, apart) => {
      for (let pair = 0; pair < pairs; pair++)
        for (let k = 0; k < WIDTH; k++) {
          const from = x + pair * 2 * WIDTH + k;
          const to = out + pair * WIDTH + k;
          const x1 = floats[from + WIDTH]!;
          const x2 = floats[from + 2 * WIDTH]!;
          floats[to] = floats[from]! - x2;
          floats[to + apart] = x1 + x2;
          floats[to + 2 * apart] = x2 - x1;
          floats[to + 3 * apart] = x1 - floats[from + 3 * WIDTH]!;
        }
    },
    joinWindows: (products, pairs, apart, out) => {
      for (let pair = 0; pair < pairs; pair++)
        for (let k = 0; k < 3 * WIDTH; k++) {
          const from = products + pair * 3 * WIDTH + k;
          const to = out + pair * 6 * WIDTH + k;
          const m2 = floats[from + apart]!;
          const m3 = floats[from + 2 * apart]!;
          floats[to] = floats[from]! + m2 + m3;
          floats[to + 3 * WIDTH] = m2 - m3 - floats[from + 3 * apart]!;
        }
    },
    maxoutNormalize: (pieces, rows, { scale, shift }, residual, out) => {
      for (let i = 0; i < rows; i++) {
        const from = pieces + i * 3 * WIDTH;
        const mean = takeGreatest(floats, from);
        const factor = 1 / Math.sqrt(spread(floats, from, mean) + 1e-8);
        for (let k = 0; k < WIDTH; k++) {
          const value = (floats[from + k]! - mean) * factor * floats[scale + k]! + floats[shift + k]!;
          floats[out + i * WIDTH + k] = residual === 0 ? value : value + floats[residual + i * WIDTH + k]!;
        }
      }
    },
    scoreState: (features, count, scorer) => {
      const { bias, upper, upperBias, columns, hidden, scores } = scorer;
      for (let k = 0; k < HIDDEN; k++) {
        let lower = floats[bias + k]!;
        let higher = floats[bias + HIDDEN + k]!;
        for (let f = 0; f < count; f++) {
          const from = integers[features + f]! / 4 + k;
          lower += floats[from]!;
          higher += floats[from + STATE_WIDTH - HIDDEN]!;
        }
        floats[hidden + k] = Math.max(lower, higher);
      }
      for (let j = 0; j < columns; j++) floats[scores + j] = floats[upperBias + j]!;
      for (let q = 0; q < HIDDEN; q++) {
        const x = floats[hidden + q]!;
        const row = upper + q * columns;
        for (let j = 0; j < columns; j++) floats[scores + j]! += x * floats[row + j]!;
      }
    },
  };
}

function multiplyRow(f: Float32Array, a: number, weights: number, depth: number, bias: number, out: number): void {
  let s0 = f[bias]!;
  let s1 = f[bias + 1]!;
  let s2 = f[bias + 2]!;
  let s3 = f[bias + 3]!;
  let s4 = f[bias + 4]!;
  let s5 = f[bias + 5]!;
  let s6 = f[bias + 6]!;
  let s7 = f[bias + 7]!;
  for (let q = 0, w = weights; q < depth; q++, w += 8) {
    const x = f[a + q]!;
    s0 += x * f[w]!;
    s1 += x * f[w + 1]!;
    s2 += x * f[w + 2]!;
    s3 += x * f[w + 3]!;
    s4 += x * f[w + 4]!;
    s5 += x * f[w + 5]!;
    s6 += x * f[w + 6]!;
    s7 += x * f[w + 7]!;
  }
  f[out] = s0;
  f[out + 1] = s1;
  f[out + 2] = s2;
  f[out + 3] = s3;
  f[out + 4] = s4;
  f[out + 5] = s5;
  f[out + 6] = s6;
  f[out + 7] = s7;
}

/** Writes the greatest of the three pieces over the first and gives the mean. */
function takeGreatest(f: Float32Array, from: number): number {
  let total = 0;
  for (let k = from; k < from + WIDTH; k++) {
    const greatest = Math.max(f[k]!, f[k + WIDTH]!, f[k + 2 * WIDTH]!);
    f[k] = greatest;
    total += greatest;
  }
  return total / WIDTH;
}

function spread(f: Float32Array, from: number, mean: number): number {
  let total = 0;
  for (let k = from; k < from + WIDTH; k++) total += (f[k]! - mean) ** 2;
  return total / WIDTH;
}
