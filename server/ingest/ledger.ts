import type { Article } from '../../graph-schema/article.ts';
import { digest } from '../../graph-schema/ids.ts';
import type { QueueFile } from './jobs/queue-file.ts';

/** What was read by which extractor, so that a second run passes over it. */
export interface Ledger {
  /** Whether just this article was read by just this extractor. The store is still to be asked whether it is there. */
  hasRead(article: Article): boolean;
  wasRead(article: Article): void;
}

const mark = ({ retrieved: _, ...article }: Article, extractor: string): string =>
  digest(extractor, JSON.stringify(Object.entries(article).sort(([a], [b]) => (a < b ? -1 : 1))));

/** The ledger of one store, in the file of the queue. */
export const createLedger = ({ database }: QueueFile, storeKey: string, extractor: string): Ledger => {
  const find = database.prepare('SELECT mark FROM ledger WHERE store = ? AND article = ?');
  const write = database.prepare(
    'INSERT INTO ledger (store, article, mark) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET mark = excluded.mark',
  );
  return {
    hasRead: (article) =>
      (find.get(storeKey, article.id) as { mark: string } | undefined)?.mark === mark(article, extractor),
    wasRead: (article) => void write.run(storeKey, article.id, mark(article, extractor)),
  };
};
