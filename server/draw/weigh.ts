import type { Claim } from '../../graph-schema/claim.ts';
import type { PloverClass, Quad } from '../../graph-schema/relation.ts';
import { relationOf } from '../../graph-schema/relations.ts';
import classes from './classes.json' with { type: 'json' };

/** Quad class and Goldstein value of each PLOVER class: those of its CAMEO root code (Goldstein 1992, CAMEO 1.1b3). */
const OF_CLASS = classes as Readonly<Record<PloverClass, { readonly quad: Quad; readonly goldstein: number }>>;

export interface Weight {
  readonly quad: Quad;
  readonly goldstein: number;
}

/**
 * Quad class and Goldstein value of what was said. They follow the claim's own class, not the relation's name: a
 * refused meeting is REJECT and so conflict, a planned one AGREE. Where the class is the relation's usual one, the
 * relation's finer value holds.
 */
export const weigh = (claim: Pick<Claim, 'type' | 'plover'>): Weight => {
  const relation = relationOf(claim.type);
  if (!claim.plover || claim.plover === relation.plover) {
    return { quad: relation.quad, goldstein: relation.goldstein };
  }
  return OF_CLASS[claim.plover];
};
