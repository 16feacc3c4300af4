import { hashRows } from './hash.ts';
import { type Kernel, type Matrix, WIDTH } from './kernel.ts';
import type { LabelTable } from './model.ts';
import { piecesApart, placeMatrix, placeMaxout } from './place-weights.ts';
import type { Tensor } from './safetensors.ts';
import { createSlotTable } from './slot-table.ts';
import type { Lexeme } from './vocabulary.ts';

/**
 * Writes, for the words `from` to `to`, their vectors as rows of 96 to `rows`, and the byte places of their products
 * with the first convolution to `places`. Words before the first or after the last are zeros.
 */
export type WordVectors = (
  lexemes: readonly Lexeme[],
  spaceAfter: readonly boolean[],
  from: number,
  to: number,
  rows: number,
  places: number,
) => void;

/** Forms kept, in each of the two encoders. */
const CAPACITY = 4_096;
/** Of those, in the shared encoder, forms before a space. */
const SPACED = (CAPACITY / 4) * 3;
/** New forms computed at once. */
const BATCH = 64;
/** Numbers kept with a form: three times 288 products, then the vector. */
const PRODUCTS = 9 * WIDTH;
const KEPT = PRODUCTS + WIDTH;
const FORM_COLUMNS = ['norm', 'prefix', 'suffix', 'shape'] as const;

interface Column {
  readonly table: Float32Array;
  readonly rows: number;
  readonly seed: number;
}

/**
 * First layers of a token encoder: each column's id picks four rows of an embedding table, whose sums go through a
 * maxout layer, and the result through the three filters of the first convolution. All this depends on the form alone
 * (and, in the shared encoder, on whether a space follows), so it is kept for the forms last used.
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
  const filters = placeFilters(kernel, tensor(`${name}.convolution.0.weight`).data);
  const inputs = kernel.allocate((BATCH + 4) * depth);
  const pieces = kernel.allocate((BATCH + 4) * 3 * WIDTH);
  const vectors = kernel.allocate((BATCH + 4) * WIDTH);
  const products = kernel.allocate((BATCH + 4) * PRODUCTS);
  const nothing = kernel.allocate(KEPT);
  const table = kernel.allocate(CAPACITY * KEPT);
  // The shared encoder tells a form before a space, as most are, from the same form elsewhere.
  const slotTables =
    name === 'shared'
      ? [createSlotTable(CAPACITY - SPACED, 0), createSlotTable(SPACED, 1)]
      : [createSlotTable(CAPACITY, 2)];
  const { floats, integers } = kernel;
  // Imported constants are read through accessors under some loaders, which costs in the innermost loop.
  const width = WIDTH;
  const picked = new Uint16Array(4);
  const pending: number[] = [];

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
    kernel.maxoutNormalize(pieces, pending.length, mix.norm, 0, vectors);
    kernel.multiply(vectors, WIDTH, pending.length, filters, products, PRODUCTS);
    for (const [i, place] of pending.entries()) {
      floats.copyWithin(place, products + i * PRODUCTS, products + (i + 1) * PRODUCTS);
      floats.copyWithin(place + PRODUCTS, vectors + i * WIDTH, vectors + (i + 1) * WIDTH);
    }
    pending.length = 0;
  };

  const compute = (lexeme: Lexeme, place: number, spaceFollows: boolean): void => {
    const input = inputs + pending.length * depth;
    for (let i = 0; i < columns.length; i++)
      addRows(input + i * WIDTH, lexeme.features[2 * i]!, lexeme.features[2 * i + 1]!, columns[i]!);
    if (contextual.length > 0) {
      addRows(input + 4 * WIDTH, spaceFollows ? 1 : 0, 0, contextual[0]!);
      addRows(input + 5 * WIDTH, lexeme.space ? 1 : 0, 0, contextual[1]!);
    }
    pending.push(place);
    if (pending.length === BATCH) flush();
  };

  return (lexemes, spaceAfter, from, to, rows, places) => {
    for (const slotTable of slotTables) slotTable.begin();
    for (let i = from; i < to; i++) {
      const lexeme = lexemes[i];
      let place = nothing;
      if (lexeme !== undefined) {
        const spaceFollows = slotTables.length === 2 && spaceAfter[i] === true;
        const slotTable = slotTables[spaceFollows ? 1 : 0]!;
        const base = spaceFollows ? table + (CAPACITY - SPACED) * KEPT : table;
        const slot = slotTable.find(lexeme);
        place = base + (slot < 0 ? slotTable.give(lexeme) : slot) * KEPT;
        if (slot < 0) compute(lexeme, place, spaceFollows);
      }
      integers[places + i - from] = place * 4;
    }
    flush();
    for (let i = 0; i < to - from; i++) {
      const vector = integers[places + i]! / 4 + PRODUCTS;
      floats.copyWithin(rows + i * width, vector, vector + width);
    }
  };
}

/** Weights of the first convolution, (unit, piece, three times 96 inputs) → outputs (window row, piece, unit). */
function placeFilters(kernel: Kernel, weight: Float32Array): Matrix {
  const outputs = 3 * WIDTH;
  const apart = piecesApart(WIDTH, 3);
  const filters = new Float32Array(3 * outputs * WIDTH);
  for (let row = 0; row < 3; row++)
    for (let output = 0; output < outputs; output++) {
      const from = output * outputs + row * WIDTH;
      filters.set(weight.subarray(from, from + WIDTH), (row * outputs + output) * WIDTH);
    }
  return placeMatrix(kernel, filters, null, 3 * outputs, (output) => {
    const row = Math.floor(output / outputs);
    return row * outputs + apart(output % outputs);
  });
}
