import { LONGEST_ARTICLE } from '../../graph-schema/api.ts';
import type { Article, Day } from '../../graph-schema/article.ts';
import { articleId } from '../../graph-schema/ids.ts';
import { boilerplateOf } from './boilerplate.ts';
import { cleanText } from './clean-text.ts';
import { type Draft, UnreadError } from './draft.ts';
import { canonicalAddress } from './fetch/canonical-address.ts';
import { detectLanguage, isRead, languageName } from './language.ts';

/** An article ready to be read, and what its reader should know. */
export interface Prepared {
  readonly article: Article;
  readonly notes: readonly string[];
  /** False where the language is not read yet: the article is kept without claims. */
  readonly readable: boolean;
}

const isDay = (text: string): text is Day => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** The day of an ISO instant or day; undefined for anything else, and for days before newspapers or after `now`'s tomorrow. */
export const publishedDay = (text: string | undefined, now: Date): Day | undefined => {
  const day = text?.trim().slice(0, 10);
  if (!day || !isDay(day) || day < '1600-01-01') return undefined;
  const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
  return day <= tomorrow ? day : undefined;
};

const set = <K extends string>(key: K, value: string | undefined, most: number): { [P in K]?: string } => {
  const clean = value === undefined ? '' : cleanText(value).replace(/\s+/g, ' ').trim().slice(0, most);
  return (clean ? { [key]: clean } : {}) as { [P in K]?: string };
};

/** The repaired text of a draft. Throws an `UnreadError` for what is no article. */
export const checkedText = (draft: Pick<Draft, 'text'>): string => {
  const text = cleanText(draft.text);
  if (text.trim() === '') throw new UnreadError('The article is empty: there is no text in it.');
  if (text.length > LONGEST_ARTICLE)
    throw new UnreadError(
      `The article has ${text.length.toLocaleString('en')} characters, more than the ${LONGEST_ARTICLE.toLocaleString('en')} of one article. Cut it up.`,
    );
  if (!/\p{L}/u.test(text)) throw new UnreadError('There is not one letter in the text: this is no article.');
  return text;
};

/**
 * Draft in, article out: text repaired, language told, date checked. Nothing is made up: without a publication date
 * the article has none, and a note says what follows from that. Throws an `UnreadError` for what is no article.
 */
export const toArticle = async (draft: Draft, now: Date): Promise<Prepared> => {
  const text = checkedText(draft);
  const language = await detectLanguage(text);
  const published = publishedDay(draft.published, now);
  const notes: string[] = [];
  if (draft.published !== undefined && published === undefined)
    notes.push(
      `The publication date ${JSON.stringify(draft.published.slice(0, 40))} is no possible day (YYYY-MM-DD) and was left out.`,
    );
  else if (published === undefined)
    notes.push('No publication date was found: days like "on Tuesday" stay without a date. Give one with the article.');
  const cut = boilerplateOf(text);
  const readable = isRead(language);
  if (!readable)
    notes.push(
      `The article is in ${languageName(language)}. It is kept, but only English is read so far: no relations were looked for.`,
    );
  return {
    article: {
      id: articleId(text),
      text,
      ...set('title', draft.title, 1000),
      ...set('source', draft.source, 300),
      ...set('author', draft.author, 300),
      ...set('url', draft.url && canonicalAddress(cleanText(draft.url)), 4000),
      ...(published ? { published } : {}),
      retrieved: now.toISOString(),
      language,
      ...(cut.length > 0 ? { cut } : {}),
    },
    notes,
    readable,
  };
};
