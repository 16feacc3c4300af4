import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';
import { words } from '../words.ts';

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
    said: {
      frames: [
        {
          verbs: words('link connect hook join integrate interconnect merge'),
          prep: words('with to up'),
          object: words(
            'grid network railway rail line system pipeline market economy electricity exchange road power',
          ),
        },
        {
          verbs: words('expand boost deepen increase widen broaden strengthen grow'),
          prep: words('with'),
          object: words('trade commerce'),
        },

        { verbs: words('cooperate co-operate collaborate'), when: 'no object' },
        { verbs: words('work team toil labour labor'), prep: words('together up alongside beside'), when: 'no object' },
        {
          verbs: words('cooperate co-operate collaborate partner coordinate work team trade merge engage'),
          prep: words('with'),
        },
        { verbs: words('join'), object: words('force hand') },
        { verbs: words('pool'), object: words('resource') },
        { verbs: words('take'), object: words('part') },
        { verbs: words('participate'), prep: words('in') },
        { verbs: words('do'), prep: words('with'), object: words('business') },
        { verbs: words('buy purchase import'), prep: words('from'), when: 'object' },
        { verbs: words('sell export'), prep: words('to'), when: 'object' },
        { verbs: words('extradite'), prep: words('to'), when: 'object' },
        {
          verbs: words(
            'carry conduct mount undertake build develop produce run operate set form establish create appoint found',
          ),
          object: words('joint'),
        },
        { verbs: words('share'), prep: words('with'), object: words('power') },
      ],
      nouns: words('cooperation collaboration coordination partnership'),
    },
    example: {
      text: 'Uganda is cooperating with Tanzania on the oil pipeline.',
      source: 'Uganda',
      target: 'Tanzania',
    },
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
    said: {
      frames: [
        {
          verbs: words('hold conduct stage begin start perform join launch carry undertake complete wrap'),
          object: words('exercise drill maneuver manoeuvre wargame patrol game training flight sortie'),
        },
        { verbs: words('train'), prep: words('with alongside') },
        {
          verbs: words('take participate engage'),
          prep: words('in'),
          object: words('exercise drill maneuver manoeuvre wargame'),
        },
        {
          verbs: words('deploy station send'),
          prep: words('alongside'),
          object: words('troop soldier force unit contingent'),
        },
        { verbs: words('deploy serve fight fly patrol operate train'), prep: words('alongside together') },
      ],
      nouns: words('exercise drill maneuver manoeuvre wargame game'),
    },
    example: {
      text: 'South Korea held joint naval exercises with the United States.',
      source: 'South Korea',
      target: 'United States',
    },
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
    said: {
      frames: [
        { verbs: words('share exchange swap'), object: words('experience'), plover: 'CONSULT' },
        { verbs: words('tip'), prep: words('off') },
        {
          verbs: words('share exchange give provide pass swap supply hand'),
          object: words('information intelligence evidence data detail technology picture image'),
        },
      ],
      nouns: words('tip tip-off'),
    },
    example: {
      text: 'Israel shared intelligence with Jordan about the smuggling network.',
      source: 'Israel',
      target: 'Jordan',
    },
  },
] as const satisfies readonly Relation[];
