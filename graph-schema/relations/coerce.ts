import { ACTOR_KINDS } from '../kinds.ts';
import type { Relation } from '../relation.ts';

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
    // imposed sanctions, embargo, tariffs on; froze assets of; closed its border with
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
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
    // arrested, detained, jailed, deported
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
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
    // seized, annexed, occupied, blockaded
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
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
    // hacked, launched a cyber attack on
    said: { frames: [] },
    example: { text: '', source: '', target: '' },
  },
] as const satisfies readonly Relation[];
