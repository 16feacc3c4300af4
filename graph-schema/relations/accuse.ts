import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';
import { words } from '../words.ts';

/** PLOVER ACCUSE. */
export const accuse = [
  {
    name: 'ACCUSED',
    inverse: 'ACCUSED_BY',
    plover: 'ACCUSE',
    cameo: '112',
    quad: 'verbal-conflict',
    goldstein: -2,
    ploverScore: -3.5,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'accused',
    said: {
      frames: [
        { verbs: words('exchange trade swap'), object: words('accusation allegation barb insult blame recrimination') },
        { verbs: words('accuse blame allege charge implicate fault complain incriminate suspect') },
        { verbs: words('find hold'), object: words('guilty responsible liable') },
        { verbs: words('complain'), prep: words('of about against over') },
        { verbs: words('point put lay place pin'), object: words('finger blame') },
        { verbs: words('make level repeat'), object: words('accusation allegation charge claim') },
      ],
      nouns: words('accusation allegation charge complaint indictment'),
    },
    example: {
      text: 'Pakistan accused India of violating its airspace.',
      source: 'Pakistan',
      target: 'India',
    },
  },
  {
    name: 'CRITICIZED',
    inverse: 'CRITICIZED_BY',
    plover: 'ACCUSE',
    cameo: '111',
    quad: 'verbal-conflict',
    goldstein: -2,
    ploverScore: -2,
    symmetric: false,
    from: ACTOR_KINDS,
    to: [...ACTOR_KINDS, 'event', 'proposal'],
    lasting: 'act',
    verb: 'criticized',
    said: {
      frames: [
        { verbs: words('take'), prep: words('to'), object: words('task') },
        { verbs: words('brand label describe'), prep: words('as') },
        { verbs: words('call dub'), prep: words('out') },
        {
          verbs: words(
            'criticize criticise slam blast rebuke lambaste lash berate chide scold ridicule mock insult rap reprimand disapprove vilify deride assail excoriate belittle challenge slate upbraid scorn impugn disparage brand label renounce denigrate malign slander reproach chastise contradict lecture taunt regret lambast',
          ),
        },
        { verbs: words('lash hit'), prep: words('out at') },
        {
          verbs: words('express voice raise draw lodge file make'),
          object: words(
            'concern alarm dismay outrage disappointment anger displeasure regret criticism complaint doubt worry',
          ),
        },
        { verbs: words('speak rail inveigh'), prep: words('against') },
        {
          verbs: words('launch lead make mount'),
          object: words('scathing verbal blistering rhetorical veiled stinging thinly'),
        },
        { verbs: words('describe'), prep: words('as') },
        { verbs: words('take'), object: words('aim issue') },
      ],
      nouns: words('criticism rebuke critic'),
    },
    example: {
      text: 'Hungary criticized Romania over its new language law.',
      source: 'Hungary',
      target: 'Romania',
    },
  },
  {
    name: 'CONDEMNED',
    inverse: 'CONDEMNED_BY',
    plover: 'ACCUSE',
    cameo: '111',
    quad: 'verbal-conflict',
    goldstein: -2,
    ploverScore: -2,
    symmetric: false,
    from: ACTOR_KINDS,
    to: [...ACTOR_KINDS, 'event'],
    lasting: 'act',
    verb: 'condemned',
    said: {
      frames: [
        { verbs: words('join'), prep: words('in'), object: words('condemnation') },
        { verbs: words('condemn denounce deplore decry censure castigate') },
        { verbs: words('issue pass adopt'), object: words('condemnation') },
        { verbs: words('express voice'), object: words('condemnation') },
      ],
      nouns: words('condemnation denunciation'),
    },
    example: {
      text: 'Morocco condemned Iran at the summit.',
      source: 'Morocco',
      target: 'Iran',
    },
  },
  {
    name: 'PROTESTED_TO',
    inverse: 'GOT_PROTEST_OF',
    plover: 'ACCUSE',
    cameo: '114',
    quad: 'verbal-conflict',
    goldstein: -2,
    ploverScore: -3.5,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'protested to',
    said: {
      frames: [
        { verbs: words('summon') },
        { verbs: words('lodge make file deliver send hand give'), object: words('protest note') },
        { verbs: words('file lodge'), object: words('complaint'), prep: words('with to') },
        { verbs: words('protest'), prep: words('to') },
        { verbs: words('call'), prep: words('in'), object: words('ambassador envoy diplomat attache') },
      ],
      nouns: words('demarche'),
    },
    example: {
      text: 'Indonesia summoned the ambassador of China over the fishing boats.',
      source: 'Indonesia',
      target: 'China',
    },
  },
  {
    name: 'INVESTIGATES',
    inverse: 'INVESTIGATED_BY',
    plover: 'ACCUSE',
    cameo: '09',
    quad: 'verbal-conflict',
    goldstein: -2,
    ploverScore: -3.5,
    symmetric: false,
    from: ACTOR_KINDS,
    to: [...ACTOR_KINDS, 'event'],
    lasting: 'act',
    verb: 'investigates',
    said: {
      frames: [
        { verbs: words('open launch order start'), prep: words('into'), object: words('inquiry investigation probe') },
        {
          verbs: words(
            'investigate probe inspect examine audit scrutinize interrogate question search monitor verify review grill convict indict prosecute sue impeach',
          ),
        },
        { verbs: words('look inquire enquire probe'), prep: words('into') },
        { verbs: words('appeal testify'), prep: words('against') },
        { verbs: words('take haul drag'), prep: words('to before'), object: words('court tribunal justice') },
        {
          verbs: words('file bring lodge launch open start press take'),
          prep: words('against'),
          object: words('lawsuit suit case complaint charge indictment action proceeding probe investigation'),
        },
        {
          verbs: words('launch take begin file start bring lodge press open'),
          object: words('legal charge lawsuit complaint indictment suit investigation probe inquiry case'),
        },
      ],
      nouns: words('lawsuit suit investigation probe inquiry audit prosecution trial impeachment case inspection'),
    },
    example: {
      text: 'Spain is investigating Morocco over the tapped telephones.',
      source: 'Spain',
      target: 'Morocco',
    },
  },
] as const satisfies readonly Relation[];
