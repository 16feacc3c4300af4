import type { Day } from '../../graph-schema/article.ts';
import type { Claim, Entity } from '../../graph-schema/claim.ts';
import type { Drawing } from '../../graph-schema/graph.ts';
import type { Tally } from './tally.ts';

/** What the drawing needs to know of an article. */
export interface ArticleFacts {
  readonly id: string;
  readonly published?: Day;
  readonly source?: string;
  /** MinHash of its text (signature.ts). */
  readonly signature: string;
}

/** What one article says, without its text. */
export interface Said {
  readonly facts: ArticleFacts;
  readonly entities: readonly Entity[];
  readonly claims: readonly Claim[];
}

/** A claim with its place in the drawing. */
export interface PlacedClaim {
  readonly claim: Claim;
  /** Ids of the drawn nodes it is about, after decisions and the splitting of events by date. */
  readonly source: string;
  readonly target: string;
  /** Drawn ids of all who took part, where one phrase joins three or more; none otherwise. */
  readonly parties: readonly string[];
  /** Drawn ids of those it names as mediator, host or place. */
  readonly others: readonly string[];
  /** The parties as the article gives them. */
  readonly readParties: readonly string[];
  /** Bucket of the pair; absent where so many took part that only the gathering is drawn. */
  readonly bucket?: string;
  /** Bucket of the gathering, where three or more took part. */
  readonly gathering?: string;
  /** What people decided about it. */
  readonly verdict?: 'rejected' | 'confirmed';
}

/**
 * What a redrawing may ask of the record as it stood before the change. Answers are plain values; a store that has to
 * fetch them first notes what was asked, fetches it, and has the redrawing done again (see neo4j/fetching-ledger.ts).
 */
export interface Ledger {
  said(articleId: string): Said | undefined;
  placed(articleId: string): readonly PlacedClaim[];
  facts(articleId: string): ArticleFacts | undefined;
  /** All that articles say of an entity, by the id they give it. */
  tally(entityId: string): Tally | undefined;
  /** Claims of a bucket, of pairs or of gatherings. */
  bucket(key: string): readonly PlacedClaim[];
  /** Claims that have the drawn node as source or target, mediator, host or place. */
  naming(drawnId: string): readonly PlacedClaim[];
  claim(claimId: string): PlacedClaim | undefined;
  /** Ids of articles with nearly the same text (see copy-index.ts). */
  copiesOf(article: ArticleFacts): readonly string[];
  /** How a bucket was drawn last, where the ledger keeps that; otherwise it is drawn again. */
  drawn?(key: string): Drawing | undefined;
}
