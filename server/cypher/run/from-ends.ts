import type { GraphNode } from '../graph/entity.ts';
import { type Cursor, ROW } from './cursor.ts';
import { nodeIn } from './expand.ts';
import type { Run } from './run.ts';

/** Slots of the nodes a walk runs between. */
export interface Ends {
  readonly from: number;
  readonly to: number;
  /** Is the other end known already? */
  readonly into: boolean;
}

/** Rows and pauses, as `fromGenerator` takes them. */
export type Search = Generator<1 | 2, void, undefined>;

/** For each row whose ends are there, what a search from the first node finds; `target` where the other is known. */
export function fromEnds(
  { frame }: Run,
  source: Cursor,
  { from, to, into }: Ends,
  search: (first: GraphNode, target: GraphNode | undefined) => Search,
): Cursor {
  let current: Search | undefined;
  return {
    next() {
      for (;;) {
        if (current !== undefined) {
          const { done, value } = current.next();
          if (done !== true) return value;
          current = undefined;
        }
        const signal = source.next();
        if (signal !== ROW) return signal;
        const first = nodeIn(frame[from]);
        const target = into ? nodeIn(frame[to]) : undefined;
        if (first !== undefined && (target !== undefined || !into)) current = search(first, target);
      }
    },
  };
}
