import type { EntityKind } from './kinds.ts';

/** PLOVER event classes (PLOVER manual, 2021), in the manual's order from cooperation to conflict. */
export const PLOVER_CLASSES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;
export type PloverClass = (typeof PLOVER_CLASSES)[number];

/** Event data's quad classes, and `belonging` for offices, membership and places, which are no events. */
export const QUADS = [
  'verbal-cooperation',
  'material-cooperation',
  'verbal-conflict',
  'material-conflict',
  'belonging',
] as const;
export type Quad = (typeof QUADS)[number];

/** The two signs a relation can have, none for belonging. */
export type Sign = 'cooperation' | 'conflict' | 'none';

/** How long a relation holds: one happening, a stance kept up, or a state of belonging. */
export type Lasting = 'act' | 'stance' | 'state';

/** One way of saying a relation with a verb: the lemmas, and what must stand beside them. */
export interface Frame {
  readonly verbs: readonly string[];
  /** Lemmas of which one must stand in the direct object ("impose … sanctions") or in the object of `prep`. */
  readonly object?: readonly string[];
  /** Prepositions or particles of which one must follow; its object is the first candidate for the target. */
  readonly prep?: readonly string[];
  /** Lemmas of which one must head the subject ("troops left"). */
  readonly subject?: readonly string[];
  /** Whether there must be a direct object, or must be none. */
  readonly when?: 'object' | 'no object';
  /** PLOVER class where this way of saying it makes it another than the relation's ("kidnapped" is an assault). */
  readonly plover?: PloverClass;
}

/** The words that say a relation. The extractor's patterns are made from these and from nothing else. */
export interface Said {
  readonly frames: readonly Frame[];
  /** Nouns that name the act themselves ("Russia's backing of Assad", "talks between A and B"). */
  readonly nouns?: readonly string[];
}

/** One relation of the ontology: all that any part of the program knows of it. */
export interface Relation {
  readonly name: string;
  readonly inverse: string;
  /** PLOVER class; absent for belonging. */
  readonly plover?: PloverClass;
  /** CAMEO code (CAMEO codebook 1.1b3). */
  readonly cameo?: string;
  readonly quad: Quad;
  /** Goldstein's conflict–cooperation weight, −10 … +10 (Goldstein 1992, as CAMEO maps it). */
  readonly goldstein: number;
  /** PLOVER's own intensity score, −10 … +10. */
  readonly ploverScore: number;
  readonly symmetric: boolean;
  readonly from: readonly EntityKind[];
  readonly to: readonly EntityKind[];
  readonly lasting: Lasting;
  /** The verb as a reader would say it, third person: "backs", "met with". */
  readonly verb: string;
  readonly said: Said;
  /** A sentence of our own that must extract to this relation, and the ends it must have. */
  readonly example: { readonly text: string; readonly source: string; readonly target: string };
}

export const signOfQuad = (quad: Quad): Sign =>
  quad === 'belonging' ? 'none' : quad.endsWith('cooperation') ? 'cooperation' : 'conflict';
