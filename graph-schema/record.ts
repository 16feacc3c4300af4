import type { Article } from './article.ts';
import type { Claim, Entity } from './claim.ts';

/** What one article says: the unit that is stored, replaced and deleted as a whole. */
export interface Reading {
  readonly article: Article;
  readonly entities: readonly Entity[];
  readonly claims: readonly Claim[];
}

export const DECISION_KINDS = ['same', 'different', 'reject', 'confirm', 'edit'] as const;

/** What a person said about entities or claims; never overwritten, undone by another decision. */
export interface Decision {
  readonly id: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly by: string;
  readonly kind: (typeof DECISION_KINDS)[number];
  /** Ids it is about, and the quote, type and ends it was made on, so that a re-reading finds its place again. */
  readonly about: {
    readonly ids: readonly string[];
    readonly quote?: string;
    readonly type?: string;
    readonly source?: string;
    readonly target?: string;
  };
  readonly note?: string;
}

/** What stood at an address before a corrected version took its place. */
export interface ArticleVersion {
  readonly article: Article;
  readonly url: string;
  /** Id of the article that took its place. */
  readonly replacedBy: string;
}
