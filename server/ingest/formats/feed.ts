import { type Draft, type Found, UnreadError } from '../draft.ts';
import { readPage } from '../html/read-page.ts';
import type { NewTask } from '../jobs/job-table.ts';
import { writtenDay } from '../written-day.ts';

const MOST_ENTRIES = 1000;
/** A feed's own text of at least this many characters is the whole article; shorter ones are teasers. */
const WHOLE = 1500;

interface Entry {
  readonly title?: string;
  readonly url?: string;
  readonly date?: string;
  readonly html?: string;
  readonly author?: string;
}
interface Feed {
  readonly title?: string;
  /** The site that the feed is of. */
  readonly site?: string;
  readonly entries: readonly Entry[];
}

type Loose = Record<string, unknown>;

const text = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value.trim() || undefined;
  if (Array.isArray(value)) return text(value[0]);
  if (value !== null && typeof value === 'object') {
    const { value: inner, name, href, content_html: html } = value as Loose;
    return text(inner ?? name ?? href ?? html);
  }
  return undefined;
};

const linkOf = (entry: Loose): string | undefined => {
  const links = Array.isArray(entry.links) ? (entry.links as Loose[]) : [];
  const alternate = links.find((link) => link.rel === undefined || link.rel === 'alternate') ?? links[0];
  return text(entry.link) ?? text(entry.url) ?? text(alternate?.href) ?? text(entry.external_url);
};

const entryOf = (entry: Loose): Entry => {
  const dc = (entry.dc ?? {}) as Loose;
  const content = (entry.content ?? {}) as Loose;
  const found = {
    title: text(entry.title),
    url: linkOf(entry),
    date:
      text(entry.pubDate) ??
      text(entry.published) ??
      text(entry.date_published) ??
      text(dc.dates) ??
      text(dc.date) ??
      text(entry.updated),
    html:
      text(content.encoded) ??
      text(entry.content) ??
      text(entry.content_html) ??
      text(entry.content_text) ??
      text(entry.description) ??
      text(entry.summary),
    author: text(entry.authors) ?? text(entry.author) ?? text(dc.creators) ?? text(dc.creator),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Entry;
};

const parse = async (source: string): Promise<Feed> => {
  const { parseFeed } = await import('feedsmith');
  let feed: Loose;
  try {
    feed = parseFeed(source).feed as Loose;
  } catch (error) {
    throw new UnreadError(
      'This is no feed: neither RSS, Atom, RDF nor JSON Feed. Give the address of the feed itself.',
      { cause: error },
    );
  }
  const entries = (feed.items ?? feed.entries ?? []) as Loose[];
  const title = text(feed.title);
  const site = text(feed.home_page_url) ?? linkOf(feed);
  return {
    ...(title ? { title } : {}),
    ...(site ? { site } : {}),
    entries: entries.slice(0, MOST_ENTRIES).map(entryOf),
  };
};

const absolute = (url: string | undefined, base: string | undefined): string | undefined => {
  if (url === undefined) return undefined;
  try {
    return new URL(url, base).href;
  } catch {
    return undefined;
  }
};

/** What the feed itself gives of an entry, where that is a text. */
const wordsOf = async (label: string, html: string): Promise<Draft | undefined> => {
  try {
    return await readPage(label, `<!doctype html><body><article>${html}</article>`);
  } catch (error) {
    if (error instanceof UnreadError) return undefined;
    throw error;
  }
};

/** The entries of a feed: whole texts as articles, teasers as addresses to read. */
export async function* readFeed(name: string, source: string, base?: string): AsyncGenerator<Found | NewTask> {
  const feed = await parse(source);
  if (feed.entries.length === 0) throw new UnreadError('The feed holds no entry.');
  for (const [index, entry] of feed.entries.entries()) {
    const url = absolute(entry.url, base ?? feed.site);
    const published = entry.date === undefined ? undefined : writtenDay(entry.date);
    const hints = {
      ...(entry.title ? { title: entry.title } : {}),
      ...(published ? { published } : {}),
      ...(feed.title ? { source: feed.title } : {}),
      ...(entry.author ? { author: entry.author } : {}),
    };
    const label = entry.title ?? url ?? `${name}, entry ${index + 1}`;
    const isUnreachable = url === undefined || !/^https?:/.test(url);
    const own =
      entry.html && (entry.html.length >= WHOLE || isUnreachable) ? await wordsOf(label, entry.html) : undefined;
    if (own && (own.text.length >= WHOLE * 0.6 || isUnreachable)) {
      yield { ...own, ...hints, name: label, ...(url ? { url } : {}) };
      continue;
    }
    if (!isUnreachable) yield { name: label, kind: 'page', payload: JSON.stringify({ url, hints }) };
    else yield { name: label, error: 'The entry has neither a text nor an address.' };
  }
}
