import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';

/** PLOVER MOBILIZE. */
export const mobilize = [
  {
    name: 'MOBILIZED_AGAINST',
    inverse: 'MOBILIZED_AGAINST_BY',
    plover: 'MOBILIZE',
    cameo: '154',
    quad: 'material-conflict',
    goldstein: -7.2,
    ploverScore: -6.5,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'mobilized against',
    // massed troops on the border of, put forces on alert against
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
] as const satisfies readonly Relation[];
