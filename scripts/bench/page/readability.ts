import type { SyntheticGraph } from './synthetic-graph.ts';

/** Pairs that are looked at for the means. */
const PAIRS = 15_000;
/** A picture is readable from this ratio down. */
export const READABLE = 0.25;

/** A small generator of numbers 0 … 1, the same every time. */
const numbers = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 4294967296;
};

/** Mean distance of two members of one community, as a share of the mean distance of any two nodes. */
export const readabilityOf = (graph: SyntheticGraph): ((positions: Float32Array) => number) => {
  const next = numbers(7);
  const count = graph.nodes.length;
  const members = new Map<number, number[]>();
  graph.nodes.forEach(({ community }, i) => {
    members.set(community, [...(members.get(community) ?? []), i]);
  });
  const any: number[] = [];
  const same: number[] = [];
  for (let i = 0; i < PAIRS; i++) {
    any.push(Math.floor(next() * count), Math.floor(next() * count));
    const one = Math.floor(next() * count);
    const group = members.get(graph.nodes[one]!.community)!;
    same.push(one, group[Math.floor(next() * group.length)]!);
  }
  const mean = (positions: Float32Array, pairs: readonly number[]): number => {
    let sum = 0;
    for (let i = 0; i < pairs.length; i += 2) {
      const [a, b] = [pairs[i]!, pairs[i + 1]!];
      sum += Math.hypot(positions[2 * a]! - positions[2 * b]!, positions[2 * a + 1]! - positions[2 * b + 1]!);
    }
    return sum / (pairs.length / 2);
  };
  return (positions) => mean(positions, same) / (mean(positions, any) || 1);
};
