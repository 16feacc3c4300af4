import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';
import { words } from '../words.ts';

/** PLOVER COERCE. */
export const coerce = [
  {
    name: 'SANCTIONED',
    inverse: 'SANCTIONED_BY',
    plover: 'COERCE',
    cameo: '163',
    quad: 'material-conflict',
    goldstein: -6.5,
    ploverScore: -7,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'sanctioned',
    said: {
      frames: [
        {
          verbs: words('take adopt impose announce introduce launch apply'),
          prep: words('against on'),
          object: words('countermeasure counter-measure'),
        },
        { verbs: words('fence wall shut keep lock'), prep: words('out'), when: 'object' },
        { verbs: words('fence wall'), prep: words('off') },

        { verbs: words('place put'), prep: words('under on'), object: words('sanction embargo blacklist') },
        { verbs: words('strike'), prep: words('from'), object: words('list') },
        {
          verbs: words(
            'sanction punish blacklist embargo penalize penalise fine ban bar prohibit outlaw censor quarantine restrict tax repress suppress persecute crush disperse evict intimidate harass muzzle gag block jam dissolve disband force compel coerce curb prevent forbid exclude criminalize proscribe strip constrain suspend',
          ),
        },
        { verbs: words('crack clamp'), prep: words('down') },
        {
          verbs: words('hit slap punish'),
          prep: words('with'),
          object: words('sanction tariff duty tax levy surcharge penalty fine ban embargo curb'),
        },
        { verbs: words('raise hike increase double triple'), object: words('tariff duty levy') },
        {
          verbs: words('restrict curb limit tighten ban prohibit halt'),
          prep: words('to of from'),
          object: words('export import sale shipment'),
        },
        {
          verbs: words('cripple paralyse paralyze disrupt sabotage choke strangle throttle'),
          object: words(
            'export import supply production output trade economy shipping industry industries traffic transport port pipeline airport election vote poll',
          ),
        },
        {
          verbs: words('cut shut turn switch'),
          prep: words('off down'),
          object: words('power electricity water supply internet fuel network'),
        },
        { verbs: words('raid search'), object: words('office home newsroom headquarters house apartment') },
        { verbs: words('seal cordon rope'), prep: words('off') },
        {
          verbs: words('revoke withdraw cancel annul'),
          object: words('citizenship passport licence license accreditation permit visa nationality'),
        },
        {
          verbs: words('designate list declare label name classify blacklist'),
          prep: words('as'),
          object: words('terrorist terror'),
        },
        { verbs: words('designate declare label name'), object: words('terrorist terror') },
        { verbs: words('designate target'), subject: words('treasury sanction') },
        {
          verbs: words('close suspend shut seal block'),
          object: words(
            'border airspace frontier newspaper station checkpoint crossing office website channel publication clinic school mosque church temple monastery charity newsroom bureau',
          ),
        },
        { verbs: words('suspend ban halt'), object: words('activity party licence license broadcast constitution') },
        {
          verbs: words('sack dismiss fire remove'),
          object: words(
            'minister premier cabinet government judge governor mayor commander chief prosecutor commissioner',
          ),
        },
        {
          verbs: words('freeze seize'),
          object: words('asset account fund property licence license permit contract holding deposit stake'),
        },
        {
          verbs: words('declare impose order extend enforce launch'),
          object: words('crackdown curfew emergency law siege lockdown'),
        },
        {
          verbs: words('declare impose order extend enforce launch maintain lay tighten'),
          object: words('blockade'),
          plover: 'ASSAULT',
        },
        {
          verbs: words('adopt impose introduce approve take announce'),
          object: words('restrictive punitive coercive'),
        },
        {
          verbs: words('fire use lob shoot launch spray hurl throw deploy'),
          object: words('teargas tear pepper cannon rubber baton truncheon stun'),
        },
        {
          verbs: words('break'),
          prep: words('up'),
          object: words('protest demonstration rally march gathering crowd vigil sit-in meeting'),
        },
      ],
      nouns: words(
        'closure shutdown sanction embargo tariff blockade curfew restriction siege ban crackdown emergency law duty tax levy surcharge penalty limit fine quarantine lockdown',
      ),
    },
    example: {
      text: 'Ukraine imposed sanctions on Belarus.',
      source: 'Ukraine',
      target: 'Belarus',
    },
  },
  {
    name: 'DETAINED',
    inverse: 'DETAINED_BY',
    plover: 'COERCE',
    cameo: '173',
    quad: 'material-conflict',
    goldstein: -5,
    ploverScore: -7,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'detained',
    said: {
      frames: [
        { verbs: words('kidnap abduct'), plover: 'ASSAULT' },
        { verbs: words('take'), prep: words('into'), object: words('custody') },
        { verbs: words('uphold confirm'), object: words('sentence conviction verdict') },
        {
          verbs: words(
            'arrest detain jail imprison incarcerate intern deport extradite banish exile apprehend sentence confine recapture nab hold',
          ),
        },
        { verbs: words('round lock'), prep: words('up') },
        { verbs: words('haul drag cart bundle march whisk frogmarch'), prep: words('away off'), when: 'object' },
        { verbs: words('remand') },
        { verbs: words('hand give'), object: words('term sentence') },
        { verbs: words('hand'), prep: words('down'), object: words('sentence term verdict') },
        {
          verbs: words('push turn send drive force'),
          prep: words('back'),
          object: words('refugee migrant boat asylum people family worker'),
        },
        { verbs: words('have hold put keep throw'), prep: words('behind'), object: words('bar') },
        { verbs: words('take'), object: words('custody') },
        { verbs: words('place put keep'), prep: words('under in'), object: words('arrest detention custody') },
      ],
      nouns: words('arrest detention deportation warrant jail custody'),
    },
    example: {
      text: 'Thailand arrested three Cambodian soldiers near the temple.',
      source: 'Thailand',
      target: 'Cambodian military',
    },
  },
  {
    name: 'SEIZED',
    inverse: 'SEIZED_BY',
    plover: 'COERCE',
    cameo: '171',
    quad: 'material-conflict',
    goldstein: -9.2,
    ploverScore: -7,
    symmetric: false,
    from: ACTOR_KINDS,
    to: [...ACTOR_KINDS, 'place'],
    lasting: 'act',
    verb: 'seized',
    said: {
      frames: [
        { verbs: words('disarm'), when: 'object' },
        { verbs: words('capture'), object: words('tanker ship vessel boat trawler freighter') },
        {
          verbs: words('capture recapture retake take seize wrest regain'),
          prep: words('from'),
          object: words(
            'town city village base port airport district bridge island hill stronghold post province area territory',
          ),
          plover: 'ASSAULT',
        },
        {
          verbs: words('recapture'),
          object: words(
            'town city village base port airport district bridge island hill stronghold post province area territory',
          ),
          plover: 'ASSAULT',
        },
        { verbs: words('capture overrun conquer retake recapture liberate'), plover: 'ASSAULT' },
        { verbs: words('take seize gain'), object: words('control'), plover: 'ASSAULT' },
        {
          verbs: words('seize take'),
          subject: words('rebel insurgent fighter militant militia guerrilla jihadist troop soldier army force'),
          object: words('city town village base airport district post barracks outpost province'),
          plover: 'ASSAULT',
        },
        {
          verbs: words(
            'seize annex occupy blockade confiscate impound intercept commandeer expropriate nationalize nationalise requisition board',
          ),
        },
        {
          verbs: words('take wrest snatch'),
          prep: words('from'),
          object: words(
            'coast island islet territory land town city province region area strip post base port peninsula',
          ),
        },
        { verbs: words('demolish raze bulldoze destroy'), object: words('home house building property village shop') },
      ],
      nouns: words('seizure occupation annexation capture'),
    },
    example: {
      text: 'Iran seized two Greek tankers in the Gulf.',
      source: 'Iran',
      target: 'Greece',
    },
  },
  {
    name: 'CYBER_ATTACKED',
    inverse: 'CYBER_ATTACKED_BY',
    plover: 'COERCE',
    cameo: '176',
    quad: 'material-conflict',
    goldstein: -7,
    ploverScore: -7,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'cyber attacked',
    said: {
      frames: [
        { verbs: words('hack') },
        { verbs: words('launch conduct carry wage mount'), object: words('cyberattack cyber'), plover: 'ASSAULT' },
        { verbs: words('attack target'), subject: words('hacker') },
        { verbs: words('break'), prep: words('into'), object: words('computer network server system') },
      ],
      nouns: words('cyberattack hacking cyber-attack'),
    },
    example: {
      text: 'North Korea hacked South Korean banks last spring.',
      source: 'North Korea',
      target: 'South Korea',
    },
  },
] as const satisfies readonly Relation[];
