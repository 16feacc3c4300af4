import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';

/** PLOVER COOPERATE. */
export const cooperate = [
  {
    name: 'COOPERATES_WITH',
    inverse: 'COOPERATES_WITH',
    plover: 'COOPERATE',
    cameo: '06',
    quad: 'material-cooperation',
    goldstein: 6,
    ploverScore: 9.5,
    symmetric: true,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'cooperates with',
    // cooperated with, worked jointly with
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
  {
    name: 'COOPERATES_MILITARILY_WITH',
    inverse: 'COOPERATES_MILITARILY_WITH',
    plover: 'COOPERATE',
    cameo: '062',
    quad: 'material-cooperation',
    goldstein: 7.4,
    ploverScore: 9.5,
    symmetric: true,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'cooperates militarily with',
    // held joint exercises with, deployed alongside
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
  {
    name: 'SHARED_INTELLIGENCE_WITH',
    inverse: 'GOT_INTELLIGENCE_FROM',
    plover: 'COOPERATE',
    cameo: '064',
    quad: 'material-cooperation',
    goldstein: 7,
    ploverScore: 9.5,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'shared intelligence with',
    // shared intelligence, exchanged information with
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
] as const satisfies readonly Relation[];
