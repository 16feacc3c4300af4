import type { Day } from '../../graph-schema/article.ts';
import type { Entity } from '../../graph-schema/claim.ts';
import type { Parse } from '../language/document.ts';

/** Where one entity is named, described or meant. Token indexes into the parse, end exclusive. */
export interface Mention {
  /** Index into `Cast.entities`. */
  readonly entity: number;
  readonly start: number;
  readonly end: number;
  /** Token that heads the phrase. */
  readonly head: number;
  readonly how: 'name' | 'title' | 'nominal' | 'pronoun';
  /** True where the name only qualifies ("Russian-backed rebels", "in Moscow"): an actor of last resort. */
  readonly weak: boolean;
}

/** Where in a noun phrase its actor was found, from the surest to the least sure. */
export type Via =
  | 'name'
  | 'nominal'
  | 'pronoun'
  | 'group'
  | 'modifier'
  | 'apposition'
  | 'of'
  | 'by'
  | 'preposition'
  | 'participle'
  | 'conjunct'
  | 'example'
  | 'possessor'
  | 'context';

/** One actor meant by a noun phrase. */
export interface Meant {
  /** Index into `Cast.entities`. */
  readonly entity: number;
  /** Token where it is named. */
  readonly token: number;
  readonly via: Via;
  readonly weak: boolean;
}

/** An office that the text or, marked `background`, a table of ours gives a person. */
export interface Office {
  /** Index into `Cast.entities`: the person, and the country or organisation. */
  readonly person: number;
  readonly body: number;
  readonly title: string;
  /** Tokens of the phrase that says so, end exclusive; absent for background. */
  readonly start?: number;
  readonly end?: number;
  /** ISO 8601, as exact as known: `2007`, `2007-05` or `2007-05-16`. */
  readonly from?: string;
  readonly to?: string;
  /** "former", "then", "late". */
  readonly past: boolean;
  readonly background: boolean;
}

/** The people, countries, groups and things of one article, and who is meant by each phrase. */
export interface Cast {
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  /**
   * The actors meant by the noun phrase that the token heads, best first: usually one; both for "the two leaders",
   * "each other", coordinated names where `conjuncts` is asked for. Empty where nobody is named: never a guess.
   * The order of search within the phrase: left modifiers and head, apposition, of, by/from, other prepositions,
   * participles, conjuncts. With `shallow` the search ends after apposition, of and by/from.
   */
  actorsOf(token: number, options?: { readonly conjuncts?: boolean; readonly shallow?: boolean }): readonly number[];
  /**
   * As `actorsOf`, with how each was found. `context` asks also for the country that the article as a whole speaks of,
   * where a word for a role ("police", "protesters") stands alone; `shallow` leaves out all prepositions but "of".
   */
  meant(
    token: number,
    options?: { readonly conjuncts?: boolean; readonly context?: boolean; readonly shallow?: boolean },
  ): readonly Meant[];
  /**
   * The group of a state that a word for a role means when it is meant as one of that state ("the opposition", "a former
   * minister", "dozens of protesters"), apart from the state itself; none for words without a role or beyond one country.
   */
  groupIn(token: number, iso3: string): number | undefined;
  /** The group that a word for a role means where nothing gives it a country ("the rebels"), of this text alone. */
  bareGroup(token: number, options?: { readonly place?: boolean }): number | undefined;
  /** The people of a state, as a group. */
  peopleOf(iso3: string): number | undefined;
  /** The army of a state, as a group. */
  armyOf(iso3: string): number | undefined;
  /** The two sides that the text up to a token brings together most, those given and their countries left out; or none. */
  sidesBefore(token: number, except: readonly number[], least?: number): readonly number[];
  /** The other of the two that the text up to a token brings together most, in two sentences at least, one being the entity's state. */
  partnerOf(token: number, entity: number): number | undefined;
  /** Who holds which office: what the text says first, then background for the persons named. */
  readonly offices: readonly Office[];
  /** Index of the country entity that an entity acts for, where it has one: Moscow's is Russia, a minister's the state. */
  countryOf(entity: number): number | undefined;
  /**
   * The event or proposal meant by the noun phrase, made on first asking. `home` is the state whose own affair it is where
   * it says no other ("voted against the bill").
   */
  thingOf(token: number, kind: 'event' | 'proposal', home?: string, inParliament?: boolean): number;
}

/** Cleaned article with its parse: what the later stages read. */
export interface ReadText {
  readonly parse: Parse;
  readonly published?: Day;
  /** Country or city of the dateline, as ISO alpha-3 and name. */
  readonly dateline?: { readonly country?: string; readonly place?: string };
}
