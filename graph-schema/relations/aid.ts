import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';
import { words } from '../words.ts';

/** PLOVER AID. */
export const aid = [
  {
    name: 'AIDED',
    inverse: 'AIDED_BY',
    plover: 'AID',
    cameo: '07',
    quad: 'material-cooperation',
    goldstein: 7,
    ploverScore: 10,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'aided',
    said: {
      frames: [
        {
          verbs: words('arrive dock land reach enter berth anchor'),
          prep: words('in at to'),
          subject: words(
            'aid medicine food grain tent supply fuel wheat rice blanket vaccine water flour medicines relief oxygen',
          ),
        },
        {
          verbs: words('reach enter'),
          subject: words(
            'aid medicine food grain tent supply fuel wheat rice blanket vaccine water flour medicines relief oxygen',
          ),
        },

        {
          verbs: words(
            'help assist aid donate lend fund finance subsidize subsidise feed treat vaccinate rescue evacuate rebuild train equip supply provide contribute airlift protect guard safeguard stabilize stabilise nurture bankroll underwrite resupply',
          ),
        },
        {
          verbs: words(
            'send give provide deliver offer extend donate ship dispatch supply award allocate disburse fly approve grant lend contribute channel earmark distribute increase',
          ),
          object: words(
            'aid assistance help relief supply donation food medicine money loan grant fund funding equipment doctor nurse midwife surgeon paramedic engineer technician veterinarian electrician team shipment support credit package kit vaccine ventilator dose tonne ton dollar euro million billion scholarship mask expert teacher adviser advisor instructor worker rescuer convoy tent blanket hospital clothing clothes generator fuel diesel firefighter grain wheat flour rice fertilizer water ambulance oxygen bed maize corn sorghum milk bread meal ration biscuit medication drug serum antibiotic insulin oil seed livestock bulldozer excavator truck vehicle jeep bus boat radio goggles armour armor vest helmet uniform computer laptop textbook scanner spare $ € £',
          ),
        },
        { verbs: words('release'), object: words('aid fund funding money loan grant million billion $ € £') },
        {
          verbs: words('send deploy dispatch contribute provide'),
          object: words('peacekeeper observer monitor police staff personnel mission medic aid'),
        },
        {
          verbs: words('send dispatch contribute provide rush'),
          object: words(
            'troop soldier battalion contingent force platoon unit column reinforcement brigade division commando marine paratrooper',
          ),
        },
        {
          verbs: words('arrive deploy serve go fly travel'),
          prep: words('to in at'),
          subject: words('peacekeeper aid doctor medic rescuer convoy'),
        },
        {
          verbs: words('monitor observe supervise oversee'),
          object: words('ceasefire cease-fire truce armistice election poll referendum vote disengagement disarmament'),
        },
        { verbs: words('serve'), prep: words('in') },
        {
          verbs: words('deploy send dispatch station serve'),
          prep: words('as'),
          object: words('peacekeeper peacekeeping monitor observer'),
        },
        {
          verbs: words('support help assist reach benefit sustain'),
          subject: words('aid assistance funding donation grant relief money'),
        },
        { verbs: words('pay'), prep: words('for'), when: 'no object' },
        { verbs: words('open'), object: words('border door') },
        { verbs: words('hand turn'), prep: words('over') },
        {
          verbs: words('hand turn'),
          prep: words('over to'),
          object: words(
            'boat ship vessel ferry tug frigate cutter corvette craft plane aircraft airplane helicopter drone vehicle car jeep truck lorry bus minibus ambulance motorcycle bicycle bike tractor excavator bulldozer dredger machine machinery generator pump equipment gear apparatus device instrument scanner kit vaccine dose medicine medication drug ventilator oxygen cylinder concentrator bed wheelchair supply relief aid assistance donation grant loan fund cheque check cash money gift consignment shipment batch tranche instalment installment package parcel tonne ton bag sack box carton pack rice wheat flour food grain maize sugar oil fertilizer fertiliser seed seedling tent blanket tarpaulin clothing clothes uniform textbook library computer laptop software house home shelter school classroom hospital clinic laboratory lab centre center facility building bridge road stadium plant station warehouse jetty $ € £ million billion dollar euro',
          ),
        },
        {
          verbs: words('transfer gift'),
          prep: words('to'),
          object: words(
            'boat ship vessel ferry tug cutter corvette craft plane aircraft airplane helicopter vehicle car jeep truck lorry bus minibus ambulance motorcycle tractor excavator bulldozer machine machinery generator equipment gear vaccine dose',
          ),
        },
        { verbs: words('bail'), prep: words('out') },
        { verbs: words('prop shore'), prep: words('up') },
        { verbs: words('drop airdrop'), object: words('food aid supply medicine') },
        { verbs: words('write cancel forgive'), object: words('debt') },
        { verbs: words('come'), prep: words('to'), object: words('aid rescue') },
        {
          verbs: words('participate take help engage'),
          prep: words('in'),
          object: words('peacekeeping peacekeeper relief humanitarian reconstruction'),
        },
        { verbs: words('raise'), object: words('money') },
        {
          verbs: words('invest deposit pump inject pour'),
          prep: words('in into'),
          object: words('million billion $ € £ money'),
        },
      ],
      nouns: words(
        'aid assistance donor donation relief loan grant help funding peacekeeper evacuation contribution deployment',
      ),
    },
    example: {
      text: 'Japan sent emergency aid to the Philippines after the typhoon.',
      source: 'Japan',
      target: 'Philippines',
    },
  },
  {
    name: 'ARMED',
    inverse: 'ARMED_BY',
    plover: 'AID',
    cameo: '072',
    quad: 'material-cooperation',
    goldstein: 8.3,
    ploverScore: 10,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'armed',
    said: {
      frames: [
        {
          verbs: words('train'),
          object: words(
            'fighter rebel militia militiaman insurgent bomber smuggler guerrilla gang gangster gunman militant jihadist extremist paramilitary mercenary separatist terrorist partisan',
          ),
        },
        {
          verbs: words('supply send sell provide give deliver ship transfer funnel channel smuggle'),
          object: words(
            'weapon arms arm missile bomb jet tank ammunition helicopter aircraft rifle system plane warship submarine weaponry gun howitzer drone munition mortar launcher rocket cannon',
          ),
        },
        { verbs: words('arm'), when: 'object' },
      ],
    },
    example: {
      text: 'Iran has armed Hezbollah for decades.',
      source: 'Iran',
      target: 'Hezbollah',
    },
  },
  {
    name: 'GRANTED_ASYLUM_TO',
    inverse: 'GIVEN_ASYLUM_BY',
    plover: 'AID',
    cameo: '075',
    quad: 'material-cooperation',
    goldstein: 7,
    ploverScore: 10,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'granted asylum to',
    said: {
      frames: [
        { verbs: words('shelter') },
        {
          verbs: words('take let'),
          prep: words('in'),
          object: words(
            'wounded patient injured survivor orphan refugee migrant exile child family student thousand hundred dozen people asylum evacuee dissident',
          ),
        },
        { verbs: words('grant give provide offer'), object: words('asylum refuge shelter citizenship') },
        {
          verbs: words('accept admit welcome receive host shelter resettle take'),
          object: words('refugee migrant family child people evacuee'),
        },
      ],
      nouns: words('asylum'),
    },
    example: {
      text: 'Mexico granted asylum to Bolivian President Evo Morales.',
      source: 'Mexico',
      target: 'Evo Morales',
    },
  },
] as const satisfies readonly Relation[];
