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
  /** The event or proposal meant by the noun phrase, made on first asking. */
  thingOf(token: number, kind: 'event' | 'proposal'): number;
}

/** Cleaned article with its parse: what the later stages read. */
export interface ReadText {
  readonly parse: Parse;
  readonly published?: Day;
  /** Country or city of the dateline, as ISO alpha-3 and name. */
  readonly dateline?: { readonly country?: string; readonly place?: string };
}
