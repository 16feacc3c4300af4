import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';
import { words } from '../words.ts';

/** PLOVER CONCEDE. */
export const concede = [
  {
    name: 'YIELDED_TO',
    inverse: 'WON_CONCESSION_FROM',
    plover: 'CONCEDE',
    cameo: '08',
    quad: 'material-cooperation',
    goldstein: 5,
    ploverScore: 4.5,
    symmetric: false,
    from: ACTOR_KINDS,
    to: [...ACTOR_KINDS, 'proposal'],
    lasting: 'act',
    verb: 'yielded to',
    said: {
      frames: [
        { verbs: words('meet'), object: words('condition demand') },
        { verbs: words('give'), prep: words('to'), object: words('way') },
        { verbs: words('give'), object: words('light') },
        { verbs: words('pay'), prep: words('to'), object: words('heed') },
        { verbs: words('agree accede consent'), prep: words('to'), object: words('demand condition') },
        { verbs: words('drop withdraw lift'), object: words('objection opposition reservation') },
        { verbs: words('call'), object: words('halt') },
        { verbs: words('admit'), object: words('inspector monitor observer journalist investigator') },
        { verbs: words('pay'), object: words('compensation reparation damages ransom') },
        { verbs: words('accept'), object: words('demand condition ultimatum') },
        {
          verbs: words(
            'accept allow permit authorize authorise let acquiesce accommodate relent approve grant soften legalize legalise legitimize compromise tolerate appease unblock declassify compensate reinstate concede yield capitulate resign',
          ),
        },
        { verbs: words('give bow cave'), prep: words('in to'), when: 'no object' },
        { verbs: words('bow submit cave yield'), prep: words('to') },
        { verbs: words('back'), prep: words('down off away') },
        { verbs: words('comply'), prep: words('with') },
        { verbs: words('sign'), object: words('decree law bill order') },
        {
          verbs: words('return hand give cede relinquish surrender transfer'),
          prep: words('to'),
          object: words(
            'artifact artefact treasure land territory island islet town village province base land property asset power control sovereignty relic painting statue bone frog loot bronze antiquity coin manuscript skull mask',
          ),
        },
        {
          verbs: words('give make grant offer'),
          object: words(
            'passage permission concession approval consent clearance nod go-ahead ahead amnesty freedom autonomy independence right access authorization',
          ),
        },
      ],
      nouns: words('concession permission'),
    },
    example: {
      text: 'Armenia gave in to Azerbaijan over the border villages.',
      source: 'Armenia',
      target: 'Azerbaijan',
    },
  },
] as const satisfies readonly Relation[];
