import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';

/** PLOVER AID. */
export const aid = [
  {
    name: 'AIDED',
    inverse: 'AIDED_BY',
    plover: 'AID',
    cameo: '07',
    quad: 'material-cooperation',
    goldstein: 7,
    ploverScore: 10,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'aided',
    // donated to, gave aid to, lent to, sent relief to
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
  {
    name: 'ARMED',
    inverse: 'ARMED_BY',
    plover: 'AID',
    cameo: '072',
    quad: 'material-cooperation',
    goldstein: 8.3,
    ploverScore: 10,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'armed',
    // supplied arms to, sent weapons to, trained fighters of
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
  {
    name: 'GRANTED_ASYLUM_TO',
    inverse: 'GIVEN_ASYLUM_BY',
    plover: 'AID',
    cameo: '075',
    quad: 'material-cooperation',
    goldstein: 7,
    ploverScore: 10,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'granted asylum to',
    // granted asylum to, took in
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
] as const satisfies readonly Relation[];
