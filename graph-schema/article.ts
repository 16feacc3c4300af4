/** A stretch of a text: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A calendar day as ISO 8601 `YYYY-MM-DD`. */
export type Day = string;

/** One text with a date and an outlet, kept whole. */
export interface Article {
  /** Hash of the normalised text: the same text under two addresses is one article. */
  readonly id: string;
  /** The text as it was read, whole; every offset in the record points into it. */
  readonly text: string;
  readonly title?: string;
  /** The outlet. */
  readonly source?: string;
  readonly author?: string;
  readonly url?: string;
  /** Other addresses under which the same text was found. */
  readonly otherUrls?: readonly string[];
  readonly published?: Day;
  /** ISO 8601 instant at which it was read. */
  readonly retrieved?: string;
  /** BCP 47 language tag. */
  readonly language?: string;
  /** Ranges skipped as boilerplate, with the reason. */
  readonly cut?: readonly Cut[];
}

/** A range of the text that was not read, and why. */
export interface Cut extends Span {
  readonly reason: string;
}
