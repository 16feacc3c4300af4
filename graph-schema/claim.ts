import type { Day, Span } from './article.ts';
import type { EntityKind, Role } from './kinds.ts';
import type { PloverClass } from './relation.ts';
import type { RelationType } from './relations.ts';

export const POLARITIES = ['affirmed', 'denied'] as const;
export type Polarity = (typeof POLARITIES)[number];

/** How the text puts it. A refused meeting is affirmed and `refused`. */
export const MODALITIES = [
  'fact',
  'planned',
  'possible',
  'demanded',
  'refused',
  'threatened',
  'hypothetical',
  'past',
] as const;
export type Modality = (typeof MODALITIES)[number];

export const PRECISIONS = ['day', 'week', 'month', 'year', 'unknown'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** When something happened: both days inclusive, as exact as the text is. */
export interface When {
  readonly occurredFrom?: Day;
  readonly occurredTo?: Day;
  readonly precision: Precision;
  /** Where the date comes from: said outright, counted from the article's date, or the article's date itself. */
  readonly dateFrom?: 'explicit' | 'relative' | 'published';
}

/** Who or what a text names, as one article gives it. */
export interface Entity {
  /** The id it has in the drawing (see ids.ts), so that articles agree without asking each other. */
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
  /** ISO 3166-1 alpha-3 of the country it is, belongs to or represents; `IGO` or `NGO`. */
  readonly country?: string;
  readonly role?: Role;
  readonly aliases: readonly string[];
  readonly mentions: readonly (readonly [start: number, end: number])[];
  readonly wikidata?: string;
  /** For events: when. */
  readonly when?: When;
  /** For events: the id of the country or place. For proposals: what it asks, in the text's words. */
  readonly placeId?: string;
  readonly asks?: string;
}

/** Entities that a claim names beside its two ends. */
export interface ClaimRoles {
  readonly mediator?: string;
  readonly host?: string;
  readonly place?: string;
  readonly about?: string;
}

/** One statement in one article that a relation holds, with its evidence. */
export interface Claim extends When {
  /** Hash of article, span, type and ends. */
  readonly id: string;
  readonly articleId: string;
  readonly type: RelationType;
  /** Entity ids. */
  readonly source: string;
  readonly target: string;
  readonly roles?: ClaimRoles;
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** Who says so, an entity id; absent where the article itself does. */
  readonly speaker?: string;
  /** PLOVER class of what was said: a planned meeting is AGREE. Absent for belonging. */
  readonly plover?: PloverClass;
  readonly cameo?: string;
  /** For HOLDS_OFFICE: the title, and the dates of the office where known. */
  readonly title?: string;
  readonly officeFrom?: Day;
  readonly officeTo?: Day;
  /** True where the claim is of our back-up tables and not of the text. */
  readonly background?: boolean;
  /** The sentence, word for word. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly trigger: Span;
  /** 0 … 1, calibrated. */
  readonly confidence: number;
  /** Name of the rule that found it. */
  readonly rule: string;
  /** Name and version of the extractor. */
  readonly extractor: string;
}
