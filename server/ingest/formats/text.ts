import { basename } from 'node:path';
import { datelineDay } from '../dateline.ts';
import type { Draft } from '../draft.ts';
import { writtenDay } from '../written-day.ts';
import { plainMarkdown } from './markdown.ts';

const KEYS = ['title', 'source', 'published', 'url', 'author', 'id'] as const;

/** `key: value` lines between two lines of `---` at the head of a text, and the text behind them. */
const frontMatter = (text: string): { readonly fields: Readonly<Record<string, string>>; readonly rest: string } => {
  const match = /^---[ \t]*\n((?:[^\n]*\n){0,40}?)---[ \t]*(?:\n|$)/.exec(text);
  if (!match) return { fields: {}, rest: text };
  const fields: Record<string, string> = {};
  for (const line of match[1]!.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const value = line
      .slice(colon + 1)
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2');
    if (value) fields[line.slice(0, colon).trim().toLowerCase()] = value;
  }
  return { fields, rest: text.slice(match[0].length) };
};

/** A first line that stands alone, is short and no sentence, is the headline. */
const headline = (text: string): string | undefined => {
  const match = /^\s*(?:#+ +)?([^\n]{3,200})\n\s*\n/.exec(text);
  const line = match?.[1]?.trim();
  return line && !/[.:;,—-]$/.test(line) ? line : undefined;
};

/** A plain text or Markdown file as an article: front matter, headline, the head's own date, the date in the file's name. */
export const readText = (name: string, whole: string): Draft => {
  const { fields, rest: written } = frontMatter(whole.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  const title = fields.title ?? headline(written);
  const rest = /\.(?:md|markdown)$/i.test(name) ? plainMarkdown(written) : written;
  const given = fields.published ?? fields.date;
  const published =
    (given && (writtenDay(given) ?? given)) ??
    datelineDay(rest) ??
    writtenDay(/\d{4}-\d{2}-\d{2}/.exec(basename(name))?.[0] ?? '');
  const draft: Record<string, string> = { name, text: rest.replace(/^\n+/, '') };
  for (const key of KEYS) if (fields[key]) draft[key] = fields[key];
  if (title) draft.title = title;
  if (published) draft.published = published;
  return draft as unknown as Draft;
};
