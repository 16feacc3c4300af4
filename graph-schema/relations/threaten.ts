import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';
import { words } from '../words.ts';

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
    said: {
      frames: [
        { verbs: words('warn caution menace') },
        { verbs: words('put place'), prep: words('on'), object: words('notice') },
        { verbs: words('issue give make deliver send renew'), object: words('warning') },
      ],
      nouns: words('warning'),
    },
    example: {
      text: 'Kuwait warned Iraq against closing the waterway.',
      source: 'Kuwait',
      target: 'Iraq',
    },
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
    said: {
      frames: [
        { verbs: words('reserve'), object: words('right') },
        {
          verbs: words('promise vow pledge swear announce'),
          prep: words('to for against'),
          object: words('response consequence punishment reprisal strike retribution retaliation vengeance revenge'),
        },
        { verbs: words('vow swear'), object: words('reply answer response') },
        { verbs: words('speak'), prep: words('of for'), object: words('consequence retaliation war reprisal') },

        { verbs: words('threaten') },
        { verbs: words('issue give make deliver send renew set level'), object: words('ultimatum threat') },
        { verbs: words('give set impose'), object: words('deadline') },
        { verbs: words('serve'), object: words('notice') },
        { verbs: words('brandish'), object: words('threat') },
        { verbs: words('hint'), prep: words('at'), object: words('action strike retaliation war force sanction') },
        { verbs: words('swear vow promise pledge'), object: words('revenge retaliation vengeance retribution') },
      ],
      nouns: words('threat ultimatum'),
    },
    example: {
      text: 'Azerbaijan threatened Armenia with a new offensive.',
      source: 'Azerbaijan',
      target: 'Armenia',
    },
  },
] as const satisfies readonly Relation[];
