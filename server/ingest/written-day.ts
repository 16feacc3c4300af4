import type { Day } from '../../graph-schema/article.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';
const FORMS: readonly {
  readonly pattern: RegExp;
  readonly order: readonly ['y' | 'm' | 'd', 'y' | 'm' | 'd', 'y' | 'm' | 'd'];
}[] = [
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})(?!\d)/, order: ['y', 'm', 'd'] },
  { pattern: /\b(\d{4})\/(\d{1,2})\/(\d{1,2})\b/, order: ['y', 'm', 'd'] },
  { pattern: /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/, order: ['d', 'm', 'y'] },
  { pattern: /\b(1[3-9]|2\d|3[01])[/-](0?[1-9]|1[0-2])[/-](\d{4})\b/, order: ['d', 'm', 'y'] },
  { pattern: /\b(0?[1-9]|1[0-2])[/-](1[3-9]|2\d|3[01])[/-](\d{4})\b/, order: ['m', 'd', 'y'] },
  { pattern: /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/, order: ['y', 'm', 'd'] },
  { pattern: new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i'), order: ['m', 'd', 'y'] },
  { pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+(\\d{4})\\b`, 'i'), order: ['d', 'm', 'y'] },
];

const dayFrom = (year: number, month: number, day: number): Day | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const right = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return right ? date.toISOString().slice(0, 10) : undefined;
};

/**
 * The calendar day that a date says as it is written, whatever its clock time and zone: `2017-04-12T23:30:00-04:00`,
 * `20170412T033000Z`, `Wed, 12 Apr 2017 23:30:00 -0400` and `April 12, 2017` are all 2017-04-12. So are
 * 12.04.2017, since dots stand behind the day first, and 25/4/2017 is the 25th of April. All-figure dates whose order is
 * unsure (4/12/2017) are none.
 */
export const writtenDay = (text: string): Day | undefined => {
  const short = text.trim().slice(0, 80);
  for (const { pattern, order } of FORMS) {
    const match = pattern.exec(short);
    if (!match) continue;
    const part = { y: 0, m: 0, d: 0 };
    order.forEach((key, index) => {
      const word = match[index + 1]!;
      part[key] = /^\d/.test(word) ? Number(word) : MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
    });
    return dayFrom(part.y, part.m, part.d);
  }
  return undefined;
};
