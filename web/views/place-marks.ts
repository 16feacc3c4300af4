/** Something on a time axis with a name that needs room. px. */
export interface MarkToPlace {
  readonly x: number;
  readonly width: number;
}

export interface PlacedMark<M> {
  readonly mark: M;
  readonly lane: number;
  /** On which side of the mark its name stands. */
  readonly anchor: 'start' | 'end';
}

/** Give marks lanes so that no two names lie over each other; the first ones first, what finds no room is left out. */
export const placeMarks = <M extends MarkToPlace>(
  marks: readonly M[],
  right: number,
  lanes: number,
): PlacedMark<M>[] => {
  const taken: [number, number][][] = Array.from({ length: lanes }, () => []);
  const placed: PlacedMark<M>[] = [];
  for (const mark of marks) {
    const options = (['start', 'end'] as const)
      .map((anchor) => ({
        anchor,
        from: anchor === 'start' ? mark.x - 8 : mark.x - mark.width,
        to: anchor === 'start' ? mark.x + mark.width : mark.x + 8,
      }))
      .filter(({ from, to }) => from >= 0 && to <= right);
    search: for (let lane = 0; lane < lanes; lane++) {
      for (const { anchor, from, to } of options) {
        if (taken[lane]!.some(([a, b]) => a < to + 6 && b > from - 6)) continue;
        taken[lane]!.push([from, to]);
        placed.push({ mark, lane, anchor });
        break search;
      }
    }
  }
  return placed;
};
