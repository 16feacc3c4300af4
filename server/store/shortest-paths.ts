/** The neighbours of each of the given nodes, under whatever filter holds. */
export type Expand = (ids: readonly string[]) => Promise<ReadonlyMap<string, Iterable<string>>>;

/** Most node sequences returned where all of the shortest length are asked for. */
export const MOST_PATHS = 100;

/**
 * All shortest node sequences between two nodes, by breadth-first search from both ends, the smaller front first.
 * Sorted by ids; none where there is no path within `maxLength` edges.
 */
export const shortestPaths = async (
  from: string,
  to: string,
  maxLength: number,
  expand: Expand,
): Promise<readonly (readonly string[])[]> => {
  if (from === to) return [[from]];
  const sides = [from, to].map((start) => ({
    depth: new Map([[start, 0]]),
    before: new Map<string, Set<string>>(),
    front: [start] as string[],
  }));
  const [left, right] = sides as [(typeof sides)[0], (typeof sides)[0]];
  let meeting: string[] = [];
  for (let length = 0; length < maxLength && meeting.length === 0; length++) {
    const [side, other] = left.front.length <= right.front.length ? [left, right] : [right, left];
    if (side.front.length === 0) return [];
    const next = new Set<string>();
    for (const [id, neighbours] of await expand(side.front)) {
      const depth = side.depth.get(id)! + 1;
      for (const neighbour of neighbours) {
        const known = side.depth.get(neighbour);
        if (known !== undefined && known < depth) continue;
        side.depth.set(neighbour, depth);
        side.before.set(neighbour, (side.before.get(neighbour) ?? new Set()).add(id));
        if (known === undefined) next.add(neighbour);
      }
    }
    side.front = [...next];
    meeting = side.front.filter((id) => other.depth.has(id));
  }
  const paths: string[][] = [];
  for (const middle of meeting.sort()) {
    for (const start of walkBack(middle, left.before)) {
      for (const end of walkBack(middle, right.before)) {
        if (paths.length < MOST_PATHS * 10) paths.push([...start.toReversed(), middle, ...end]);
      }
    }
  }
  return paths.sort((a, b) => (a.join('\u001f') < b.join('\u001f') ? -1 : 1));
};

/** The ways from a node back to where its side began, nearest first, without the node itself. */
const walkBack = (id: string, before: ReadonlyMap<string, ReadonlySet<string>>): string[][] => {
  const steps = [...(before.get(id) ?? [])].sort();
  if (steps.length === 0) return [[]];
  return steps.flatMap((step) => walkBack(step, before).map((rest) => [step, ...rest]));
};
