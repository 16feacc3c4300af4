import type { ArticleFacts } from './ledger.ts';
import { bands, COPY_FROM, likeness } from './signature.ts';

/** The bands of an article's signature, cut once for all the buckets that it stands in. */
const bandsOf = (article: ArticleFacts): readonly string[] => {
  const known = cut.get(article);
  if (known) return known;
  const pieces = bands(article.signature);
  cut.set(article, pieces);
  return pieces;
};
const cut = new WeakMap<ArticleFacts, readonly string[]>();

/** Articles in groups of near-identical texts, in whatever order they came. */
export const copyGroups = (articles: readonly ArticleFacts[]): readonly (readonly ArticleFacts[])[] => {
  const leader = articles.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (leader[at] !== at) at = leader[at]!;
    return at;
  };
  const sharing = new Map<string, number[]>();
  articles.forEach((article, index) => {
    for (const band of bandsOf(article)) {
      const others = sharing.get(band);
      if (!others) {
        sharing.set(band, [index]);
        continue;
      }
      const copyOf = others.find((other) => likeness(article.signature, articles[other]!.signature) >= COPY_FROM);
      if (copyOf !== undefined) leader[find(index)] = find(copyOf);
      others.push(index);
    }
  });
  const groups = new Map<number, ArticleFacts[]>();
  articles.forEach((article, index) => {
    const group = groups.get(find(index));
    if (group) group.push(article);
    else groups.set(find(index), [article]);
  });
  return [...groups.values()];
};

/**
 * How many independent outlets stand behind a set of articles: the greatest number of pairs of an outlet and a text
 * in which no outlet and no text comes twice. Five outlets that print one wire report count once; so do five reports of
 * one outlet. An article without an outlet is its own.
 */
export const independentSources = (articles: readonly ArticleFacts[]): number => {
  if (articles.length < 2) return articles.length;
  const texts = copyGroups(articles).map((group) => [...new Set(group.map(outletOf))]);
  const textOf = new Map<string, number>();
  const place = (text: number, seen: Set<string>): boolean =>
    texts[text]!.some((outlet) => {
      if (seen.has(outlet)) return false;
      seen.add(outlet);
      const holder = textOf.get(outlet);
      if (holder !== undefined && !place(holder, seen)) return false;
      textOf.set(outlet, text);
      return true;
    });
  return texts.filter((_, text) => place(text, new Set())).length;
};

const outletOf = (article: ArticleFacts): string => article.source ?? `article ${article.id}`;
