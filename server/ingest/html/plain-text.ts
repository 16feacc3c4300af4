import { UnreadError } from '../draft.ts';
import { blocksOf } from './blocks.ts';
import { nesting } from './nesting.ts';

const DEEPEST = 400;
const MOST_TAGS = 150_000;

const TAG =
  /<\/?(?:p|div|br|span|article|section|h[1-6]|ul|ol|li|a|em|strong|b|i|blockquote|figure|img|table)\b[^<>]*>/i;
const REFERENCE = /&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z]{2,8}\d?);/i;

/**
 * The words of a field that may hold HTML, as news exports keep bodies and headlines: paragraphs without their markup,
 * characters in place of their references. A text without markup stays as it is. Throws an `UnreadError` for markup
 * that is made to do harm.
 */
export const plainText = async (field: string): Promise<string> => {
  if (!TAG.test(field) && !REFERENCE.test(field)) return field;
  const { depth, tags } = nesting(field);
  if (depth > DEEPEST || tags > MOST_TAGS)
    throw new UnreadError('The text is HTML, nested too deep or made of too many elements to be an article.');
  const { parseHTML } = await import('linkedom');
  const breaks = TAG.test(field) ? field : field.replace(/\n/g, '<br>');
  const { document } = parseHTML(`<!doctype html><html><body>${breaks}</body></html>`);
  return blocksOf(document.body as unknown as Node);
};
