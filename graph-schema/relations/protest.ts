import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';
import { words } from '../words.ts';

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
    said: {
      frames: [
        {
          verbs: words('block blockade barricade obstruct occupy'),
          object: words(
            'road highway motorway street railway railroad track bridge port strait harbor harbour pipeline square roundabout crossing junction',
          ),
          subject: words('civilian striker crowd mob'),
        },
        { verbs: words('protest picket boycott') },
        { verbs: words('mutiny revolt rebel') },
        { verbs: words('demonstrate rally march riot'), when: 'no object' },
        {
          verbs: words('hold stage organize organise launch begin join lead start mount'),
          object: words('protest demonstration rally sit-in march vigil hunger riot boycott'),
        },
        { verbs: words('hold stage organize organise join call begin'), object: words('strike') },
        { verbs: words('take pour'), object: words('street') },
        { verbs: words('take pour'), prep: words('to onto'), object: words('street') },
        { verbs: words('burn'), object: words('flag effigy') },
        { verbs: words('strike'), prep: words('on') },
        { verbs: words('go be stay'), prep: words('on'), object: words('strike') },
        { verbs: words('stop'), object: words('work') },
        {
          verbs: words(
            'block blockade barricade occupy gather close shut burn sit camp chain strike march converge assemble walk',
          ),
          prep: words('in'),
          object: words('protest'),
        },
        {
          verbs: words('gather assemble converge congregate crowd mass camp'),
          prep: words('outside'),
          object: words('embassy consulate mission parliament ministry headquarters palace office residence'),
        },
        { verbs: words('down'), object: words('tool') },
        { verbs: words('walk'), prep: words('off'), object: words('job') },
      ],
      nouns: words('protest demonstration rally march riot sit-in'),
    },
    example: {
      text: 'Activists from Nepal protested against India over the border blockade.',
      source: 'Nepali protesters',
      target: 'India',
    },
  },
] as const satisfies readonly Relation[];
