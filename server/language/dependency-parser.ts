import type { Action } from './model.ts';
import type { StateScorer } from './state-scorer.ts';

/** Heads (a root is its own) and labels of the tokens of a text. */
export interface Arcs {
  readonly heads: Int32Array;
  readonly labels: string[];
}

const SHIFT = 0;
const REDUCE = 1;
const LEFT = 2;
const RIGHT = 3;
const BREAK = 4;

/**
 * spaCy's arc-eager transition system (`arc_eager.pyx`, Honnibal & Johnson 2015), greedy: shift, reduce (a token
 * without a head goes back to the buffer), left and right arcs, and a sentence break that may not be crossed.
 * Every action either consumes a token or bars its own repetition, so a text of n tokens takes O(n) steps.
 */
export function createDependencyParser(scorer: StateScorer, scores: Float32Array, actions: readonly Action[]) {
  const first = [SHIFT, REDUCE, LEFT, RIGHT, BREAK].map((move) => actions.findIndex(([kind]) => kind === move));
  const ends = [...first.slice(1), actions.length];
  const state = new Int32Array(8);

  /** The better of action `best` (-1: none) and the first best action of the move. */
  const bestOf = (move: number, best: number): number => {
    let result = best;
    let top = best < 0 ? Number.NEGATIVE_INFINITY : scores[scorer.scores + best]!;
    for (let i = first[move]!; i < ends[move]!; i++) {
      const score = scores[scorer.scores + i]!;
      if (score > top) {
        top = score;
        result = i;
      }
    }
    return result;
  };

  /** Parses `n` tokens whose vectors the scorer has taken. */
  return (n: number): Arcs => {
    const heads = new Int32Array(n).fill(-1);
    const arcAction = new Int32Array(n).fill(-1);
    const stack = new Int32Array(n);
    const returned = new Int32Array(n);
    const leftChild = new Int32Array(n).fill(-1);
    const rightChild = new Int32Array(n).fill(-1);
    const earlierRight = new Int32Array(n).fill(-1);
    const shifted = new Uint8Array(n);
    const starts = new Uint8Array(n);
    let depth = 0;
    let returnedCount = 0;
    let next = 0;

    while (depth > 0 || next < n || returnedCount > 0) {
      const fresh = next < n ? next : -1;
      const b0 = returnedCount > 0 ? returned[returnedCount - 1]! : fresh;
      const b1 =
        returnedCount > 1 ? returned[returnedCount - 2]! : returnedCount === 1 ? fresh : next + 1 < n ? next + 1 : -1;
      const s0 = depth > 0 ? stack[depth - 1]! : -1;
      state[0] = b0;
      state[1] = b1;
      state[2] = s0;
      state[3] = depth > 1 ? stack[depth - 2]! : -1;
      state[4] = depth > 2 ? stack[depth - 3]! : -1;
      state[5] = b0 < 0 ? -1 : leftChild[b0]!;
      state[6] = s0 < 0 ? -1 : leftChild[s0]!;
      state[7] = s0 < 0 ? -1 : rightChild[s0]!;
      scorer.score(state);

      const left = n - next + returnedCount;
      const atStart = b0 >= 0 && starts[b0] === 1;
      let best = -1;
      if (depth === 0 || (left >= 2 && !atStart && shifted[b0] === 0)) best = bestOf(SHIFT, best);
      if (depth > 0) best = bestOf(REDUCE, best);
      if (depth > 0 && left > 0 && !atStart) best = bestOf(RIGHT, bestOf(LEFT, best));
      if (left >= 2 && b1 === b0 + 1 && starts[b1] === 0) best = bestOf(BREAK, best);
      if (best < 0) break;

      switch (actions[best]![0]) {
        case SHIFT:
          stack[depth++] = b0;
          if (returnedCount > 0) returnedCount--;
          else next++;
          break;
        case REDUCE:
          depth--;
          if (heads[s0]! < 0 && depth > 0) {
            shifted[s0] = 1;
            returned[returnedCount++] = s0;
          }
          break;
        case LEFT:
          // A head given before can only be by the last right arc of that head.
          if (heads[s0]! >= 0) rightChild[heads[s0]!] = earlierRight[s0]!;
          heads[s0] = b0;
          arcAction[s0] = best;
          leftChild[b0] = s0;
          shifted[b0] = 0;
          depth--;
          break;
        case RIGHT:
          heads[b0] = s0;
          arcAction[b0] = best;
          earlierRight[b0] = rightChild[s0]!;
          rightChild[s0] = b0;
          stack[depth++] = b0;
          if (returnedCount > 0) returnedCount--;
          else next++;
          break;
        default:
          starts[b1] = 1;
      }
    }

    const labels = new Array<string>(n);
    for (let i = 0; i < n; i++) {
      if (heads[i]! < 0) heads[i] = i;
      labels[i] = heads[i] === i ? 'ROOT' : actions[arcAction[i]!]![1];
    }
    return { heads, labels };
  };
}
