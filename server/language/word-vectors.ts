import { hashRows } from './hash.ts';
import { type Kernel, WIDTH } from './kernel.ts';
import type { LabelTable } from './model.ts';
import { placeMaxout } from './place-weights.ts';
import type { Tensor } from './safetensors.ts';
import type { Lexeme } from './vocabulary.ts';

/** Puts the vectors of words into rows of 96 floats from `out`; words before the first or after the last are zeros. */
export type WordVectors = (
  lexemes: readonly Lexeme[],
  spaceAfter: readonly boolean[],
  from: number,
  to: number,
  out: number,
) => void;

/** Forms whose vectors are kept. */
const CAPACITY = 16_384;
/** New forms computed at once. */
const BATCH = 64;
const FORM_COLUMNS = ['norm', 'prefix', 'suffix', 'shape'] as const;

interface Column {
  readonly table: Float32Array;
  readonly rows: number;
  readonly seed: number;
}

/**
 * First layers of a token encoder: each column's id picks four rows of an embedding table, whose sums go through a
 * maxout layer. The result depends on the form alone (and, in the shared encoder, on whether a space follows), so it
 * is kept in a table of fixed size in the kernel's memory.
 */
export function createWordVectors(
  kernel: Kernel,
  tensor: (name: string) => Tensor,
  name: 'shared' | 'names',
  seeds: LabelTable['seeds'],
): WordVectors {
  const column = (column: string): Column => {
    const { shape, data } = tensor(`${name}.embed.${column}`);
    return { table: data, rows: shape[0]!, seed: seeds[column]! };
  };
  const columns = FORM_COLUMNS.map(column);
  const contextual = name === 'shared' ? [column('space_after'), column('white_space')] : [];
  const depth = (columns.length + contextual.length) * WIDTH;
  const mix = placeMaxout(kernel, tensor, `${name}.mix`);
  const inputs = kernel.allocate((BATCH + 4) * depth);
  const pieces = kernel.allocate((BATCH + 4) * 3 * WIDTH);
  const table = kernel.allocate((CAPACITY + BATCH + 4) * WIDTH);
  const { floats } = kernel;
  // Imported constants are read through accessors under some loaders, which costs in the innermost loop.
  const width = WIDTH;
  const picked = new Uint16Array(4);
  const pending: Lexeme[] = [];
  let generation = 0;
  let used = 0;
  let firstPending = 0;

  const addRows = (place: number, low: number, high: number, { table: rows, rows: count, seed }: Column): void => {
    hashRows(low, high, seed, count, picked, 0);
    const a = picked[0]! * width;
    const b = picked[1]! * width;
    const c = picked[2]! * width;
    const d = picked[3]! * width;
    for (let k = 0; k < width; k++) floats[place + k] = rows[a + k]! + rows[b + k]! + rows[c + k]! + rows[d + k]!;
  };

  const flush = (): void => {
    if (pending.length === 0) return;
    kernel.multiply(inputs, depth, pending.length, mix.matrix, pieces, 3 * WIDTH);
    kernel.maxoutNormalize(pieces, pending.length, mix.norm, 0, table + firstPending * WIDTH);
    pending.length = 0;
    firstPending = used;
  };

  const enqueue = (lexeme: Lexeme, slot: number, spaceFollows: boolean): void => {
    const place = inputs + pending.length * depth;
    for (let i = 0; i < columns.length; i++)
      addRows(place + i * WIDTH, lexeme.features[2 * i]!, lexeme.features[2 * i + 1]!, columns[i]!);
    if (contextual.length > 0) {
      addRows(place + 4 * WIDTH, spaceFollows ? 1 : 0, 0, contextual[0]!);
      addRows(place + 5 * WIDTH, lexeme.space ? 1 : 0, 0, contextual[1]!);
    }
    lexeme.slots[slot] = used++;
    lexeme.generations[slot] = generation;
    pending.push(lexeme);
    if (pending.length === BATCH) flush();
  };

  return (lexemes, spaceAfter, from, to, out) => {
    const first = Math.max(0, from);
    const last = Math.min(lexemes.length, to);
    const slotOf = (i: number): number => (name === 'names' ? 2 : spaceAfter[i] ? 1 : 0);
    if (used + (last - first) > CAPACITY) {
      generation++;
      used = 0;
      firstPending = 0;
    }
    for (let i = first; i < last; i++) {
      const slot = slotOf(i);
      if (lexemes[i]!.generations[slot] !== generation) enqueue(lexemes[i]!, slot, slot === 1);
    }
    flush();
    if (from < first) floats.fill(0, out, out + (first - from) * WIDTH);
    if (last < to) floats.fill(0, out + (last - from) * WIDTH, out + (to - from) * WIDTH);
    for (let i = first; i < last; i++) {
      const place = table + lexemes[i]!.slots[slotOf(i)]! * WIDTH;
      floats.copyWithin(out + (i - from) * WIDTH, place, place + WIDTH);
    }
  };
}
