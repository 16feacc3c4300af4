import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';
import { words } from '../words.ts';

/** PLOVER MOBILIZE. */
export const mobilize = [
  {
    name: 'MOBILIZED_AGAINST',
    inverse: 'MOBILIZED_AGAINST_BY',
    plover: 'MOBILIZE',
    cameo: '154',
    quad: 'material-conflict',
    goldstein: -7.2,
    ploverScore: -6.5,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'mobilized against',
    said: {
      frames: [
        {
          verbs: words('fire lob'),
          prep: words('into in toward towards off near over'),
          object: words('sea waters ocean strait'),
        },
        {
          verbs: words('fire launch send fly'),
          prep: words('over'),
          object: words('missile rocket satellite drone'),
        },
        {
          verbs: words('shoot'),
          prep: words('over'),
          object: words('missile rocket'),
        },
        {
          verbs: words('test-fire test-launch test test-fly'),
          prep: words('near toward towards over into off'),
          object: words('missile rocket weapon bomb warhead device drone'),
        },
        {
          verbs: words('parade display showcase flaunt'),
          prep: words('near in'),
          object: words('missile tank weapon weaponry'),
        },
        { verbs: words('flex'), prep: words('near at before toward against'), object: words('muscle') },
        { verbs: words('rattle'), prep: words('at near against'), object: words('saber sabre sword') },
        {
          verbs: words('buzz shadow'),
          object: words('ship frigate warship destroyer vessel plane aircraft jet carrier cruiser'),
        },
        {
          verbs: words('beef boost bolster strengthen reinforce increase intensify build'),
          prep: words('near along on at opposite facing around'),
          object: words(
            'presence troop force defense defence defences military army garrison position border unit frontier',
          ),
        },
        { verbs: words('take'), prep: words('off'), subject: words('jet fighter warplane') },

        { verbs: words('mobilize mobilise mass redeploy muster') },
        {
          verbs: words('mass mobilize mobilise amass move put increase'),
          object: words('troop force soldier tank warship army military reservist'),
        },
        { verbs: words('remain put place be go stay keep'), prep: words('on at'), object: words('alert standby') },
        { verbs: words('raise increase heighten'), object: words('alert readiness') },
        {
          verbs: words('send dispatch rush move sail order steer push pour fly'),
          prep: words('toward towards near along close closer off'),
          object: words(
            'warship ship destroyer frigate carrier submarine troop soldier force tank jet fighter bomber aircraft battalion brigade reinforcement',
          ),
        },
        {
          verbs: words('hold stage conduct launch begin start'),
          prep: words('near around off along'),
          object: words('exercise drill maneuver manoeuvre wargame patrol game'),
        },
        {
          verbs: words('test test-fire test-launch'),
          object: words('missile rocket weapon bomb warhead device'),
        },
        {
          verbs: words('build erect install'),
          prep: words('along near on'),
          object: words('post fortification fence wall trench barrier tower bunker'),
        },
        { verbs: words('build'), prep: words('up'), object: words('force presence troop military army') },
        { verbs: words('call'), prep: words('up'), object: words('reservist reserve conscript volunteer') },
        { verbs: words('deploy'), prep: words('along on near'), object: words('troop tank force soldier') },
        {
          verbs: words('deploy station scramble position mass move'),
          object: words(
            'troop soldier battalion force warship missile tank ship fighter jet aircraft carrier army battery system bomber artillery gun howitzer armor armour column brigade division unit reinforcement paratrooper marine commando submarine launcher radar',
          ),
        },
        {
          verbs: words('step boost strengthen increase'),
          prep: words('along near on at around close'),
          object: words('patrol presence'),
        },
        { verbs: words('step boost strengthen increase'), object: words('patrol presence') },
        {
          verbs: words('beef boost bolster strengthen reinforce increase intensify'),
          object: words('presence troop force defense defence military army garrison position border unit'),
        },
      ],
      nouns: words('mobilization mobilisation buildup build-up alert'),
    },
    example: {
      text: 'Russia massed troops on the border with Georgia.',
      source: 'Russia',
      target: 'Georgia',
    },
  },
] as const satisfies readonly Relation[];
