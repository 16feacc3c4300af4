import type { Frame } from './frame.ts';
import type { Obstacle } from './labels.ts';
import type { BaseResult } from './paint-base.ts';

/** What stands in the focus: its nodes and lines are painted in full, the rest fades. */
export interface Focus {
  readonly nodes: ReadonlySet<number>;
  readonly bundles: ReadonlySet<number>;
  /** Names of what is not in the focus are shown too, faintly. */
  readonly namesOfAll?: boolean;
}

export interface TopInput {
  readonly frame: Frame;
  readonly base: BaseResult;
  readonly focus?: Focus;
  /** Nodes with a ring: selected ones; and the one the keyboard is on. */
  readonly selected: ReadonlySet<number>;
  readonly cursor: number;
  readonly pinned: ReadonlySet<number>;
  /** How many neighbours of each node are not shown, by index. */
  readonly hidden: ReadonlyMap<number, number>;
  /** What floats over the picture, px: no name is put under it. */
  readonly covered: readonly Obstacle[];
  readonly lasso: readonly (readonly [number, number])[];
  readonly measure: (text: string, size: number, bold: boolean) => number;
}
