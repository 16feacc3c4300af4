import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';

/** PLOVER THREATEN. */
export const threaten = [
  {
    name: 'WARNED',
    inverse: 'WARNED_BY',
    plover: 'THREATEN',
    cameo: '130',
    quad: 'verbal-conflict',
    goldstein: -4.4,
    ploverScore: -3.5,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'warned',
    // warned (of, not to, against)
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
  {
    name: 'THREATENED',
    inverse: 'THREATENED_BY',
    plover: 'THREATEN',
    cameo: '13',
    quad: 'verbal-conflict',
    goldstein: -6,
    ploverScore: -3.5,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'threatened',
    // threatened, vowed to punish, gave an ultimatum to
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
] as const satisfies readonly Relation[];
