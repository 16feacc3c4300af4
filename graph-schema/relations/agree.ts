import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';
import { words } from '../words.ts';

/** PLOVER AGREE. */
export const agree = [
  {
    name: 'AGREES_WITH',
    inverse: 'AGREES_WITH',
    plover: 'AGREE',
    cameo: '03',
    quad: 'verbal-cooperation',
    goldstein: 4,
    ploverScore: 2.5,
    symmetric: true,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'agrees with',
    said: {
      frames: [
        {
          verbs: words('consider weigh study mull ponder entertain review examine'),
          object: words('proposal offer plan invitation idea suggestion overture'),
        },

        { verbs: words('agree concur consent') },
        { verbs: words('accept'), object: words('invitation offer proposal plan') },
        { verbs: words('accede'), prep: words('to') },
        { verbs: words('strive') },
        { verbs: words('see'), object: words('eye') },
        {
          verbs: words('reach strike conclude forge clinch seal make hammer'),
          object: words('agreement deal accord pact contract convention consensus understanding compromise'),
          plover: 'SUPPORT',
        },
        { verbs: words('find'), object: words('agreement consensus compromise ground accommodation') },
        { verbs: words('agree'), object: words('agreement deal accord pact treaty text draft'), plover: 'SUPPORT' },
        {
          verbs: words('agree'),
          prep: words('on to'),
          object: words('agreement deal accord pact treaty text draft'),
          plover: 'SUPPORT',
        },
        { verbs: words('come'), prep: words('to'), object: words('term agreement understanding') },
        { verbs: words('settle resolve patch bury'), object: words('dispute quarrel difference feud row hatchet') },
        {
          verbs: words('express voice reiterate announce signal indicate declare reaffirm'),
          object: words('readiness willingness intention intent'),
        },
      ],
      nouns: words('agreement deal consensus compromise understanding'),
    },
    example: {
      text: 'Chile agrees with Argentina on the need for a common market.',
      source: 'Chile',
      target: 'Argentina',
    },
  },
  {
    name: 'PLEDGED_TO',
    inverse: 'WAS_PLEDGED_BY',
    plover: 'AGREE',
    cameo: '033',
    quad: 'verbal-cooperation',
    goldstein: 5.2,
    ploverScore: 2.5,
    symmetric: false,
    from: ACTOR_KINDS,
    to: ACTOR_KINDS,
    lasting: 'act',
    verb: 'pledged to',
    said: {
      frames: [
        { verbs: words('pledge promise vow offer'), object: words('support solidarity backing'), plover: 'SUPPORT' },
        { verbs: words('assure'), when: 'object' },
        { verbs: words('give'), object: words('word assurance guarantee') },
        { verbs: words('pledge promise vow offer commit guarantee volunteer') },
      ],
      nouns: words('pledge promise vow intention plan'),
    },
    example: {
      text: 'Germany promised Lebanon a new package of support.',
      source: 'Germany',
      target: 'Lebanon',
    },
  },
] as const satisfies readonly Relation[];
