import { HIDDEN, type Kernel, type Matrix, STATE_WIDTH, type StateWeights, WIDTH } from './kernel.ts';
import { piecesApart, placeMatrix, placeNumbers } from './place-weights.ts';
import type { Tensor } from './safetensors.ts';

/** Scores the actions of a transition system in a state that is described by a few tokens. */
export interface StateScorer {
  /** Begins a text of `count` tokens. */
  begin(count: number): void;
  /** Takes the encoder's vectors of the tokens `from` to `to`, which lie at `place`. */
  take(place: number, from: number, to: number): void;
  /** Scores of the state of these tokens (-1: none), one for each slot. They begin at `scores` in the kernel. */
  score(tokens: Int32Array): void;
  readonly scores: number;
}

/** Tokens whose feature vectors are computed together. */
const BLOCK = 64;
/** Blocks kept: more than the slots of any state, so none of one state's blocks is thrown out for another. */
const KEPT = 16;

/**
 * spaCy's parser model. Each token's contribution to each slot of a state is computed once, in blocks; a state's
 * hidden vector is then a sum of a few of them. Blocks are computed when first asked for and the least recently used
 * is given up, so a text of any length needs the same memory.
 */
export function createStateScorer(
  kernel: Kernel,
  tensor: (name: string) => Tensor,
  name: 'parser' | 'names',
  actions: number,
): StateScorer {
  const slots = tensor(`${name}.features.weight`).shape[0]!;
  const row = slots * STATE_WIDTH;
  const reduce = placeMatrix(kernel, tensor(`${name}.reduce.weight`).data, tensor(`${name}.reduce.bias`).data, HIDDEN);
  const features = placeFeatures(kernel, tensor(`${name}.features.weight`).data, slots);
  const pad = placeNumbers(kernel, planar(tensor(`${name}.features.pad`).data));
  const weights = placeScorer(kernel, tensor, name, actions);
  const states = kernel.allocate(slots);
  const input = kernel.allocate((BLOCK + 4) * HIDDEN);
  const blocks = Array.from({ length: KEPT }, () => kernel.allocate((BLOCK + 4) * row));

  let reduced = new Float32Array(0);
  let tokens = 0;
  let slotOfBlock = new Int32Array(0);
  const blockOfSlot = new Int32Array(KEPT);
  const lastUse = new Float64Array(KEPT);
  let clock = 0;

  const load = (block: number): number => {
    let slot = 0;
    for (let i = 1; i < KEPT; i++) if (lastUse[i]! < lastUse[slot]!) slot = i;
    if (blockOfSlot[slot]! >= 0) slotOfBlock[blockOfSlot[slot]!] = -1;
    const count = Math.min(BLOCK, tokens - block * BLOCK);
    kernel.floats.set(reduced.subarray(block * BLOCK * HIDDEN, (block * BLOCK + count) * HIDDEN), input);
    kernel.multiply(input, HIDDEN, count, features, blocks[slot]!, row);
    slotOfBlock[block] = slot;
    blockOfSlot[slot] = block;
    return slot;
  };

  return {
    scores: weights.scores,
    begin: (count) => {
      tokens = count;
      const needed = Math.ceil(count / BLOCK) * BLOCK * HIDDEN + 4 * HIDDEN;
      if (reduced.length < needed || reduced.length > 4 * needed + 1e6) reduced = new Float32Array(needed);
      slotOfBlock = new Int32Array(Math.ceil(count / BLOCK)).fill(-1);
      blockOfSlot.fill(-1);
      lastUse.fill(0);
      clock = 0;
    },
    take: (place, from, to) => {
      for (let i = from; i < to; i += BLOCK) {
        const count = Math.min(BLOCK, to - i);
        kernel.multiply(place + (i - from) * WIDTH, WIDTH, count, reduce, input, HIDDEN);
        reduced.set(kernel.floats.subarray(input, input + count * HIDDEN), i * HIDDEN);
      }
    },
    score: (state) => {
      for (let f = 0; f < slots; f++) {
        const token = state[f]!;
        if (token < 0) {
          kernel.integers[states + f] = (pad + f * STATE_WIDTH) * 4;
          continue;
        }
        const block = Math.floor(token / BLOCK);
        let slot = slotOfBlock[block]!;
        if (slot < 0) slot = load(block);
        lastUse[slot] = ++clock;
        kernel.integers[states + f] = (blocks[slot]! + (token % BLOCK) * row + f * STATE_WIDTH) * 4;
      }
      kernel.scoreState(states, slots, weights);
    },
  };
}

/** (slot, unit, piece, input) → one matrix whose outputs are (slot, piece, unit). */
function placeFeatures(kernel: Kernel, weight: Float32Array, slots: number): Matrix {
  const order = piecesApart(HIDDEN, 2);
  return placeMatrix(kernel, weight, null, slots * STATE_WIDTH, (output) => {
    const slot = Math.floor(output / STATE_WIDTH);
    return slot * STATE_WIDTH + order(output % STATE_WIDTH);
  });
}

/** Pairs (unit, piece) → (piece, unit) in each 128 numbers. */
function planar(numbers: Float32Array): Float32Array {
  const order = piecesApart(HIDDEN, 2);
  const result = new Float32Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    const within = i % STATE_WIDTH;
    result[i - within + order(within)] = numbers[i]!;
  }
  return result;
}

function placeScorer(kernel: Kernel, tensor: (name: string) => Tensor, name: string, actions: number): StateWeights {
  const { shape, data } = tensor(`${name}.actions.weight`);
  if (shape[0] !== actions) throw new Error(`${name}: ${shape[0]} scores for ${actions} actions`);
  const columns = Math.ceil(actions / 16) * 16;
  const upper = kernel.allocate(HIDDEN * columns);
  for (let j = 0; j < actions; j++)
    for (let q = 0; q < HIDDEN; q++) kernel.floats[upper + q * columns + j] = data[j * HIDDEN + q]!;
  const upperBias = kernel.allocate(columns);
  kernel.floats.set(tensor(`${name}.actions.bias`).data, upperBias);
  return {
    bias: placeNumbers(kernel, planar(tensor(`${name}.features.bias`).data)),
    upper,
    upperBias,
    columns,
    hidden: kernel.allocate(HIDDEN),
    scores: kernel.allocate(columns),
  };
}
