/** Which community each node is in, numbered from 0. */
export interface Communities {
  readonly of: Int32Array;
  readonly count: number;
}

/** Share of nodes that must still move for another pass to be worth it. */
const STILL_MOVING = 0.01;
/** A level that leaves more than this share of communities is not worth taking. */
const LEVEL_MUST_SHRINK = 0.95;
const MOST_LEVELS = 4;
const MOST_PASSES = 4;

interface Adjacency {
  readonly offset: Int32Array;
  readonly neighbour: Int32Array;
}

const adjacencyOf = (nodes: number, source: Int32Array, target: Int32Array): Adjacency => {
  const offset = new Int32Array(nodes + 1);
  for (let i = 0; i < source.length; i++) {
    offset[source[i]! + 1]!++;
    offset[target[i]! + 1]!++;
  }
  for (let i = 0; i < nodes; i++) offset[i + 1]! += offset[i]!;
  const at = offset.slice();
  const neighbour = new Int32Array(2 * source.length);
  for (let i = 0; i < source.length; i++) {
    neighbour[at[source[i]!]!++] = target[i]!;
    neighbour[at[target[i]!]!++] = source[i]!;
  }
  return { offset, neighbour };
};

/** Number communities from 0 in order of first appearance. */
const renumber = (of: Int32Array): Communities => {
  const numbers = new Map<number, number>();
  for (let i = 0; i < of.length; i++) {
    let number = numbers.get(of[i]!);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(of[i]!, number);
    }
    of[i] = number;
  }
  return { of, count: numbers.size };
};

/** One level of local moving: each node goes to the neighbouring community where it gains most modularity. */
const localMoving = (nodes: number, source: Int32Array, target: Int32Array): Communities => {
  const { offset, neighbour } = adjacencyOf(nodes, source, target);
  const of = Int32Array.from({ length: nodes }, (_, i) => i);
  const total = new Float64Array(nodes);
  for (let i = 0; i < nodes; i++) total[i] = offset[i + 1]! - offset[i]!;
  const ends = 2 * source.length || 1;
  const links = new Float64Array(nodes);
  const touched: number[] = [];
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    let moved = 0;
    for (let i = 0; i < nodes; i++) {
      const degree = offset[i + 1]! - offset[i]!;
      touched.length = 0;
      for (let a = offset[i]!; a < offset[i + 1]!; a++) {
        const community = of[neighbour[a]!]!;
        if (links[community] === 0) touched.push(community);
        links[community]!++;
      }
      const home = of[i]!;
      total[home]! -= degree;
      let best = home;
      let bestGain = links[home]! - (total[home]! * degree) / ends;
      for (const community of touched) {
        const gain = links[community]! - (total[community]! * degree) / ends;
        if (gain > bestGain + 1e-9) {
          bestGain = gain;
          best = community;
        }
      }
      for (const community of touched) links[community] = 0;
      total[best]! += degree;
      if (best !== home) {
        of[i] = best;
        moved++;
      }
    }
    if (moved < nodes * STILL_MOVING) break;
  }
  return renumber(of);
};

/**
 * Communities by Louvain's local moving (Blondel et al. 2008), level on level until about 3·√n are left.
 * Deterministic: nodes are visited in their order.
 */
export const findCommunities = (nodes: number, source: Int32Array, target: Int32Array): Communities => {
  let { of, count } = localMoving(nodes, source, target);
  for (let level = 0; level < MOST_LEVELS && count > 3 * Math.sqrt(nodes); level++) {
    const from: number[] = [];
    const to: number[] = [];
    for (let i = 0; i < source.length; i++) {
      const a = of[source[i]!]!;
      const b = of[target[i]!]!;
      if (a !== b) {
        from.push(a);
        to.push(b);
      }
    }
    const coarser = localMoving(count, Int32Array.from(from), Int32Array.from(to));
    if (coarser.count >= count * LEVEL_MUST_SHRINK) break;
    of = of.map((community) => coarser.of[community]!);
    count = coarser.count;
  }
  return { of, count };
};
