import type { ConsoleLimits } from '../limits.ts';
import type { Refuse } from './refuse.ts';
import type { Size } from './size.ts';

/** What is known of variables, and how deep in loops and expressions we are. */
export interface Place {
  readonly sizes: ReadonlyMap<string, Size>;
  readonly loops: number;
  /** How often the loops we are in may enter their bodies, in all. */
  readonly rounds: number;
  readonly depth: number;
  readonly subqueries: number;
}

/** Where a query begins. */
export const OUTSIDE: Place = { sizes: new Map(), loops: 0, rounds: 1, depth: 0, subqueries: -1 };

/** The same place with more variables known. */
export const knowing = (place: Place, variables: Iterable<readonly [string, Size]>): Place => ({
  ...place,
  sizes: new Map([...place.sizes, ...variables]),
});

/** One step further in; refused where that is too deep. `what` names what stands in one another. */
export const deeper = (place: Place, start: number, what: string, limits: ConsoleLimits, refuse: Refuse): Place => {
  if (place.depth >= limits.depth)
    refuse('depth', start, `${what} may stand at most ${limits.depth} deep in one another.`, 'Use WITH to name parts.');
  return { ...place, depth: place.depth + 1 };
};
