import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';

/** PLOVER SANCTION. */
export const sanction = [
  {
    name: 'BROKE_RELATIONS_WITH',
    inverse: 'HAD_RELATIONS_BROKEN_BY',
    plover: 'SANCTION',
    cameo: '161',
    quad: 'material-conflict',
    goldstein: -4,
    ploverScore: -6,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'broke relations with',
    // cut, severed, downgraded ties with
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
  {
    name: 'RECALLED_AMBASSADOR_FROM',
    inverse: 'LOST_AMBASSADOR_OF',
    plover: 'SANCTION',
    cameo: '161',
    quad: 'material-conflict',
    goldstein: -4,
    ploverScore: -6,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'recalled ambassador from',
    // recalled its ambassador from
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
  {
    name: 'EXPELLED_DIPLOMATS_OF',
    inverse: 'HAD_DIPLOMATS_EXPELLED_BY',
    plover: 'SANCTION',
    cameo: '166',
    quad: 'material-conflict',
    goldstein: -8,
    ploverScore: -5.5,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'expelled diplomats of',
    // expelled diplomats of, declared persona non grata
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
  {
    name: 'SUSPENDED_AID_TO',
    inverse: 'LOST_AID_OF',
    plover: 'SANCTION',
    cameo: '162',
    quad: 'material-conflict',
    goldstein: -5.6,
    ploverScore: -6,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'suspended aid to',
    // cut, froze, suspended aid to
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
] as const satisfies readonly Relation[];
