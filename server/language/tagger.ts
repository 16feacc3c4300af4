import { type Kernel, WIDTH } from './kernel.ts';
import { placeMatrix } from './place-weights.ts';
import type { Tensor } from './safetensors.ts';

/** Writes the numbers of the best tags of `count` vectors at `place` to `tags` from `at`. */
export type Tagger = (place: number, count: number, tags: Uint8Array, at: number) => void;

/** Vectors scored at once. */
const BLOCK = 64;

/** spaCy's tagger: one linear layer over the shared encoder's vectors, the greatest score wins. */
export function createTagger(kernel: Kernel, tensor: (name: string) => Tensor, tagCount: number): Tagger {
  const matrix = placeMatrix(kernel, tensor('tagger.weight').data, tensor('tagger.bias').data, tagCount);
  const scores = kernel.allocate((BLOCK + 4) * matrix.columns);
  const { floats } = kernel;
  return (place, count, tags, at) => {
    for (let from = 0; from < count; from += BLOCK) {
      const rows = Math.min(BLOCK, count - from);
      kernel.multiply(place + from * WIDTH, WIDTH, rows, matrix, scores, matrix.columns);
      for (let row = 0; row < rows; row++) {
        const first = scores + row * matrix.columns;
        let best = 0;
        for (let tag = 1; tag < tagCount; tag++) if (floats[first + tag]! > floats[first + best]!) best = tag;
        tags[at + from + row] = best;
      }
    }
  };
}
