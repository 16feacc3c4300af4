import type { Day } from '../../graph-schema/article.ts';
import { writtenDay } from './written-day.ts';

/** How far into a text a date still is the article's own. */
const HEAD = 800;
/** A line that says a date says little else. */
const LONGEST_LINE = 100;

/**
 * The day that an article's own head gives: a short line of its own ("Published April 12, 2017, 5:40 p.m.") or a
 * dateline with a year ("MOSCOW, April 12, 2017 —"). A date inside a sentence is not the article's.
 */
export const datelineDay = (text: string): Day | undefined => {
  for (const line of text.slice(0, HEAD).split('\n').slice(0, 12)) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    if (trimmed.length <= LONGEST_LINE && !/[.!?]["”]?$/.test(trimmed.replace(/\b[ap]\.m\.$/i, ''))) {
      const day = writtenDay(
        trimmed.replace(/^(?:published|updated|posted|date)\b[\s:]*(?:on\b)?/i, '').replace(/^[A-Z][a-z]+day,?\s+/, ''),
      );
      if (day) return day;
    }
    const dateline = /^[\p{Lu}][\p{Lu}\s.,'’-]{1,60}?,\s*(.{6,30}?)\s*(?:\([^)]{1,40}\)\s*)?[—–-]/u.exec(trimmed);
    const day = dateline && writtenDay(dateline[1]!);
    if (day) return day;
  }
  return undefined;
};
