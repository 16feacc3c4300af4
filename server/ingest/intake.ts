import type { PutAnswer } from '../../graph-schema/api.ts';
import type { Article } from '../../graph-schema/article.ts';
import type { Reading } from '../../graph-schema/record.ts';
import type { ArticleSummary, Store } from '../store/store.ts';
import type { Draft } from './draft.ts';
import type { Ledger } from './ledger.ts';
import { toArticle } from './to-article.ts';

/** The way of one article into the store. */
export interface Intake {
  /** What the article says, without storing it. */
  preview(draft: Draft, signal?: AbortSignal): Promise<Reading>;
  /** Reads and stores it, in place of what it said before and of an older text at the same address. */
  put(draft: Draft, signal?: AbortSignal): Promise<Taken>;
}

/** What became of an article. `kept` tells that it was stored without being read. */
export interface Taken extends PutAnswer {
  readonly kept: boolean;
}

export interface IntakeParts {
  readonly store: Store;
  readonly reader: { read(article: Article, signal?: AbortSignal): Promise<Reading> };
  /** Remembers what was read by which extractor, so that a second run passes over it; optional. */
  readonly ledger?: Ledger;
  readonly now: () => Date;
}

const summaryOf = (reading: Reading): ArticleSummary => {
  const { id, title, source, url, published, language } = reading.article;
  return {
    id,
    ...(title === undefined ? {} : { title }),
    ...(source === undefined ? {} : { source }),
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
    claims: reading.claims.length,
    entities: reading.entities.length,
  };
};

/** Makes the intake over a store. */
export const createIntake = ({ store, reader, ledger, now }: IntakeParts): Intake => {
  const read = async (article: Article, readable: boolean, signal?: AbortSignal): Promise<Reading> =>
    readable ? reader.read(article, signal) : { article, entities: [], claims: [] };

  return {
    preview: async (draft, signal) => {
      const { article, readable } = await toArticle(draft, now());
      return read(article, readable, signal);
    },
    put: async (draft, signal) => {
      const { article, notes, readable } = await toArticle(draft, now());
      if (ledger?.hasRead(article)) {
        const before = await store.reading(article.id);
        if (before) return { outcome: 'unchanged', article: summaryOf(before), notes, kept: !readable };
      }
      const reading = await read(article, readable, signal);
      signal?.throwIfAborted();
      const outcome = await store.put(reading);
      ledger?.wasRead(article);
      return { outcome, article: summaryOf(reading), notes, kept: !readable };
    },
  };
};
