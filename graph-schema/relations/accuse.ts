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
        {
          verbs: words('expose unmask uncover unearth foil thwart'),
          object: words(
            'spy agent plot network ring cell operative informant espionage conspiracy hoax disinformation plotter mole',
          ),
        },

        { verbs: words('exchange trade swap'), object: words('accusation allegation barb insult blame recrimination') },
        { verbs: words('accuse blame allege charge implicate fault complain incriminate suspect') },
        { verbs: words('find hold'), object: words('guilty responsible liable') },
        { verbs: words('complain'), prep: words('of about against over') },
        { verbs: words('point put lay place pin heap'), object: words('finger blame') },
        { verbs: words('make level repeat'), object: words('accusation allegation charge claim') },
        { verbs: words('attribute trace ascribe'), prep: words('to'), when: 'object' },
        {
          verbs: words('name identify'),
          prep: words('as'),
          object: words('culprit suspect perpetrator aggressor mastermind spy agent plotter saboteur'),
        },
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
        {
          verbs: words('react respond reply'),
          prep: words('to with'),
          object: words('anger fury outrage scorn derision dismay indignation contempt disgust ridicule disbelief'),
        },
        {
          verbs: words('single pick'),
          prep: words('for'),
          object: words('criticism condemnation blame censure scorn reproach ridicule rebuke abuse'),
        },
        {
          verbs: words('reserve'),
          prep: words('for'),
          object: words('criticism condemnation scorn anger wrath contempt ire'),
        },
        {
          verbs: words('fire shoot hit strike snap lash clap bite bark'),
          prep: words('back at after over in with'),
          object: words(
            'remark comment statement speech interview claim criticism accusation allegation tweet post letter report press',
          ),
        },
        { verbs: words('snap clap bark sneer scoff jeer snigger carp snipe hiss boo laugh'), prep: words('at') },
        {
          verbs: words('attack assail'),
          object: words(
            'policy stance record handling approach decision speech remark comment rhetoric law ruling verdict claim statement reform budget view idea treatment conduct behavior behaviour strategy response attitude silence hypocrisy inaction refusal failure plan proposal bill deal agreement',
          ),
        },
        { verbs: words('poke make'), prep: words('at of'), object: words('fun mockery') },
        {
          verbs: words('publish issue release write deliver'),
          prep: words('of on about against'),
          object: words('critical scathing damning withering blistering scornful'),
        },
        { verbs: words('heckle jeer boo') },

        { verbs: words('take'), prep: words('to'), object: words('task') },
        { verbs: words('take'), prep: words('to'), object: words('exception umbrage offence offense') },
        { verbs: words('take aim'), prep: words('at'), object: words('swipe jab shot dig aim potshot') },
        { verbs: words('single'), prep: words('out'), object: words('criticism condemnation blame censure') },
        { verbs: words('find'), object: words('fault') },
        { verbs: words('pour heap level direct aim'), object: words('scorn criticism abuse opprobrium ridicule') },
        { verbs: words('vent'), object: words('anger fury frustration rage spleen') },
        { verbs: words('cast'), prep: words('on'), object: words('doubt aspersion') },
        { verbs: words('fume seethe rage rail bristle grumble'), prep: words('at over about against') },
        { verbs: words('tear lay rip light'), prep: words('into'), when: 'no object' },
        { verbs: words('liken'), prep: words('to'), when: 'object' },
        { verbs: words('compare'), prep: words('to'), object: words('hitler nazi stalin terrorist apartheid nazism') },
        {
          verbs: words('deem consider judge'),
          object: words('illegal unlawful illegitimate unacceptable intolerable unconstitutional'),
        },
        {
          verbs: words('be remain become grow feel'),
          prep: words('of about at by with over'),
          object: words(
            'critical concerned alarmed worried outraged dismayed appalled shocked angry furious upset displeased disappointed disgusted horrified troubled disturbed unhappy frustrated incensed irate wary suspicious distrustful contemptuous',
          ),
        },
        { verbs: words('brand label describe'), prep: words('as') },
        { verbs: words('call dub'), prep: words('out') },
        {
          verbs: words(
            'criticize criticise slam blast rebuke lambaste lash berate chide scold ridicule mock insult rap reprimand disapprove vilify deride assail excoriate belittle challenge slate upbraid scorn impugn disparage brand label renounce denigrate malign slander reproach chastise contradict lecture taunt regret lambast admonish shame bemoan demonize demonise smear defame trash pillory savage',
          ),
        },
        { verbs: words('lash hit'), prep: words('out at'), when: 'no object' },
        {
          verbs: words('express voice raise draw lodge file make'),
          object: words(
            'concern alarm dismay outrage disappointment anger displeasure regret criticism complaint doubt worry unease shock indignation fury frustration dissatisfaction discontent consternation horror disgust revulsion skepticism scepticism reservation misgiving resentment disquiet annoyance irritation',
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
        {
          verbs: words('seek demand want request ask'),
          prep: words('for in'),
          object: words('year month life penalty sentence imprisonment term death prison jail'),
          subject: words('prosecutor prosecution'),
        },

        {
          verbs: words('open launch order start'),
          prep: words('into'),
          object: words('inquiry investigation probe inquest'),
        },
        { verbs: words('put place'), prep: words('on'), object: words('trial') },
        {
          verbs: words('approve allow permit authorize authorise grant order back clear'),
          object: words('extradition'),
        },
        {
          verbs: words(
            'investigate probe inspect examine audit scrutinize interrogate question search monitor verify review grill convict indict prosecute sue impeach',
          ),
        },
        { verbs: words('look inquire enquire probe'), prep: words('into') },
        { verbs: words('appeal testify'), prep: words('against') },
        { verbs: words('take haul drag'), prep: words('to before'), object: words('court tribunal justice') },
        {
          verbs: words('file bring lodge launch open start press take trigger initiate begin institute'),
          prep: words('against'),
          object: words(
            'lawsuit suit case complaint charge indictment action proceeding probe investigation inquiry procedure',
          ),
          when: 'object',
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
