import { writtenDay } from '../written-day.ts';

/** What a page says of itself. */
export interface PageMetadata {
  readonly title?: string;
  readonly published?: string;
  readonly source?: string;
  readonly author?: string;
  readonly url?: string;
  readonly language?: string;
  /** The text as JSON-LD gives it: what is left where the page itself cannot be read. */
  readonly body?: string;
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting|NewsItem)$/;

/** Every object in the page's JSON-LD blocks, whatever the nesting. */
const linkedData = (document: Document): readonly Json[] => {
  const found: Json[] = [];
  const collect = (value: unknown, depth: number): void => {
    if (depth > 6 || found.length > 200) return;
    if (Array.isArray(value)) for (const item of value) collect(item, depth + 1);
    else if (isObject(value)) {
      found.push(value);
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart']) collect(value[key], depth + 1);
    }
  };
  for (const script of [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 20)) {
    try {
      collect(JSON.parse((script.textContent ?? '').slice(0, 1_000_000).replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '')), 0);
    } catch {
      // a block that is no JSON says nothing
    }
  }
  return found;
};

const name = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value.trim() || undefined;
  if (Array.isArray(value)) return value.map(name).filter(Boolean).join(', ') || undefined;
  return isObject(value) ? name(value.name ?? value['@id']) : undefined;
};

const typeOf = (object: Json): string => String(Array.isArray(object['@type']) ? object['@type'][0] : object['@type']);

const META: Readonly<Record<'title' | 'published' | 'source' | 'author' | 'url', readonly string[]>> = {
  title: ['og:title', 'twitter:title', 'dc.title', 'parsely-title', 'sailthru.title', 'headline'],
  published: [
    'article:published_time',
    'article:published',
    'og:article:published_time',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'dc.date.issued',
    'dc.date',
    'dcterms.date',
    'dcterms.created',
    'publication_date',
    'publish-date',
    'pubdate',
    'date',
    'article.published',
    'cxenseparse:recs:publishtime',
  ],
  source: ['og:site_name', 'application-name', 'dc.publisher', 'publisher', 'copyright-holder'],
  author: ['author', 'article:author', 'parsely-author', 'sailthru.author', 'byl', 'dc.creator', 'byline'],
  url: ['og:url', 'twitter:url', 'parsely-link'],
};

const metaOf = (document: Document): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    // pages of the nineties write attributes in capitals, which the parser keeps
    const attributes = new Map([...meta.attributes].map(({ name: key, value }) => [key.toLowerCase(), value]));
    const key = (
      attributes.get('property') ??
      attributes.get('name') ??
      attributes.get('itemprop') ??
      ''
    ).toLowerCase();
    const content = attributes.get('content')?.trim();
    if (key && content && !found.has(key)) found.set(key, content);
  }
  return found;
};

/** Times that the page shows near its headline. */
const shownTime = (document: Document): string | undefined => {
  for (const time of document.querySelectorAll(
    '[itemprop="datePublished"], time[pubdate], time[datetime], abbr.published',
  )) {
    if (time.closest('aside, footer, nav, [class*="related"], [class*="comment"]')) continue;
    const text =
      time.getAttribute('datetime') ??
      time.getAttribute('content') ??
      time.getAttribute('title') ??
      time.textContent ??
      '';
    if (writtenDay(text)) return text;
  }
  return undefined;
};

const httpUrl = (text: string | undefined, base: string | undefined): string | undefined => {
  if (!text) return undefined;
  try {
    const url = new URL(text, base);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
};

/** "Veto number eight - The Sample Courier" without the outlet. */
const withoutOutlet = (title: string | undefined, source: string | undefined): string | undefined => {
  if (!title || !source) return title;
  for (const mark of [' | ', ' - ', ' – ', ' — ', ' :: ', ' « ', ' » '])
    if (title.toLowerCase().endsWith(`${mark}${source}`.toLowerCase()))
      return title.slice(0, -(mark.length + source.length));
  return title;
};

/** Title, outlet, author, date, language and canonical address as the page's own metadata gives them. */
export const pageMetadata = (document: Document, base?: string): PageMetadata => {
  const objects = linkedData(document);
  const article = objects.find((object) => ARTICLE_TYPE.test(typeOf(object)));
  const site = objects.find((object) => /^(?:NewsMediaOrganization|Organization|WebSite)$/.test(typeOf(object)));
  const meta = metaOf(document);
  const first = (what: keyof typeof META) => META[what].map((key) => meta.get(key)).find(Boolean);
  const date = [name(article?.datePublished), first('published'), shownTime(document), name(article?.dateCreated)]
    .map((text) => text && writtenDay(text))
    .find(Boolean);
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined;
  const source = name(article?.publisher) ?? first('source') ?? name(site);
  const author = name(article?.author) ?? first('author');
  const found = {
    title: withoutOutlet(
      name(article?.headline) ??
        first('title') ??
        document.querySelector('[itemprop="headline"], h1, .entry-title, .post-title')?.textContent?.trim() ??
        document.querySelector('title')?.textContent?.trim(),
      source,
    ),
    published: date,
    source,
    author: author && !/^https?:/.test(author) ? author.replace(/^by\s+/i, '') : undefined,
    url: httpUrl(canonical, base) ?? httpUrl(first('url'), base) ?? base,
    language: document.documentElement?.getAttribute('lang') ?? name(article?.inLanguage),
    body: name(article?.articleBody),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value)) as PageMetadata;
};
