import { findCommunities } from './communities.ts';
import { startFromCommunities } from './community-start.ts';
import { ALPHA_MIN, createForceLayout, type ForceLayout, type ForceOptions } from './force-layout.ts';
import type { ToLayout } from './messages.ts';

type Start = Extract<ToLayout, { do: 'start' }>;

export interface LayoutRun {
  readonly layout: ForceLayout;
  readonly communities: Int32Array;
  readonly done: () => boolean;
}

/** Up to so many nodes, the layout keeps shapes and names apart (all pairs are looked at). */
const ROOMY = 200;
/** Lines are kept clear of nodes where nodes times lines are no more than this. */
const CLEARED = 40_000;
/** How warm to begin: from communities only a little is left to do; from known places nearly nothing. */
const WARMTH = { roomy: 0.8, large: 0.3, known: 0.25, still: ALPHA_MIN / 2 };

/** Put nodes without a place beside a neighbour that has one. */
const placeBesideNeighbours = (positions: Float32Array, known: Float32Array, start: Start): void => {
  const has = (i: number) => !Number.isNaN(known[2 * i]!);
  for (let i = 0; i < start.nodes; i++) if (has(i)) positions.set([known[2 * i]!, known[2 * i + 1]!], 2 * i);
  const sums = new Float32Array(3 * start.nodes);
  for (let e = 0; e < start.source.length; e++) {
    for (const [i, j] of [
      [start.source[e]!, start.target[e]!],
      [start.target[e]!, start.source[e]!],
    ] as const) {
      if (has(i) || !has(j)) continue;
      sums[3 * i]! += known[2 * j]!;
      sums[3 * i + 1]! += known[2 * j + 1]!;
      sums[3 * i + 2]! += 1;
    }
  }
  for (let i = 0; i < start.nodes; i++) {
    const count = sums[3 * i + 2]!;
    if (has(i) || count === 0) continue;
    const angle = i * 2.399963;
    const radius = count === 1 ? 60 : 12;
    positions[2 * i] = sums[3 * i]! / count + radius * Math.cos(angle);
    positions[2 * i + 1] = sums[3 * i + 1]! / count + radius * Math.sin(angle);
  }
};

/** What is large stands in the middle and has room around it, so that lines between the large can be opened. */
const accordingToSize = ({ source, target }: Start, radii: Float32Array): ForceOptions => ({
  towardsMiddle: radii,
  masses: radii.map((radius) => radius ** 1.8),
  lengths: Float32Array.from(source, (a, i) => Math.max(0.85, (radii[a]! + radii[target[i]!]!) / 2) ** 1.4),
});

/** Make ready a layout of the graph that a message describes: communities, first places, forces. */
export const prepareLayout = (start: Start): LayoutRun => {
  const { nodes, source, target, aspect } = start;
  const roomy = nodes <= ROOMY;
  const distance = roomy ? 90 : 30;
  const apart = roomy
    ? (start.radii ?? new Float32Array(nodes).fill(1)).map((radius) => Math.max(radius * 26 + 12, radius ** 2 * 34))
    : undefined;
  const layout = createForceLayout(nodes, source, target, {
    charge: roomy ? -420 : -30,
    distance,
    gravity: roomy ? 0.06 : 0.03,
    aspect,
    ...(start.weights ? { weights: start.weights } : {}),
    ...(roomy && start.radii ? accordingToSize(start, start.radii) : {}),
    ...(apart ? { apart } : {}),
    ...(nodes * source.length <= CLEARED ? { clearance: 30 } : {}),
  });
  const communities = findCommunities(nodes, source, target);
  const known = start.known;
  const anyKnown = known?.some((value) => !Number.isNaN(value)) ?? false;
  if (!start.still) {
    startFromCommunities(layout.positions, source, target, communities, { distance, spacing: roomy ? 34 : 9, aspect });
  }
  if (known && anyKnown) placeBesideNeighbours(layout.positions, known, start);
  layout.alpha = start.still ? WARMTH.still : anyKnown ? WARMTH.known : roomy ? WARMTH.roomy : WARMTH.large;
  for (const index of start.pinned ?? []) {
    layout.fix(index, layout.positions[2 * index]!, layout.positions[2 * index + 1]!);
  }
  return {
    layout,
    communities: communities.of,
    done: () => layout.alpha < ALPHA_MIN && layout.alphaTarget === 0,
  };
};
