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
const MOST_PASSES = 2;

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
  const numbers = new Int32Array(of.length).fill(-1);
  let count = 0;
  for (let i = 0; i < of.length; i++) {
    const community = of[i]!;
    if (numbers[community] === -1) numbers[community] = count++;
    of[i] = numbers[community]!;
  }
  return { of, count };
};

/** One level of local moving: each node goes to the neighbouring community where it gains most modularity. */
const localMoving = (source: Int32Array, target: Int32Array, degree: Float64Array, ends: number): Communities => {
  const nodes = degree.length;
  const { offset, neighbour } = adjacencyOf(nodes, source, target);
  const of = new Int32Array(nodes);
  for (let i = 0; i < nodes; i++) of[i] = i;
  const total = degree.slice();
  const links = new Float64Array(nodes);
  const touched = new Int32Array(nodes);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    let moved = 0;
    for (let i = 0; i < nodes; i++) {
      const own = degree[i]!;
      let reached = 0;
      for (let a = offset[i]!; a < offset[i + 1]!; a++) {
        const community = of[neighbour[a]!]!;
        if (links[community] === 0) touched[reached++] = community;
        links[community]!++;
      }
      const home = of[i]!;
      total[home]! -= own;
      let best = home;
      let bestGain = links[home]! - (total[home]! * own) / ends;
      for (let nth = 0; nth < reached; nth++) {
        const community = touched[nth]!;
        const gain = links[community]! - (total[community]! * own) / ends;
        if (gain > bestGain + 1e-9) {
          bestGain = gain;
          best = community;
        }
      }
      for (let nth = 0; nth < reached; nth++) links[touched[nth]!] = 0;
      total[best]! += own;
      if (best !== home) {
        of[i] = best;
        moved++;
      }
    }
    if (moved < nodes * STILL_MOVING) break;
  }
  return renumber(of);
};

/** Ends of lines at each body. */
const degreesOf = (nodes: number, source: Int32Array, target: Int32Array): Float64Array => {
  const degree = new Float64Array(nodes);
  for (let i = 0; i < source.length; i++) {
    degree[source[i]!]!++;
    degree[target[i]!]!++;
  }
  return degree;
};

/**
 * Communities by Louvain's method (Blondel et al. 2008): local moving, then the same with communities as nodes, until
 * that changes little. Deterministic: nodes are visited in their order.
 */
export const findCommunities = (nodes: number, source: Int32Array, target: Int32Array): Communities => {
  const ends = 2 * source.length || 1;
  const degree = degreesOf(nodes, source, target);
  let { of, count } = localMoving(source, target, degree, ends);
  for (let level = 0; level < MOST_LEVELS; level++) {
    const from: number[] = [];
    const to: number[] = [];
    for (let i = 0; i < source.length; i++) {
      const a = of[source[i]!]!;
      const b = of[target[i]!]!;
      if (a === b) continue;
      from.push(a);
      to.push(b);
    }
    // what lies inside a community still counts in its degree, so that merging pays only where modularity grows
    const coarseDegree = new Float64Array(count);
    for (let i = 0; i < nodes; i++) coarseDegree[of[i]!]! += degree[i]!;
    const coarser = localMoving(Int32Array.from(from), Int32Array.from(to), coarseDegree, ends);
    if (coarser.count >= count * LEVEL_MUST_SHRINK) break;
    for (let i = 0; i < nodes; i++) of[i] = coarser.of[of[i]!]!;
    count = coarser.count;
  }
  return { of, count };
};
