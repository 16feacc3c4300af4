import type { Day } from '../../graph-schema/article.ts';
import type { GraphNode } from '../../graph-schema/graph.ts';
import type { ArticleFacts } from './ledger.ts';

/** What the drawing of a bucket depends on beside its claims. */
export interface Context {
  /** The drawn node; undefined where it is not drawn (a refused entity). */
  node(drawnId: string): GraphNode | undefined;
  /** Country that it stood for on a day, as ISO 3166-1 alpha-3, `IGO` or `NGO`. */
  represents(drawnId: string, day: Day | undefined): string | undefined;
  facts(articleId: string): ArticleFacts;
  /** Ids of articles with nearly the same text. */
  copiesOf(article: ArticleFacts): readonly string[];
  /** Drawn id of an entity that a claim names beside its ends. */
  resolve(articleId: string, entityId: string): string;
}
