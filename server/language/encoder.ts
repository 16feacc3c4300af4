import { type Kernel, WIDTH } from './kernel.ts';
import type { LabelTable } from './model.ts';
import { placeMaxout } from './place-weights.ts';
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
/** Rows computed before their normalization: few enough to stay in the processor's cache. */
const TILE = 64;

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
  const layers = Array.from({ length: LAYERS }, (_, i) => placeMaxout(kernel, tensor, `${name}.convolution.${i}`));
  const rowsAllocated = CHUNK + 2 * REACH + 8;
  let current = kernel.allocate(rowsAllocated * WIDTH);
  let other = kernel.allocate(rowsAllocated * WIDTH);
  const pieces = kernel.allocate((TILE + 4) * 3 * WIDTH);

  return {
    encode: (lexemes, spaceAfter, from, to) => {
      const rows = to - from + 2 * REACH;
      // Row 0 and row `rows + 1` are the edges of the windows; row 1 is token `from - REACH`.
      words(lexemes, spaceAfter, from - REACH - 1, to + REACH + 1, current);
      kernel.floats.fill(0, current, current + WIDTH);
      kernel.floats.fill(0, current + (rows + 1) * WIDTH, current + (rows + 2) * WIDTH);
      for (const { matrix, norm } of layers) {
        for (let row = 0; row < rows; row += TILE) {
          const count = Math.min(TILE, rows - row);
          const at = (row + 1) * WIDTH;
          kernel.multiply(current + at - WIDTH, WIDTH, count, matrix, pieces, 3 * WIDTH);
          kernel.maxoutNormalize(pieces, count, norm, current + at, other + at);
        }
        kernel.floats.fill(0, other, other + WIDTH);
        kernel.floats.fill(0, other + (rows + 1) * WIDTH, other + (rows + 2) * WIDTH);
        [current, other] = [other, current];
      }
      return current + (REACH + 1) * WIDTH;
    },
  };
}
