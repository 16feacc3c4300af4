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
        { verbs: words('agree concur') },
        { verbs: words('accede'), prep: words('to') },
        { verbs: words('resolve strive plan schedule propose') },
        { verbs: words('see'), object: words('eye') },
        { verbs: words('reach strike'), object: words('consensus understanding compromise') },
        {
          verbs: words('express voice reiterate announce signal indicate declare reaffirm'),
          object: words('readiness willingness intention intent desire interest determination hope'),
        },
      ],
      nouns: words('consensus'),
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
      frames: [{ verbs: words('pledge promise vow offer commit guarantee volunteer') }],
      nouns: words('pledge promise vow intention plan'),
    },
    example: {
      text: 'Germany promised Lebanon a new package of support.',
      source: 'Germany',
      target: 'Lebanon',
    },
  },
] as const satisfies readonly Relation[];
