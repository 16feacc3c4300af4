import { type Draft, type Found, UnreadError } from '../draft.ts';
import { plainText } from '../html/plain-text.ts';
import type { NewTask } from '../jobs/job-table.ts';
import { writtenDay } from '../written-day.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Names under which news exports keep what we ask for, the first that is there wins (compared without case, `_`, `-`). */
const NAMES = {
  id: ['id', 'guid', 'uuid'],
  text: ['text', 'body', 'content', 'articlebody', 'maintext', 'fulltext', 'contenttext', 'article'],
  title: ['title', 'headline', 'name'],
  published: [
    'published',
    'publishedat',
    'datepublished',
    'datepublish',
    'publicationdate',
    'pubdate',
    'date',
    'seendate',
    'created',
  ],
  url: ['url', 'link', 'sourceurl', 'documentidentifier', 'canonicalurl', 'weburl'],
  source: ['source', 'outlet', 'publisher', 'publication', 'sitename', 'sourcename', 'domain', 'sourcecommonname'],
  author: ['author', 'authors', 'byline', 'creator'],
} as const;

const plain = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(plain).filter(Boolean).join(', ') || undefined;
  if (value !== null && typeof value === 'object') {
    const { name, title } = value as Fields;
    return plain(name ?? title);
  }
  return undefined;
};

/** Whether a news service cut the text off ("… [+2041 chars]"). */
const isCutOff = (text: string): boolean => /\[\+\d+ chars\]\s*$/.test(text);

/**
 * One record of a JSON, JSON-lines or CSV file as an article, whatever news export it came from. A record with an
 * address and no whole text becomes an address to read.
 */
export const foundInRecord = async (record: unknown, name: string): Promise<Found | NewTask> => {
  if (record === null || typeof record !== 'object' || Array.isArray(record))
    return { name, error: 'This is no article: give an object like {"id": "1", "text": "…"}.' };
  const fields = new Map(
    Object.entries(record).map(([key, value]) => [key.toLowerCase().replace(/[_\-\s]/g, ''), value]),
  );
  const get = (what: keyof typeof NAMES): string | undefined => {
    for (const key of NAMES[what]) {
      const value = plain(fields.get(key));
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const [id, body, headline, written, url, source, author] = (
    ['id', 'text', 'title', 'published', 'url', 'source', 'author'] as const
  ).map(get);
  const title = headline && (await plainText(headline));
  const published = written === undefined ? undefined : (writtenDay(written) ?? written);
  const hints = {
    ...(title ? { title } : {}),
    ...(published === undefined ? {} : { published }),
    ...(source === undefined ? {} : { source }),
    ...(author === undefined ? {} : { author }),
  };
  const whole = body !== undefined && !isCutOff(body);
  if (!whole && url !== undefined && /^https?:\/\//i.test(url))
    return { name: title || url, kind: 'page', payload: JSON.stringify({ url, hints }) };
  if (body === undefined)
    return {
      name,
      ...(id === undefined ? {} : { id }),
      error: 'The record has no text: give it as "text" (or an address as "url").',
    };
  let text: string;
  try {
    text = await plainText(body);
  } catch (error) {
    if (!(error instanceof UnreadError)) throw error;
    return { name, ...(id === undefined ? {} : { id }), error: error.message };
  }
  const draft: Draft = {
    name: title || id || name,
    text,
    ...hints,
    ...(id === undefined ? {} : { id }),
    ...(url === undefined ? {} : { url }),
  };
  return draft;
};
