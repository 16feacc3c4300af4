import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';

/** PLOVER RETREAT. */
export const retreat = [
  {
    name: 'RELEASED',
    inverse: 'RELEASED_BY',
    plover: 'RETREAT',
    cameo: '084',
    quad: 'material-cooperation',
    goldstein: 7,
    ploverScore: 6.5,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'released',
    // freed, released, handed over
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
  {
    name: 'EASED_SANCTIONS_ON',
    inverse: 'GOT_SANCTIONS_EASED_BY',
    plover: 'RETREAT',
    cameo: '085',
    quad: 'material-cooperation',
    goldstein: 7,
    ploverScore: 6.5,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'eased sanctions on',
    // lifted, eased, waived sanctions on
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
  {
    name: 'AGREED_CEASEFIRE_WITH',
    inverse: 'AGREED_CEASEFIRE_WITH',
    plover: 'RETREAT',
    cameo: '0871',
    quad: 'material-cooperation',
    goldstein: 9,
    ploverScore: 7.5,
    symmetric: true,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'agreed ceasefire with',
    // declared a truce with, agreed a ceasefire with
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
  {
    name: 'WITHDREW_FROM',
    inverse: 'WAS_LEFT_BY',
    plover: 'RETREAT',
    cameo: '087',
    quad: 'material-cooperation',
    goldstein: 9,
    ploverScore: 8,
    symmetric: false,
    from: ACTOR_KINDS,
    to: [...ACTOR_KINDS, 'place', 'proposal'],
    lasting: 'act',
    verb: 'withdrew from',
    // withdrew from, pulled out of, quit
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
] as const satisfies readonly Relation[];
