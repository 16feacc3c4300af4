import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';

/** PLOVER CONCEDE. */
export const concede = [
  {
    name: 'YIELDED_TO',
    inverse: 'WON_CONCESSION_FROM',
    plover: 'CONCEDE',
    cameo: '08',
    quad: 'material-cooperation',
    goldstein: 5,
    ploverScore: 4.5,
    symmetric: false,
    from: ACTOR_KINDS,
    to: [...ACTOR_KINDS, 'proposal'],
    lasting: 'act',
    verb: 'yielded to',
    // gave in to, accepted the demands of
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
] as const satisfies readonly Relation[];
