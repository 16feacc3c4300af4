import { allocateConvolutionSpace, createConvolution, createFirstConvolution } from './convolution.ts';
import { type Kernel, WIDTH } from './kernel.ts';
import type { LabelTable } from './model.ts';
import type { Tensor } from './safetensors.ts';
import type { Lexeme } from './vocabulary.ts';
import { createWordVectors } from './word-vectors.ts';

/** Vectors of tokens in context, a few hundred at a time. */
export interface Encoder {
  /** Place of the vectors of tokens `from` to `to` (at most CHUNK), valid until the next call. */
  encode(lexemes: readonly Lexeme[], spaceAfter: readonly boolean[], from: number, to: number): number;
}

/** Tokens encoded at once. */
export const CHUNK = 504;
/** How far a vector's context reaches on either side: one token a convolution layer. */
const REACH = 4;
const LAYERS = 4;

/**
 * spaCy's MaxoutWindowEncoder: four residual layers, each over a window of three tokens. Around a text lie four
 * rows that begin as zeros and pass through all layers, as spaCy's padding does.
 */
export function createEncoder(
  kernel: Kernel,
  tensor: (name: string) => Tensor,
  name: 'shared' | 'names',
  seeds: LabelTable['seeds'],
): Encoder {
  const words = createWordVectors(kernel, tensor, name, seeds);
  const space = allocateConvolutionSpace(kernel);
  const firstLayer = createFirstConvolution(kernel, tensor, `${name}.convolution.0`, space);
  const layers = Array.from({ length: LAYERS - 1 }, (_, i) =>
    createConvolution(kernel, tensor, `${name}.convolution.${i + 1}`, space),
  );
  const places = kernel.allocate(CHUNK + 2 * REACH + 2);
  const allocated = (CHUNK + 2 * REACH + 8) * WIDTH;
  let current = kernel.allocate(allocated);
  let other = kernel.allocate(allocated);

  return {
    encode: (lexemes, spaceAfter, from, to) => {
      const rows = to - from + 2 * REACH;
      // Row 0 and row `rows + 1` are the edges of the windows; row 1 is token `from - REACH`.
      words(lexemes, spaceAfter, from - REACH - 1, to + REACH + 1, current, places);
      firstLayer(places, current + WIDTH, rows, other + WIDTH);
      [current, other] = [other, current];
      // Each layer computes what the next ones look at, from an even row on: pairs of rows share products.
      for (const [i, layer] of layers.entries()) {
        const around = LAYERS - 2 - i;
        const first = (REACH - around) & ~1;
        layer(current + (first + 1) * WIDTH, rows - first - REACH + around, other + (first + 1) * WIDTH);
        [current, other] = [other, current];
      }
      return current + (REACH + 1) * WIDTH;
    },
  };
}
