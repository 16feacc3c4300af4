import { isDeepStrictEqual } from 'node:util';
import type { Article } from '../../graph-schema/article.ts';
import type { Claim } from '../../graph-schema/claim.ts';
import type { ArticleVersion, Reading } from '../../graph-schema/record.ts';

/** What the record knows of a reading's article before it is put. */
export interface Known {
  /** What is stored under the same id: the same text. */
  readonly stored?: Reading;
  /** Articles with another text at one of its addresses. */
  readonly holders: readonly Article[];
  /** Addresses at which this very text was replaced before. */
  readonly replacedAt: ReadonlySet<string>;
}

/** What putting a reading does to the record. */
export interface PutPlan {
  readonly outcome: 'added' | 'replaced' | 'unchanged';
  /** What to store; absent where nothing is to be stored. */
  readonly write?: Reading;
  /** Articles that go, and articles that only lose an address. */
  readonly remove: readonly string[];
  readonly rewrite: readonly Article[];
  readonly versions: readonly ArticleVersion[];
}

export const addressesOf = ({ url, otherUrls }: Article): readonly string[] => [
  ...new Set([...(url ? [url] : []), ...(otherUrls ?? [])]),
];

/**
 * Decides what a reading means for the record. The same text at another address is one article with two addresses;
 * which one counts as its own follows from the dates, not from the order of arrival. Another text at a known address
 * is a corrected version: it takes the place of the old one, which is kept as history. A text that was replaced
 * before, or is known to be older than what stands there, changes nothing.
 */
export const planPut = (reading: Reading, { stored, holders, replacedAt }: Known): PutPlan => {
  const incoming = inOrder(reading);
  const addresses = addressesOf(incoming.article);
  const nothing = { remove: [], rewrite: [], versions: [] };
  if (!stored && addresses.length > 0 && addresses.every((url) => replacedAt.has(url))) {
    return { outcome: 'unchanged', ...nothing };
  }
  const newer = holders.find((holder) => isOlder(incoming.article, holder));
  if (newer) {
    const url = addressesOf(newer).find((each) => addresses.includes(each))!;
    return { outcome: 'unchanged', ...nothing, versions: [{ article: incoming.article, url, replacedBy: newer.id }] };
  }
  const write = stored ? joinedWith(stored, incoming) : incoming;
  if (stored && holders.length === 0 && isDeepStrictEqual(write, stored)) return { outcome: 'unchanged', ...nothing };
  const versions = holders.flatMap((holder) =>
    addressesOf(holder)
      .filter((url) => addresses.includes(url))
      .map((url) => ({ article: holder, url, replacedBy: incoming.article.id })),
  );
  const left = holders.map((holder) => ({
    holder,
    rest: addressesOf(holder).filter((url) => !addresses.includes(url)),
  }));
  return {
    outcome: stored || holders.length ? 'replaced' : 'added',
    write,
    remove: left.filter(({ rest }) => rest.length === 0).map(({ holder }) => holder.id),
    rewrite: left.filter(({ rest }) => rest.length > 0).map(({ holder, rest }) => withAddresses(holder, rest)),
    versions,
  };
};

const isOlder = (article: Article, than: Article): boolean =>
  article.retrieved !== undefined && than.retrieved !== undefined && article.retrieved < than.retrieved;

/** Plain JSON values, claims in the order of the text: what a store gives back. */
const inOrder = (reading: Reading): Reading => {
  const plain = JSON.parse(JSON.stringify(reading)) as Reading;
  return { ...plain, claims: [...plain.claims].sort(byPlace) };
};

export const byPlace = (a: Claim, b: Claim): number =>
  a.start - b.start || a.end - b.end || a.trigger.start - b.trigger.start || (a.id < b.id ? -1 : 1);

const withAddresses = ({ url: _, otherUrls: __, ...article }: Article, addresses: readonly string[]): Article => {
  const [url, ...others] = addresses;
  return { ...article, ...(url && { url }), ...(others.length && { otherUrls: others.sort() }) };
};

/** The earliest print counts as the article itself; an address decides between prints of one day. */
const printKey = (article: Article): string => `${article.published ?? '9999-99-99'} ${article.url ?? '~'}`;

const joinedWith = (stored: Reading, incoming: Reading): Reading => {
  const known = addressesOf(stored.article);
  const isNewPrint = addressesOf(incoming.article).some((url) => !known.includes(url));
  if (!isNewPrint) {
    const { retrieved } = stored.article;
    const article = withAddresses({ ...incoming.article, ...(retrieved && { retrieved }) }, known);
    return { ...incoming, article: isSamePrint(stored.article, incoming.article) ? article : stored.article };
  }
  const first = printKey(incoming.article) < printKey(stored.article) ? incoming : stored;
  const all = new Set([...addressesOf(first.article), ...known, ...addressesOf(incoming.article)]);
  return { ...first, article: withAddresses(first.article, [...all]) };
};

/** Whether both come from the address that counts as the article's own. */
const isSamePrint = (stored: Article, incoming: Article): boolean =>
  incoming.url === undefined || stored.url === incoming.url;
