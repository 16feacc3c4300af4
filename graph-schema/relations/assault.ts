import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';

/** PLOVER ASSAULT. */
export const assault = [
  {
    name: 'OUSTED',
    inverse: 'OUSTED_BY',
    plover: 'ASSAULT',
    cameo: '18',
    quad: 'material-conflict',
    goldstein: -9,
    ploverScore: -9,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'ousted',
    // ousted, toppled, overthrew, removed from power
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
  {
    name: 'ATTACKED',
    inverse: 'ATTACKED_BY',
    plover: 'ASSAULT',
    cameo: '18',
    quad: 'material-conflict',
    goldstein: -9,
    ploverScore: -9,
    symmetric: false,
    from: ACTOR_KINDS,
    to: [...ACTOR_KINDS, 'place'],
    lasting: 'act',
    verb: 'attacked',
    // attacked, shelled, bombed, struck, killed, invaded
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
] as const satisfies readonly Relation[];
