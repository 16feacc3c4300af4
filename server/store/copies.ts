import type { ArticleFacts } from '../draw/ledger.ts';
import { COPY_FROM, likeness } from '../draw/signature.ts';

/** Wire reports are printed within this many days of each other. */
export const COPY_DAYS = 14;

const DAY = 86_400_000;

const isNear = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || Math.abs(Date.parse(a) - Date.parse(b)) <= COPY_DAYS * DAY;

/** Articles with nearly the same text, printed at about the same time. */
export const copiesAmong = (article: ArticleFacts, others: Iterable<ArticleFacts>): readonly ArticleFacts[] => {
  const copies: ArticleFacts[] = [];
  for (const other of others) {
    if (other.id === article.id || !isNear(article.published, other.published)) continue;
    if (likeness(article.signature, other.signature) >= COPY_FROM) copies.push(other);
  }
  return copies.sort((a, b) => (a.id < b.id ? -1 : 1));
};
