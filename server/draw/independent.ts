import type { ArticleFacts } from './ledger.ts';

/** Tells which articles have nearly the same text as one (see copy-index.ts). */
export type CopiesOf = (article: ArticleFacts) => readonly string[];

/** Articles in groups of near-identical texts: two are in one group where a row of copies leads from one to the other. */
export const copyGroups = (
  articles: readonly ArticleFacts[],
  copiesOf: CopiesOf,
): readonly (readonly ArticleFacts[])[] => {
  const at = new Map(articles.map((article, index) => [article.id, index]));
  const leader = articles.map((_, index) => index);
  const find = (index: number): number => {
    let place = index;
    while (leader[place] !== place) place = leader[place]!;
    return place;
  };
  articles.forEach((article, index) => {
    for (const copy of copiesOf(article)) {
      const other = at.get(copy);
      if (other !== undefined) leader[find(index)] = find(other);
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
export const independentSources = (articles: readonly ArticleFacts[], copiesOf: CopiesOf): number => {
  if (articles.length < 2) return articles.length;
  // without copies each text has one outlet
  if (articles.every((article) => copiesOf(article).length === 0)) return new Set(articles.map(outletOf)).size;
  const texts = copyGroups(articles, copiesOf).map((group) => [...new Set(group.map(outletOf))]);
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
