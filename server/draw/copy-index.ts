import type { ArticleFacts } from './ledger.ts';
import { bands, COPY_FROM, likeness } from './signature.ts';

/** Which texts are near-identical, found out once an article for all the buckets that it stands in. */
export interface CopyIndex {
  /** Ids of the articles asked about so far whose text is nearly the same; more of them when more are asked about. */
  copiesOf(article: ArticleFacts): readonly string[];
}

/**
 * Makes an empty index: locality-sensitive hashing over the bands of the signatures, likeness where bands agree. An id
 * is made from the text, so that what is known of it stays true.
 */
export const createCopyIndex = (): CopyIndex => {
  const copies = new Map<string, string[]>();
  const sharing = new Map<number, ArticleFacts | ArticleFacts[]>();

  /** Articles that share the band; the given one is one of them from now on. */
  const enter = (band: number, article: ArticleFacts): readonly ArticleFacts[] => {
    const there = sharing.get(band);
    if (there === undefined) sharing.set(band, article);
    else if (Array.isArray(there)) there.push(article);
    else sharing.set(band, [there, article]);
    return there === undefined ? [] : Array.isArray(there) ? there.slice(0, -1) : [there];
  };
  return {
    copiesOf: (article) => {
      const known = copies.get(article.id);
      if (known) return known;
      const found = new Set<string>();
      for (const band of bands(article.signature)) {
        for (const other of enter(band, article)) {
          if (!found.has(other.id) && likeness(article.signature, other.signature) >= COPY_FROM) found.add(other.id);
        }
      }
      const own = [...found];
      copies.set(article.id, own);
      for (const id of own) copies.get(id)!.push(article.id);
      return own;
    },
  };
};
