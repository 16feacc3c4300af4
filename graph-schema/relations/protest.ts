import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';

/** PLOVER PROTEST. */
export const protest = [
  {
    name: 'PROTESTED_AGAINST',
    inverse: 'PROTESTED_AGAINST_BY',
    plover: 'PROTEST',
    cameo: '14',
    quad: 'material-conflict',
    goldstein: -6.5,
    ploverScore: -5,
    symmetric: false,
    from: ACTOR_KINDS,
    to: [...ACTOR_KINDS, 'event', 'proposal'],
    lasting: 'act',
    verb: 'protested against',
    // demonstrated against, rallied outside, boycotted
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
] as const satisfies readonly Relation[];
