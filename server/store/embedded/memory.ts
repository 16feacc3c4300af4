import type { Decision } from '../../../graph-schema/record.ts';
import { createCopyIndex } from '../../draw/copy-index.ts';
import { drawAll } from '../../draw/draw.ts';
import { createMemoryLedger, type MemoryLedger } from '../../draw/memory-ledger.ts';
import { redrawing } from '../../draw/redraw.ts';
import type { ArticleSummary } from '../store.ts';
import { createDrawnGraph, type DrawnGraph } from './drawn-graph.ts';
import type { ArticleFactsOnly, Row } from './record-rows.ts';

/** Record and drawing in memory, in step with the file. */
export interface Memory extends DrawnGraph {
  readonly ledger: MemoryLedger;
  readonly articles: ReadonlyMap<string, ArticleFactsOnly>;
  decisions(): readonly Decision[];
  /** Takes in what an article says now, that it is gone, or what was decided: in steps, the last of which changes the memory. */
  putRow(row: Row): Iterator<unknown, void>;
  dropRow(articleId: string): Iterator<unknown, void>;
  decide(all: readonly Decision[]): Iterator<unknown, void>;
  summary(articleId: string): ArticleSummary;
}

/** Draws the whole record. */
export const loadMemory = (
  rows: readonly Row[],
  made: readonly Decision[],
  textOf: (articleId: string) => string,
): Memory => {
  const copies = createCopyIndex();
  const ledger = createMemoryLedger(copies);
  const drawn = createDrawnGraph(textOf);
  const articles = new Map<string, ArticleFactsOnly>();
  let decisions = made;
  const said = rows.map((row) => row.said);
  const whole = drawAll(said, decisions, copies);
  ledger.fill(said, whole);
  for (const { article } of rows) {
    articles.set(article.id, article);
    drawn.putArticle(article);
  }
  drawn.apply({
    nodes: { put: whole.nodes, drop: [] },
    edges: { put: whole.edges, drop: [] },
    claims: { put: whole.placed, drop: [] },
    tallies: [],
    buckets: [],
  });
  const standing = () => ({ before: decisions, after: decisions });
  return {
    ...drawn,
    ledger,
    articles,
    decisions: () => decisions,
    *putRow({ article, said: after }) {
      const patch = yield* redrawing({ articleId: article.id, after, decisions: standing() }, ledger);
      ledger.apply(patch, article.id, after);
      articles.set(article.id, article);
      drawn.putArticle(article);
      drawn.apply(patch);
    },
    *dropRow(articleId) {
      if (!articles.has(articleId)) return;
      const patch = yield* redrawing({ articleId, decisions: standing() }, ledger);
      ledger.apply(patch, articleId);
      articles.delete(articleId);
      drawn.apply(patch);
      drawn.dropArticle(articleId);
    },
    *decide(all) {
      const patch = yield* redrawing({ decisions: { before: decisions, after: all } }, ledger);
      ledger.apply(patch);
      drawn.apply(patch);
      decisions = all;
    },
    summary: (articleId) => {
      const article = articles.get(articleId);
      const { entities = [], claims = [] } = ledger.said(articleId) ?? {};
      const { id = articleId, title, source, url, published, language } = article ?? {};
      return {
        id,
        ...(title && { title }),
        ...(source && { source }),
        ...(url && { url }),
        ...(published && { published }),
        ...(language && { language }),
        claims: claims.filter((claim) => !claim.background).length,
        entities: entities.length,
      };
    },
  };
};
