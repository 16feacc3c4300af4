import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';
import { words } from '../words.ts';

/** PLOVER RETREAT. */
export const retreat = [
  {
    name: 'RELEASED',
    inverse: 'RELEASED_BY',
    plover: 'RETREAT',
    cameo: '084',
    quad: 'material-cooperation',
    goldstein: 7,
    ploverScore: 6.5,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'released',
    said: {
      frames: [
        {
          verbs: words('return hand give surrender transfer send repatriate'),
          prep: words('to over back'),
          object: words('remains body corpse ash'),
        },
        { verbs: words('return send surrender'), object: words('prisoner captive hostage detainee') },
        { verbs: words('set'), prep: words('free'), when: 'object' },

        { verbs: words('set'), object: words('free') },
        { verbs: words('overturn quash annul reverse commute'), object: words('sentence conviction verdict') },
        {
          verbs: words('clear'),
          prep: words('of'),
          object: words(
            'charge wrongdoing fraud murder corruption genocide terrorism spying espionage treason theft rape bribery blasphemy manslaughter libel conspiracy crime offence offense perjury embezzlement blame killing misconduct sedition abuse',
          ),
        },
        {
          verbs: words('exchange swap trade'),
          object: words('prisoner captive detainee fisherman soldier body hostage'),
        },
        {
          verbs: words('release free pardon repatriate acquit exonerate amnesty absolve discharge vindicate commute'),
        },
        {
          verbs: words('liberate'),
          object: words(
            'prisoner hostage captive detainee inmate slave soldier crew sailor fisherman journalist worker girl',
          ),
        },
        { verbs: words('return hand'), prep: words('to'), when: 'object' },
        {
          verbs: words('hand turn give'),
          prep: words('over back'),
          object: words(
            'prisoner body hostage weapon arms control power suspect remains detainee soldier captive base territory man woman person pilot leader rest tourist miner fisherman sailor body crew journalist worker citizen student child girl boy',
          ),
        },
        { verbs: words('give make grant offer'), object: words('amnesty clemency bail pardon parole') },
        { verbs: words('let'), prep: words('go') },
        {
          verbs: words('send bring fly let'),
          prep: words('home'),
          object: words('fisherman sailor prisoner hostage captive detainee crew soldier pilot sailor'),
        },
        { verbs: words('drop') },
      ],
      nouns: words('release amnesty'),
    },
    example: {
      text: 'Algeria released two Spanish hostages on Thursday.',
      source: 'Algeria',
      target: 'Spanish hostages',
    },
  },
  {
    name: 'EASED_SANCTIONS_ON',
    inverse: 'GOT_SANCTIONS_EASED_BY',
    plover: 'RETREAT',
    cameo: '085',
    quad: 'material-cooperation',
    goldstein: 7,
    ploverScore: 6.5,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'eased sanctions on',
    said: {
      frames: [
        {
          verbs: words(
            'waive relax lift drop scrap abolish ease end remove loosen simplify suspend lower cut reduce slash eliminate',
          ),
          prep: words('for on'),
          object: words('rule requirement restriction regulation fee tariff duty levy curb quota'),
        },
        {
          verbs: words('call put bring'),
          prep: words('to'),
          object: words(
            'attack raid strike airstrike offensive operation shelling bombing hostility siege blockade campaign fighting embargo sanction boycott',
          ),
        },
        { verbs: words('open reopen unlock'), prep: words('to for'), object: words('market') },

        {
          verbs: words('remove strike take drop delete'),
          prep: words('from off'),
          object: words('blacklist sanction terror terrorism sponsor'),
        },
        { verbs: words('lift drop withdraw'), object: words('veto') },
        { verbs: words('open reopen'), object: words('border crossing airspace') },
        { verbs: words('lift ease relax loosen waive unfreeze exempt') },
        { verbs: words('call'), prep: words('off') },
        { verbs: words('reopen'), object: words('border crossing') },
        { verbs: words('reverse revoke rescind repeal'), object: words('decision order ruling plan law') },
      ],
      nouns: words('easing lifting'),
    },
    example: {
      text: 'The European Union lifted its sanctions on Belarus.',
      source: 'European Union',
      target: 'Belarus',
    },
  },
  {
    name: 'AGREED_CEASEFIRE_WITH',
    inverse: 'AGREED_CEASEFIRE_WITH',
    plover: 'RETREAT',
    cameo: '0871',
    quad: 'material-cooperation',
    goldstein: 9,
    ploverScore: 7.5,
    symmetric: true,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'agreed ceasefire with',
    said: {
      frames: [
        {
          verbs: words('agree commit'),
          prep: words('to on'),
          object: words('ceasefire cease truce cease-fire armistice pause cessation'),
          plover: 'AGREE',
        },
        {
          verbs: words('offer propose'),
          object: words('ceasefire cease truce cease-fire armistice pause cessation'),
          plover: 'AGREE',
        },
        { verbs: words('lay'), prep: words('under'), object: words('truce ceasefire') },
        {
          verbs: words(
            'declare announce begin observe call sign agree implement reach order extend accept renew enter negotiate',
          ),
          object: words('ceasefire cease truce cease-fire armistice pause cessation'),
        },
      ],
      nouns: words('ceasefire truce cease-fire armistice'),
    },
    example: {
      text: 'Ethiopia agreed a ceasefire with Eritrea.',
      source: 'Ethiopia',
      target: 'Eritrea',
    },
  },
  {
    name: 'WITHDREW_FROM',
    inverse: 'WAS_LEFT_BY',
    plover: 'RETREAT',
    cameo: '087',
    quad: 'material-cooperation',
    goldstein: 9,
    ploverScore: 8,
    symmetric: false,
    from: ACTOR_KINDS,
    to: [...ACTOR_KINDS, 'place', 'proposal'],
    lasting: 'act',
    verb: 'withdrew from',
    said: {
      frames: [
        {
          verbs: words('trim thin reduce scale draw cut shrink halve slash pare downsize'),
          prep: words('in from'),
          object: words('garrison contingent presence force troop mission deployment footprint'),
        },

        {
          verbs: words('withdraw pull back walk'),
          prep: words('from out'),
          object: words('treaty deal agreement accord pact convention talk negotiation'),
          plover: 'REJECT',
        },
        {
          verbs: words('withdraw pull walk'),
          prep: words('from out'),
          object: words('organization organisation council bloc union court'),
          plover: 'SANCTION',
        },
        {
          verbs: words('leave quit exit'),
          object: words('treaty deal agreement accord pact convention'),
          plover: 'REJECT',
        },
        {
          verbs: words('leave quit exit'),
          object: words('organization organisation council bloc union court alliance IGO'),
          plover: 'SANCTION',
        },
        { verbs: words('pull'), prep: words('back'), object: words('troop force soldier army unit') },
        {
          verbs: words('withdraw retreat surrender evacuate vacate quit relinquish demobilize demilitarize exit cede'),
        },
        { verbs: words('disarm'), when: 'no object' },
        { verbs: words('withdraw pull retreat back resign'), prep: words('from out') },
        { verbs: words('step stand back'), prep: words('down') },
        { verbs: words('pull'), prep: words('out') },
        {
          verbs: words('scale wind draw'),
          prep: words('down back'),
          object: words('force troop presence mission contingent'),
        },
        { verbs: words('dismantle remove'), object: words('checkpoint barricade roadblock barrier') },
        { verbs: words('hand turn give'), prep: words('in'), object: words('weapon arms gun') },
        { verbs: words('leave'), subject: words('troop soldier force army'), when: 'object' },
        { verbs: words('lay put'), prep: words('down aside'), object: words('arms arm weapon') },
        { verbs: words('withdraw pull remove reduce redeploy'), object: words('troop force soldier contingent army') },
      ],
      nouns: words('withdrawal pullout surrender retreat exit departure'),
    },
    example: {
      text: 'Rwanda withdrew from eastern Congo.',
      source: 'Rwanda',
      target: 'Congo',
    },
  },
] as const satisfies readonly Relation[];
