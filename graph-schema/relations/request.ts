import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';
import { words } from '../words.ts';

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
    said: {
      frames: [
        {
          verbs: words('turn look go'),
          prep: words('to for'),
          object: words('help assistance support aid mediation protection advice backing loan fuel rescue funding'),
        },
        {
          verbs: words('tap hit approach press'),
          prep: words('for'),
          object: words('help assistance support aid loan money fund funding credit cash backing'),
        },
        { verbs: words('knock'), prep: words('on at'), object: words('door') },
        {
          verbs: words('remind'),
          prep: words('of'),
          object: words('duty obligation commitment promise responsibility pledge'),
        },
        { verbs: words('suggest propose recommend'), prep: words('to'), when: 'no object' },
        { verbs: words('enlist recruit secure solicit court'), object: words('help support backing aid assistance') },

        { verbs: words('turn'), prep: words('to with'), object: words('request appeal plea') },
        {
          verbs: words('seek request solicit'),
          prep: words('from'),
          object: words('apology guarantee assurance clarification answer pledge commitment permission help support'),
        },
        {
          verbs: words(
            'urge ask request appeal beg implore plead beseech petition solicit lobby press exhort encourage advise counsel entreat nudge dare invite prod goad cajole coax',
          ),
        },
        { verbs: words('call'), prep: words('on upon for') },
        { verbs: words('lean prevail'), prep: words('on upon') },
        {
          verbs: words('appeal plead press push ask apply campaign clamour clamor lobby bid petition'),
          prep: words('for to'),
        },
        {
          verbs: words('seek request ask want need'),
          object: words('refuge asylum help aid assistance support mediation permission extradition protection'),
        },
        {
          verbs: words('make issue reiterate renew send submit file repeat lodge extend'),
          object: words('appeal request call plea invitation proposal'),
        },
      ],
      nouns: words('request appeal plea'),
    },
    example: {
      text: 'Ghana urged Togo to hold free elections.',
      source: 'Ghana',
      target: 'Togo',
    },
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
    said: {
      frames: [
        { verbs: words('demand insist pressure pressurize pressurise order instruct require enjoin') },
        { verbs: words('insist'), prep: words('on that') },
        { verbs: words('make issue reiterate renew send submit file repeat lodge'), object: words('demand') },
        { verbs: words('put exert'), object: words('pressure') },
        {
          verbs: words('set lay impose attach spell dictate'),
          object: words('condition precondition term stipulation'),
          prep: words('for on to down out'),
        },
        { verbs: words('present confront serve'), object: words('demand'), prep: words('with') },
        { verbs: words('seek demand'), object: words('extradition compensation explanation return') },
      ],
      nouns: words('demand'),
    },
    example: {
      text: 'Cyprus demanded that Turkey pull its drilling ship out of the area.',
      source: 'Cyprus',
      target: 'Turkey',
    },
  },
] as const satisfies readonly Relation[];
