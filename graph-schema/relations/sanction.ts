import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';
import { words } from '../words.ts';

/** PLOVER SANCTION. */
export const sanction = [
  {
    name: 'BROKE_RELATIONS_WITH',
    inverse: 'HAD_RELATIONS_BROKEN_BY',
    plover: 'SANCTION',
    cameo: '161',
    quad: 'material-conflict',
    goldstein: -4,
    ploverScore: -6,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'broke relations with',
    said: {
      frames: [
        { verbs: words('shun isolate ostracize ostracise disassociate abandon desert cold-shoulder') },
        { verbs: words('break cut sever downgrade suspend'), object: words('tie relation relationship link contact') },
        { verbs: words('break cut'), prep: words('off') },
        { verbs: words('close shut shutter'), object: words('embassy consulate') },
        { verbs: words('secede disengage'), prep: words('from') },
      ],
      nouns: words('boycott break rupture'),
    },
    example: {
      text: 'Chad broke off diplomatic relations with Qatar.',
      source: 'Chad',
      target: 'Qatar',
    },
  },
  {
    name: 'RECALLED_AMBASSADOR_FROM',
    inverse: 'LOST_AMBASSADOR_OF',
    plover: 'SANCTION',
    cameo: '161',
    quad: 'material-conflict',
    goldstein: -4,
    ploverScore: -6,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'recalled ambassador from',
    said: {
      frames: [
        { verbs: words('call bring summon'), object: words('ambassador envoy diplomat'), prep: words('home back') },
        { verbs: words('pull'), object: words('ambassador envoy'), prep: words('out') },
        {
          verbs: words('recall'),
          object: words(
            'ambassador envoy diplomat consul attache attaché commissioner nuncio representative emissary mission delegation affaires',
          ),
        },
        { verbs: words('withdraw pull remove'), object: words('ambassador envoy diplomat') },
      ],
      nouns: words('recall'),
    },
    example: {
      text: 'Egypt recalled its ambassador from Turkey.',
      source: 'Egypt',
      target: 'Turkey',
    },
  },
  {
    name: 'EXPELLED_DIPLOMATS_OF',
    inverse: 'HAD_DIPLOMATS_EXPELLED_BY',
    plover: 'SANCTION',
    cameo: '166',
    quad: 'material-conflict',
    goldstein: -8,
    ploverScore: -5.5,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'expelled diplomats of',
    said: {
      frames: [
        { verbs: words('send'), object: words('diplomat ambassador envoy'), prep: words('home') },
        { verbs: words('declare'), object: words('non grata personae gratae unwelcome undesirable') },
        { verbs: words('expel eject') },
        { verbs: words('kick throw'), prep: words('out') },
        {
          verbs: words('order send throw kick'),
          prep: words('out'),
          object: words('diplomat ambassador envoy attache official employee staffer'),
        },
        { verbs: words('declare'), object: words('persona') },
      ],
      nouns: words('expulsion'),
    },
    example: {
      text: 'Albania expelled two Iranian diplomats.',
      source: 'Albania',
      target: 'Iran',
    },
  },
  {
    name: 'SUSPENDED_AID_TO',
    inverse: 'LOST_AID_OF',
    plover: 'SANCTION',
    cameo: '162',
    quad: 'material-conflict',
    goldstein: -5.6,
    ploverScore: -6,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'suspended aid to',
    said: {
      frames: [
        { verbs: words('cancel scrap freeze suspend terminate halt stop annul axe'), object: words('contract') },

        {
          verbs: words('suspend cut freeze halt withhold stop block cancel end reduce slash'),
          object: words('aid assistance funding fund loan support credit grant donation subsidy disbursement tranche'),
        },
        {
          verbs: words('withdraw recall pull remove'),
          object: words('peacekeeper observer mission staff recognition invitation monitor'),
        },
      ],
      nouns: words('suspension'),
    },
    example: {
      text: 'The Netherlands suspended aid to Rwanda.',
      source: 'Netherlands',
      target: 'Rwanda',
    },
  },
] as const satisfies readonly Relation[];
