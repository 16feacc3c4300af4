import { type Kernel, type Norm, WIDTH } from './kernel.ts';
import { piecesApart, placeMatrix, placeNumbers } from './place-weights.ts';
import type { Tensor } from './safetensors.ts';

/** One residual layer over windows of three rows: `out` row i from `x` rows i-1, i, i+1 of 96. */
export type Convolution = (x: number, rows: number, out: number) => void;

/** Rows computed at a time: few enough to stay in the processor's cache. Even. */
const TILE = 128;
const OUTPUTS = 3 * WIDTH;
const PAIRS = TILE / 2 + 4;

/** Working space that all layers share, as no two run at once. */
export interface ConvolutionSpace {
  readonly inputs: number;
  readonly products: number;
  readonly pieces: number;
}

export function allocateConvolutionSpace(kernel: Kernel): ConvolutionSpace {
  return {
    inputs: kernel.allocate(4 * PAIRS * WIDTH),
    products: kernel.allocate(4 * PAIRS * OUTPUTS),
    pieces: kernel.allocate((TILE + 4) * OUTPUTS),
  };
}

/**
 * A layer of spaCy's MaxoutWindowEncoder. Two rows at a time share products (Winograd's minimal filtering F(2,3);
 * Lavin & Gray 2016), which takes four matrix products where six are usual. May read three and write two rows
 * beyond the last.
 */
export function createConvolution(
  kernel: Kernel,
  tensor: (name: string) => Tensor,
  name: string,
  space: ConvolutionSpace,
): Convolution {
  const bias = tensor(`${name}.bias`).data;
  const matrices = filters(tensor(`${name}.weight`).data).map((filter, i) =>
    // The second product goes into both rows of a pair with the same sign, so it carries the bias.
    placeMatrix(kernel, filter, i === 1 ? bias : null, OUTPUTS, piecesApart(WIDTH, 3)),
  );
  const norm = placeNorm(kernel, tensor, name);
  const { inputs, products, pieces } = space;
  return (x, rows, out) => {
    for (let row = 0; row < rows; row += TILE) {
      const count = Math.min(TILE, rows - row);
      const pairs = Math.ceil(count / 2);
      kernel.splitWindows(x + (row - 1) * WIDTH, pairs, inputs, PAIRS * WIDTH);
      for (const [i, matrix] of matrices.entries())
        kernel.multiply(inputs + i * PAIRS * WIDTH, WIDTH, pairs, matrix, products + i * PAIRS * OUTPUTS, OUTPUTS);
      kernel.joinWindows(products, pairs, PAIRS * OUTPUTS, pieces);
      kernel.maxoutNormalize(pieces, count, norm, x + row * WIDTH, out + row * WIDTH);
    }
  };
}

/** The first layer, from the products that word-vectors.ts keeps: their `places` begin one row before `x`. */
export function createFirstConvolution(
  kernel: Kernel,
  tensor: (name: string) => Tensor,
  name: string,
  { pieces }: ConvolutionSpace,
): (places: number, x: number, rows: number, out: number) => void {
  const order = piecesApart(WIDTH, 3);
  const bias = kernel.allocate(OUTPUTS);
  tensor(`${name}.bias`).data.forEach((number, output) => {
    kernel.floats[bias + order(output)] = number;
  });
  const norm = placeNorm(kernel, tensor, name);
  return (places, x, rows, out) => {
    for (let row = 0; row < rows; row += TILE) {
      const count = Math.min(TILE, rows - row);
      kernel.gatherWindows(places + row, count, bias, pieces);
      kernel.maxoutNormalize(pieces, count, norm, x + row * WIDTH, out + row * WIDTH);
    }
  };
}

function placeNorm(kernel: Kernel, tensor: (name: string) => Tensor, name: string): Norm {
  return {
    scale: placeNumbers(kernel, tensor(`${name}.scale`).data),
    shift: placeNumbers(kernel, tensor(`${name}.shift`).data),
  };
}

/** Weights of the three rows of a window, 96 inputs each → g0, (g0+g1+g2)/2, (g0-g1+g2)/2, g2. */
function filters(weight: Float32Array): readonly Float32Array[] {
  const result = Array.from({ length: 4 }, () => new Float32Array(OUTPUTS * WIDTH));
  for (let output = 0; output < OUTPUTS; output++)
    for (let k = 0; k < WIDTH; k++) {
      const from = output * 3 * WIDTH + k;
      const to = output * WIDTH + k;
      const [g0, g1, g2] = [weight[from]!, weight[from + WIDTH]!, weight[from + 2 * WIDTH]!];
      result[0]![to] = g0;
      result[1]![to] = (g0 + g1 + g2) / 2;
      result[2]![to] = (g0 - g1 + g2) / 2;
      result[3]![to] = g2;
    }
  return result;
}
