import type { Decision } from '../../../graph-schema/record.ts';
import { createCopyIndex } from '../../draw/copy-index.ts';
import { drawingAll } from '../../draw/draw.ts';
import { createMemoryLedger, type MemoryLedger } from '../../draw/memory-ledger.ts';
import { type Patch, redrawing } from '../../draw/redraw.ts';
import { citationOf } from '../citation-of.ts';
import type { ArticleSummary } from '../store.ts';
import { createDrawnGraph, type DrawnGraph } from './drawn-graph.ts';
import type { ArticleFactsOnly, Row } from './record-rows.ts';

/** Record and drawing in memory, in step with the file. */
export interface Memory extends DrawnGraph {
  readonly ledger: MemoryLedger;
  readonly articles: ReadonlyMap<string, ArticleFactsOnly>;
  decisions(): readonly Decision[];
  /** Draws the whole record into the empty memory, in small steps; it is to be looked at after the last of them. */
  filling(rows: readonly Row[], decisions: readonly Decision[]): Generator<undefined, void>;
  /** Takes in what an article says now, that it is gone, or what was decided: in steps, the last of which changes the memory. */
  putRow(row: Row): Iterator<unknown, void>;
  dropRow(articleId: string): Iterator<unknown, void>;
  decide(all: readonly Decision[]): Iterator<unknown, void>;
  summary(articleId: string): ArticleSummary;
}

/** Drawn things entered in the graph between two looks at the clock. */
const AT_ONCE = 64;

const NO_PATCH: Patch = {
  nodes: { put: [], drop: [] },
  edges: { put: [], drop: [] },
  claims: { put: [], drop: [] },
  tallies: [],
  buckets: [],
};

const inPieces = function* <T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE);
};

/** Makes an empty memory. */
export const createMemory = (textOf: (articleId: string) => string): Memory => {
  const copies = createCopyIndex();
  const ledger = createMemoryLedger(copies);
  const drawn = createDrawnGraph(textOf);
  const articles = new Map<string, ArticleFactsOnly>();
  let decisions: readonly Decision[] = [];
  const standing = () => ({ before: decisions, after: decisions });
  return {
    ...drawn,
    ledger,
    articles,
    decisions: () => decisions,
    *filling(rows, made) {
      decisions = made;
      const said = rows.map((row) => row.said);
      const whole = yield* drawingAll(said, decisions, copies);
      yield* ledger.filling(said, whole);
      for (const piece of inPieces(rows)) {
        yield;
        for (const { article } of piece) {
          articles.set(article.id, article);
          drawn.putArticle(article);
        }
      }
      for (const put of inPieces(whole.nodes)) {
        yield;
        drawn.apply({ ...NO_PATCH, nodes: { put, drop: [] } });
      }
      for (const put of inPieces(whole.edges)) {
        yield;
        drawn.apply({ ...NO_PATCH, edges: { put, drop: [] } });
      }
      for (const put of inPieces(whole.placed)) {
        yield;
        drawn.apply({ ...NO_PATCH, claims: { put, drop: [] } });
      }
    },
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
      return {
        ...citationOf({ ...article, id: articleId }),
        ...(article?.language && { language: article.language }),
        claims: claims.filter((claim) => !claim.background).length,
        entities: entities.length,
      };
    },
  };
};
