import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';
import { words } from '../words.ts';

/** PLOVER ASSAULT. */
export const assault = [
  {
    name: 'OUSTED',
    inverse: 'OUSTED_BY',
    plover: 'ASSAULT',
    cameo: '18',
    quad: 'material-conflict',
    goldstein: -9,
    ploverScore: -9,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'ousted',
    said: {
      frames: [
        { verbs: words('seize take grab wrest usurp'), prep: words('from'), object: words('power control') },
        {
          verbs: words('drive force chase push kick hound sweep throw hurl cast'),
          prep: words('from out'),
          object: words('power office government presidency'),
        },
        { verbs: words('bring'), prep: words('down'), when: 'object' },
        { verbs: words('seize usurp grab'), object: words('power') },
        { verbs: words('remove'), prep: words('from'), object: words('office power') },
        { verbs: words('oust topple overthrow depose unseat') },
        { verbs: words('remove'), prep: words('from'), object: words('power office') },
      ],
      nouns: words('coup overthrow ouster'),
    },
    example: {
      text: 'Tanzania ousted Ugandan ruler Idi Amin in 1979.',
      source: 'Tanzania',
      target: 'Idi Amin',
    },
  },
  {
    name: 'ATTACKED',
    inverse: 'ATTACKED_BY',
    plover: 'ASSAULT',
    cameo: '18',
    quad: 'material-conflict',
    goldstein: -9,
    ploverScore: -9,
    symmetric: false,
    from: ACTOR_KINDS,
    to: [...ACTOR_KINDS, 'place'],
    lasting: 'act',
    verb: 'attacked',
    said: {
      frames: [
        { verbs: words('retaliate hit'), prep: words('against back') },
        { verbs: words('retaliate'), when: 'no object' },
        { verbs: words('exchange trade'), object: words('fire gunfire shot blow shelling') },
        {
          verbs: words(
            'attack bomb shell strike ram kill murder assassinate storm raid invade ambush shoot wound injure assault massacre slaughter torture rape behead bombard pound strafe torpedo destroy demolish obliterate down lynch hijack poison gas hit raze annihilate maim stab crucify mortar firebomb execute hang flatten dynamite bludgeon strangle decapitate mutilate rout target besiege loot pillage ransack torch slay terrorize repulse ravage devastate damage decimate smash pelt stone sabotage inflict encircle pummel repel penetrate infiltrate counterattack mistreat abuse brutalize desecrate sink scuttle',
          ),
        },
        {
          verbs: words('authorize authorise approve clear sanction'),
          object: words('strike airstrike raid bombing bombardment invasion assault attack offensive incursion'),
        },
        {
          verbs: words('claim admit accept take assume acknowledge'),
          prep: words('for'),
          object: words(
            'attack bombing killing blast assault explosion kidnapping shooting ambush raid murder assassination massacre bomb strike abduction hijacking shelling beheading',
          ),
        },
        {
          verbs: words('blast hammer pepper strafe plaster'),
          subject: words(
            'warplane jet plane aircraft bomber helicopter gunship artillery tank missile rocket gun warship drone shell bomb fighter-bomber gunboat mortar navy artillerymen',
          ),
        },
        {
          verbs: words('blast hammer pepper'),
          object: words(
            'position target base bunker bridge refinery airfield airport barracks depot hideout stronghold convoy village town city suburb house building trench post outpost station',
          ),
        },
        {
          verbs: words('clash skirmish'),
          subject: words(
            'soldier troop force army military rebel fighter militia militiaman police gunman militant insurgent guard tribe tribesman faction gang jihadist protester demonstrator',
          ),
          when: 'no object',
        },
        {
          verbs: words('cross push roll pour march sweep punch thrust'),
          prep: words('into'),
          subject: words(
            'troop soldier force army tank convoy fighter rebel militia column armour armor commando guerrilla',
          ),
        },
        { verbs: words('fire shoot advance'), prep: words('at on into upon across'), when: 'no object' },
        {
          verbs: words('clash fight battle war skirmish scuffle tussle brawl grapple duel'),
          prep: words('with against in'),
        },
        {
          verbs: words('beat punch whip flog'),
          object: words(
            'dozen civilian speaker protester demonstrator prisoner detainee man woman people person member supporter journalist student activist civilian worker migrant',
          ),
        },
        { verbs: words('fight battle combat') },
        { verbs: words('go'), prep: words('to'), object: words('war') },
        {
          verbs: words('wage'),
          prep: words('in against on'),
          object: words('insurgency rebellion campaign jihad revolt'),
        },
        {
          verbs: words('use fire drop deploy'),
          object: words('chlorine sarin nerve mustard poison chemical phosphorus'),
        },
        {
          verbs: words('fire launch lob drop shoot rain'),
          object: words('missile rocket shell shot mortar airstrike bullet round artillery grenade'),
        },
        {
          verbs: words('drop use plant detonate throw hurl explode'),
          object: words('bomb barrel munition napalm gas'),
        },
        { verbs: words('blow beat rough'), prep: words('up') },
        {
          verbs: words('retaliate respond answer'),
          prep: words('with'),
          object: words('strike airstrike attack raid shelling fire rocket missile'),
        },
        { verbs: words('set'), prep: words('off'), object: words('bomb explosive device') },
        {
          verbs: words('roll push pour storm thrust sweep'),
          prep: words('into'),
          subject: words('tank troop force army soldier'),
        },
        { verbs: words('burn'), prep: words('down') },
        {
          verbs: words('burn torch'),
          object: words('village home house church mosque school shop camp vehicle car market crop hut'),
        },
        { verbs: words('set'), object: words('ablaze alight afire') },
        { verbs: words('slit cut'), object: words('throat') },
        { verbs: words('mow cut'), prep: words('down') },
        { verbs: words('wipe'), prep: words('out') },
        {
          verbs: words('eliminate neutralize neutralise liquidate'),
          object: words('commander leader militant terrorist fighter chief operative insurgent gunman'),
        },
        {
          verbs: words('take'),
          prep: words('out'),
          object: words('commander leader militant terrorist fighter target position tank launcher'),
        },
        {
          verbs: words('push drive force beat'),
          prep: words('back'),
          object: words('force troop army rebel militant insurgent fighter soldier'),
        },
        { verbs: words('shoot gun'), prep: words('down') },
        { verbs: words('use hold'), prep: words('as'), object: words('shield') },
        { verbs: words('use'), object: words('weapon force') },
        {
          verbs: words('commit perpetrate carry unleash'),
          object: words('genocide atrocity massacre crime murder abuse violation slaughter aggression killing rape'),
        },
        { verbs: words('open set'), object: words('fire') },
        {
          verbs: words('throw hurl toss lob fling'),
          object: words('stone rock brick bottle cocktail firebomb firecracker grenade egg projectile'),
        },
        { verbs: words('take hold seize'), object: words('hostage') },
        { verbs: words('break breach violate'), object: words('ceasefire cease truce cease-fire airspace') },
        { verbs: words('wage declare'), prep: words('against on into'), object: words('war') },
        {
          verbs: words('take'),
          prep: words('over'),
          object: words(
            'town city village territory area region district base airport port island capital country province building post',
          ),
        },
        { verbs: words('drive push force flush'), prep: words('out'), when: 'object' },
      ],
      nouns: words(
        'attack assault strike airstrike raid bombing shelling offensive invasion incursion bombardment war killing murder assassination massacre clash fighting ambush shooting warfare battle operation aggression explosion hostility fire hit rocket missile',
      ),
    },
    example: {
      text: 'Israeli warplanes bombed southern Lebanon overnight.',
      source: 'Israeli military',
      target: 'Lebanon',
    },
  },
] as const satisfies readonly Relation[];
