import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';

/** PLOVER REQUEST. */
export const request = [
  {
    name: 'URGED',
    inverse: 'URGED_BY',
    plover: 'REQUEST',
    cameo: '02',
    quad: 'verbal-cooperation',
    goldstein: 3,
    ploverScore: 0,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'urged',
    // urged, appealed to, called on, asked
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
  {
    name: 'DEMANDED_OF',
    inverse: 'GOT_DEMAND_OF',
    plover: 'REQUEST',
    cameo: '10',
    quad: 'verbal-conflict',
    goldstein: -5,
    ploverScore: -1,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'demanded of',
    // demanded that X, insisted that X, ordered X to, said X must
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
] as const satisfies readonly Relation[];
