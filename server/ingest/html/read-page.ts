import { datelineDay } from '../dateline.ts';
import { type Draft, UnreadError } from '../draft.ts';
import { blocksOf } from './blocks.ts';
import { pageMetadata } from './metadata.ts';
import { nesting } from './nesting.ts';
import { removeFurniture } from './remove-furniture.ts';

const LONGEST_PAGE = 8_000_000;
const DEEPEST = 400;
const MOST_TAGS = 150_000;
/** A readable text has at least so many characters. */
const SHORTEST = 120;

const paragraphsOf = (document: Document): string =>
  [...document.querySelectorAll('p, h2, h3, blockquote, li')]
    .filter((element) => !element.parentElement?.closest('p, blockquote, li'))
    .map(blocksOf)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');

/** The article's body where the page marks it outright; Readability's guess otherwise. */
const bodyText = async (document: Document): Promise<string> => {
  const marked = [...document.querySelectorAll('[itemprop="articleBody"], article .article-body, article')].filter(
    (element) => blocksOf(element).length >= SHORTEST,
  );
  const only = document.querySelectorAll('article').length <= 1 ? marked[0] : undefined;
  if (only?.querySelector('p')) return blocksOf(only);
  const { Readability } = await import('@mozilla/readability');
  const copy = document.cloneNode(true) as Document;
  const found = new Readability(copy, {
    charThreshold: SHORTEST,
    serializer: (element) => element as unknown as string,
  }).parse();
  const text = found?.content ? blocksOf(found.content as unknown as Node) : '';
  return text.length >= SHORTEST ? text : paragraphsOf(document);
};

const HEAD_LINES = 6;

/** Whether a line is no sentence: short, without an end. */
const isLabel = (line: string): boolean => line.length < 100 && !/[.!?]["”]?$/.test(line.replace(/\b[ap]\.m\.$/, ''));

/** The headline again, byline and time at the head of a body are said by the metadata already. */
const withoutHead = (text: string, title: string | undefined, author: string | undefined): string => {
  const lines = text.split('\n');
  let body = 0;
  for (const [index, whole] of lines.slice(0, HEAD_LINES * 2).entries()) {
    const line = whole.trim();
    if (line === '') continue;
    const byline = line.length < 100 && (/^by\s+\p{Lu}/iu.test(line) || line === author);
    const time = isLabel(line) && datelineDay(line) !== undefined;
    if (line === title || byline || time) body = index + 1;
    else if (!isLabel(line)) break;
  }
  return lines.slice(body).join('\n').trim();
};

/**
 * A web page as an article: its words without what stands around them, and what its metadata says.
 * Throws an `UnreadError` where the page is too large or too deep, or holds no article.
 */
export const readPage = async (name: string, html: string, address?: string): Promise<Draft> => {
  if (html.length > LONGEST_PAGE)
    throw new UnreadError(
      `The page has ${Math.round(html.length / 1e6)} million characters, more than an article ever has.`,
    );
  const { depth, tags } = nesting(html);
  if (depth > DEEPEST || tags > MOST_TAGS)
    throw new UnreadError(
      `The page is ${depth > DEEPEST ? 'nested too deep' : 'made of too many elements'} to be an article.`,
    );
  const { parseHTML } = await import('linkedom');
  const whole = (page: string) => `<!doctype html><html><body>${page}</body></html>`;
  let { document } = parseHTML(/<html[\s>]/i.test(html) ? html : whole(html));
  if (!document.documentElement) ({ document } = parseHTML(whole(html))); // its <html> lies in a comment
  const { body, language, ...metadata } = pageMetadata(document as unknown as Document, address);
  const shown = document.body ? datelineDay(blocksOf(document.body as unknown as Node).slice(0, 1500)) : undefined;
  removeFurniture(document as unknown as Document);
  const found = await bodyText(document as unknown as Document);
  let text = withoutHead(found, metadata.title, metadata.author);
  if (text.length < SHORTEST && body && body.length > text.length) text = body;
  if (text.trim() === '')
    throw new UnreadError(
      'There is no article in the page: its text may be drawn by a script or stand behind a subscription.',
    );
  const published = metadata.published ?? datelineDay(found) ?? datelineDay(text) ?? shown;
  return { name, text, ...metadata, ...(language ? { language } : {}), ...(published ? { published } : {}) };
};
