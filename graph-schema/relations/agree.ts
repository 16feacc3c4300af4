import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';

/** PLOVER AGREE. */
export const agree = [
  {
    name: 'AGREES_WITH',
    inverse: 'AGREES_WITH',
    plover: 'AGREE',
    cameo: '03',
    quad: 'verbal-cooperation',
    goldstein: 4,
    ploverScore: 2.5,
    symmetric: true,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'agrees with',
    // agreed (with, to, that), reached an agreement in principle, struck a deal
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
  {
    name: 'PLEDGED_TO',
    inverse: 'WAS_PLEDGED_BY',
    plover: 'AGREE',
    cameo: '033',
    quad: 'verbal-cooperation',
    goldstein: 5.2,
    ploverScore: 2.5,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'pledged to',
    // pledged, promised, vowed to help, offered to
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
] as const satisfies readonly Relation[];
