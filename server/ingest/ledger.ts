import type { Article } from '../../graph-schema/article.ts';
import { digest } from '../../graph-schema/ids.ts';
import type { QueueFile } from './jobs/queue-file.ts';

/** An earlier text of the same address. */
export interface Version {
  readonly url: string;
  readonly article: Article;
  readonly replacedBy: string;
}

/** What was read by which extractor, under which address, and the versions that newer ones replaced. */
export interface Ledger {
  /** Whether just this article was read by just this extractor. The store is still to be asked whether it is there. */
  hasRead(article: Article): boolean;
  wasRead(article: Article): void;
  /** Id of the article last read at this address, where it is another. */
  olderVersion(article: Article): string | undefined;
  keepVersion(url: string, old: Article, replacedBy: string): void;
  /** The article is no longer in the store. */
  forget(articleId: string): void;
  /** Versions that this article replaced, newest first. */
  versions(articleId: string): readonly Version[];
}

const mark = ({ retrieved: _, ...article }: Article, extractor: string): string =>
  digest(extractor, JSON.stringify(Object.entries(article).sort(([a], [b]) => (a < b ? -1 : 1))));

/** Whether an address is of one page and not of a whole site, whose text changes without being corrected. */
const isPage = (url: string): boolean => URL.canParse(url) && new URL(url).pathname.length > 1;

/** The ledger of one store, in the file of the queue. */
export const createLedger = ({ database }: QueueFile, storeKey: string, extractor: string): Ledger => {
  const find = database.prepare('SELECT mark FROM ledger WHERE store = ? AND article = ?');
  const write = database.prepare(
    'INSERT INTO ledger (store, article, mark, url) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET mark = excluded.mark, url = excluded.url',
  );
  const atUrl = database.prepare(
    'SELECT article FROM ledger WHERE store = ? AND url = ? AND article <> ? ORDER BY rowid DESC LIMIT 1',
  );
  const unlink = database.prepare('DELETE FROM ledger WHERE store = ? AND article = ?');
  const keep = database.prepare(
    'INSERT INTO version (store, url, old, article, replaced_by) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET replaced_by = excluded.replaced_by',
  );
  const list = database.prepare('SELECT url, article, replaced_by FROM version WHERE store = ? AND replaced_by = ?');
  return {
    hasRead: (article) =>
      (find.get(storeKey, article.id) as { mark: string } | undefined)?.mark === mark(article, extractor),
    wasRead: (article) => void write.run(storeKey, article.id, mark(article, extractor), article.url ?? null),
    olderVersion: (article) =>
      article.url !== undefined && isPage(article.url)
        ? (atUrl.get(storeKey, article.url, article.id) as { article: string } | undefined)?.article
        : undefined,
    keepVersion: (url, old, replacedBy) => void keep.run(storeKey, url, old.id, JSON.stringify(old), replacedBy),
    forget: (articleId) => void unlink.run(storeKey, articleId),
    versions: (articleId) => {
      const found: Version[] = [];
      for (let id: string | undefined = articleId; id !== undefined && found.length < 1000; ) {
        const rows = list.all(storeKey, id) as { url: string; article: string; replaced_by: string }[];
        const row = rows[0];
        if (!row) break;
        const article = JSON.parse(row.article) as Article;
        found.push({ url: row.url, article, replacedBy: row.replaced_by });
        id = found.some((version) => version.replacedBy === article.id) ? undefined : article.id;
      }
      return found;
    },
  };
};
