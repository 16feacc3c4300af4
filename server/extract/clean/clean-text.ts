import type { Cut } from '../../../graph-schema/article.ts';
import { BOILERPLATE, INLINE } from './boilerplate.ts';
import { type Dateline, datelineAt } from './datelines.ts';

/** A text made ready for the parser: of equal length, so that every offset stays what it was. */
export interface CleanText {
  /** The text with what was cut blanked out. */
  readonly text: string;
  /** What was cut, in order, and why; offsets into the text given. */
  readonly cut: readonly Cut[];
  readonly dateline?: Dateline;
}

/** Longest line that can be boilerplate; a report's paragraph is not read against the patterns beyond it. */
const LONGEST_LINE = 400;

/** Share of the text behind which closing credits are looked for. */
const TAIL = 0.5;

/** Blank of equal length: line breaks stay, and with them the parser's sentence ends. */
const blank = (text: string): string => text.replace(/[^\n\r]/g, ' ');

/**
 * Finds boilerplate and the dateline. Nothing is taken out of the article: what is not to be read is blanked in a copy of
 * the same length, and each cut says why.
 */
export const cleanText = (text: string): CleanText => {
  const cut: Cut[] = [];
  let dateline: Dateline | undefined;
  let paragraphs = 0;
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end).replace(/\r$/, '');
    if (line.trim()) {
      const found =
        line.length <= LONGEST_LINE
          ? BOILERPLATE.find(
              (kind) => kind.line.test(line) && (!kind.tail || start > text.length * TAIL || line.length < 80),
            )
          : undefined;
      if (found) cut.push({ start, end: start + line.length, reason: found.reason });
      else {
        const indent = line.length - line.trimStart().length;
        if (!dateline && paragraphs < 4) {
          dateline = datelineAt(text, start + indent);
          if (dateline) cut.push({ start: dateline.start, end: dateline.end, reason: 'dateline' });
        }
        paragraphs++;
        const before = cut.length;
        for (const { reason, pattern } of INLINE)
          for (const match of line.matchAll(pattern)) {
            const from = start + match.index;
            const to = from + match[0].length;
            if (!cut.slice(before).some((other) => from < other.end && to > other.start))
              cut.push({ start: from, end: to, reason });
          }
      }
    }
    if (newline === -1) break;
    start = newline + 1;
  }
  cut.sort((a, b) => a.start - b.start);
  let clean = '';
  let at = 0;
  for (const range of cut) {
    clean += text.slice(at, range.start) + blank(text.slice(range.start, range.end));
    at = range.end;
  }
  clean += text.slice(at);
  return { text: clean, cut, ...(dateline ? { dateline } : {}) };
};
