import type { Kernel, Matrix, Norm } from './kernel.ts';
import type { Tensor } from './safetensors.ts';

/** Order of a layer's outputs: `place(j)` is the column that output j of the stored matrix gets. */
type Order = (output: number) => number;

/** Maxout pieces side by side (`unit, piece` as stored) one after the other (`piece, unit`), for SIMD. */
export const piecesApart =
  (units: number, pieces: number): Order =>
  (output) =>
    (output % pieces) * units + Math.floor(output / pieces);

/** Copies a matrix stored row by output into the kernel's panels of eight columns; spare columns are zero. */
export function placeMatrix(
  kernel: Kernel,
  weight: Float32Array,
  bias: Float32Array | null,
  outputs: number,
  order: Order = (output) => output,
): Matrix {
  const depth = weight.length / outputs;
  const columns = Math.ceil(outputs / 8) * 8;
  const weights = kernel.allocate(columns * depth);
  const biases = kernel.allocate(columns);
  for (let output = 0; output < outputs; output++) {
    const column = order(output);
    const to = weights + (column >> 3) * 8 * depth + (column & 7);
    for (let q = 0; q < depth; q++) kernel.floats[to + q * 8] = weight[output * depth + q]!;
    if (bias) kernel.floats[biases + column] = bias[output]!;
  }
  return { weights, bias: biases, columns, depth };
}

/** Copies numbers into fresh places of the kernel's memory. */
export function placeNumbers(kernel: Kernel, numbers: Float32Array): number {
  const place = kernel.allocate(numbers.length);
  kernel.floats.set(numbers, place);
  return place;
}

/** A maxout layer of 96 units with three pieces, and its normalization. */
export interface MaxoutLayer {
  readonly matrix: Matrix;
  readonly norm: Norm;
}

export function placeMaxout(kernel: Kernel, tensor: (name: string) => Tensor, name: string): MaxoutLayer {
  const outputs = tensor(`${name}.bias`).data.length;
  const weight = tensor(`${name}.weight`).data;
  return {
    matrix: placeMatrix(kernel, weight, tensor(`${name}.bias`).data, outputs, piecesApart(outputs / 3, 3)),
    norm: {
      scale: placeNumbers(kernel, tensor(`${name}.scale`).data),
      shift: placeNumbers(kernel, tensor(`${name}.shift`).data),
    },
  };
}
