import type { Day } from '../../../graph-schema/article.ts';
import type { When } from '../../../graph-schema/claim.ts';
import {
  addDays,
  dayOf,
  isDay,
  monthOf,
  monthStretch,
  type Stretch,
  weekdayOf,
  weekStretch,
  yearOf,
  yearStretch,
} from './calendar.ts';

/** What a reading needs beside the words: the article's date, and whether the clause speaks of what is to come. */
export interface Setting {
  readonly published?: Day;
  readonly future: boolean;
  /** The word before the expression, lower case: "since", "until", "in". */
  readonly before: string;
  /** The day that the text named last. */
  readonly last?: Day;
}

type Reading = (match: RegExpExecArray, setting: Setting) => When | undefined | '';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH =
  '(January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)';
const WEEKDAY = '(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const YEAR = '((?:1[89]|20)\\d\\d)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const COUNT =
  '(a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few|a few|a couple of|\\d{1,3})';
const UNIT = '(minute|hour|day|week|month|year|decade)s?';
const PART = '(?: (?:morning|afternoon|evening|night))?';

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  'a couple of': 2,
  few: 3,
  'a few': 3,
  several: 3,
};
const VAGUE = /^(several|few|a few)$/;

const monthNumber = (text: string): number =>
  MONTHS.findIndex((name) => name.startsWith(text.toLowerCase().replace('.', '').slice(0, 3))) + 1;

const day = (on: Day, dateFrom: NonNullable<When['dateFrom']>): When => ({
  occurredFrom: on,
  occurredTo: on,
  precision: 'day',
  dateFrom,
});
const stretch = (
  { from, to }: Stretch,
  precision: When['precision'],
  dateFrom: NonNullable<When['dateFrom']>,
): When => ({
  occurredFrom: from,
  occurredTo: to,
  precision,
  dateFrom,
});

/** The year that a month or a day without one means: the nearest past, or the nearest to come. */
const yearFor = (month: number, dayNumber: number, { published, future }: Setting): number | undefined => {
  if (!published) return undefined;
  const year = yearOf(published);
  const candidate = dayOf(year, month, dayNumber);
  if (future) return candidate < published ? year + 1 : year;
  return candidate > addDays(published, 1) ? year - 1 : year;
};

const monthDay = (
  monthText: string,
  dayText: string,
  yearText: string | undefined,
  setting: Setting,
): When | undefined => {
  const month = monthNumber(monthText);
  const dayNumber = Number(dayText);
  const year = yearText ? Number(yearText) : yearFor(month, dayNumber, setting);
  if (year === undefined || !isDay(year, month, dayNumber)) return undefined;
  return day(dayOf(year, month, dayNumber), yearText ? 'explicit' : 'relative');
};

const monthOnly = (monthText: string, yearText: string | undefined, setting: Setting): When | undefined => {
  const month = monthNumber(monthText);
  const year = yearText ? Number(yearText) : yearFor(month, 1, setting);
  return year === undefined
    ? undefined
    : stretch(monthStretch(year, month), 'month', yearText ? 'explicit' : 'relative');
};

const shift = (published: Day, unit: string, by: number): When => {
  switch (unit) {
    case 'day':
      return day(addDays(published, by), 'relative');
    case 'week':
      return stretch(weekStretch(addDays(published, 7 * by)), 'week', 'relative');
    case 'month':
      return stretch(monthStretch(yearOf(published), monthOf(published) + by), 'month', 'relative');
    case 'year':
      return stretch(yearStretch(yearOf(published) + by), 'year', 'relative');
    case 'decade':
      return stretch(
        { from: dayOf(yearOf(published) + by * 10, 1, 1), to: dayOf(yearOf(published) + by * 10, 12, 31) },
        'year',
        'relative',
      );
    default:
      return day(published, 'relative');
  }
};

const counted = (count: string, unit: string, sign: -1 | 1, published: Day | undefined): When | undefined => {
  if (!published) return undefined;
  const number = NUMBERS[count.toLowerCase()] ?? Number(count);
  const found = shift(published, unit.toLowerCase(), sign * number);
  if (!VAGUE.test(count.toLowerCase())) return found;
  // "several days ago": some day in that stretch, its width unknown
  return { occurredTo: published, precision: 'unknown', dateFrom: 'relative' };
};

/** The day of a weekday's name: the latest one up to the article's date, or the next. */
const weekday = (
  name: string,
  direction: 'last' | 'next' | 'this' | '',
  { published, future }: Setting,
): When | undefined => {
  if (!published) return undefined;
  const wanted = WEEKDAYS.indexOf(name.toLowerCase());
  const today = weekdayOf(published);
  const back = (today - wanted + 7) % 7;
  // of what is to come, the weekday of the article itself is today
  if (direction === 'next' || (direction !== 'last' && future))
    return day(addDays(published, back === 0 ? (direction === 'next' ? 7 : 0) : 7 - back), 'relative');
  return day(addDays(published, -(direction === 'last' && back === 0 ? 7 : back)), 'relative');
};

const rule = (pattern: string, reading: Reading): readonly [RegExp, Reading] => [
  new RegExp(`${pattern}(?![\\p{L}\\p{N}])`, 'yiu'),
  reading,
];

/** The forms in which English news tells the time, the longer before the shorter. */
export const PATTERNS: readonly (readonly [RegExp, Reading])[] = [
  rule('(\\d{4})-(\\d{2})-(\\d{2})', ([, y, m, d]) =>
    isDay(Number(y), Number(m), Number(d)) ? day(dayOf(Number(y), Number(m), Number(d)), 'explicit') : undefined,
  ),
  rule(`(?:${WEEKDAY}, ?)?${MONTH} ${DAY}(?:,? ${YEAR})?(?!:|\\.\\d)`, (match, setting) =>
    monthDay(match[2]!, match[3]!, match[4], setting),
  ),
  rule(`(?:${WEEKDAY},? )?${DAY} (?:of )?${MONTH}(?:,? ${YEAR})?`, (match, setting) =>
    monthDay(match[3]!, match[2]!, match[4], setting),
  ),
  rule(`(?:early |late |mid-)?${MONTH}(?: of|,)? ${YEAR}`, (match, setting) => monthOnly(match[1]!, match[2], setting)),
  rule(`last ${MONTH}`, (match, setting) => monthOnly(match[1]!, undefined, { ...setting, future: false })),
  rule(`next ${MONTH}`, (match, setting) => monthOnly(match[1]!, undefined, { ...setting, future: true })),
  rule(`(?:early |late |mid-)?${MONTH}`, (match, setting) => {
    const word = match[1]!;
    const bare = /^(may|mar|march|jan|jun|jul|dec|sep|oct|nov|feb|apr|aug)$/i.test(word);
    if (!/^\p{Lu}/u.test(word)) return undefined;
    if (
      bare &&
      !/^(in|since|until|by|last|this|next|early|late|of|from|during|before|after|through)$/.test(setting.before)
    )
      return undefined;
    return monthOnly(word, undefined, setting);
  }),
  rule('(?:the )?((?:1[89]|20)\\d0)s', (match) => {
    const year = Number(match[1]);
    return {
      occurredFrom: dayOf(year, 1, 1),
      occurredTo: dayOf(year + 9, 12, 31),
      precision: 'year',
      dateFrom: 'explicit',
    };
  }),
  rule(`${YEAR}(?:-|–| to | and )${YEAR}`, (match, setting) => {
    if (/ and /.test(match[0]) && setting.before !== 'between') return undefined;
    const [from, to] = [Number(match[1]), Number(match[2])];
    return from < to
      ? { occurredFrom: dayOf(from, 1, 1), occurredTo: dayOf(to, 12, 31), precision: 'year', dateFrom: 'explicit' }
      : undefined;
  }),
  rule('(?:earlier |later )?(?:today|tonight)', (_, { published }) => published && day(published, 'relative')),
  rule(
    '(?:earlier|later|late|early) (?:in the|that|the same) (?:day|morning|evening|night)|the same (?:day|evening|night|morning)|that (?:same )?(?:day|evening|night|morning)',
    (_, { published, last }) => (last ?? published) && day((last ?? published)!, 'relative'),
  ),
  rule('the day before yesterday', (_, { published }) => published && day(addDays(published, -2), 'relative')),
  rule(`yesterday${PART}`, (_, { published }) => published && day(addDays(published, -1), 'relative')),
  rule('last night', (_, { published }) => published && day(addDays(published, -1), 'relative')),
  rule('the day after tomorrow', (_, { published }) => published && day(addDays(published, 2), 'relative')),
  rule(`tomorrow${PART}`, (_, { published }) => published && day(addDays(published, 1), 'relative')),
  rule('this (?:morning|afternoon|evening)', (_, { published }) => published && day(published, 'relative')),
  rule(`(last|next|this|this past|the previous|early|late) ${WEEKDAY}${PART}`, (match, setting) =>
    weekday(
      match[2]!,
      /^last|past|previous/.test(match[1]!.toLowerCase()) ? 'last' : /^next/i.test(match[1]!) ? 'next' : '',
      setting,
    ),
  ),
  rule(
    `${WEEKDAY} last week`,
    (match, { published }) =>
      published &&
      weekday(match[1]!, '', { published: weekStretch(addDays(published, -7)).to, future: false, before: '' }),
  ),
  rule(
    `${WEEKDAY} next week`,
    (match, { published }) =>
      published &&
      weekday(match[1]!, '', { published: weekStretch(addDays(published, 7)).to, future: false, before: '' }),
  ),
  rule(`${WEEKDAY}${PART}`, (match, setting) =>
    /^\p{Lu}/u.test(match[1]!) ? weekday(match[1]!, '', setting) : undefined,
  ),
  rule(
    '(?:over |earlier |later |late |early )?(last|this|next|the past|the previous|the coming) weekend',
    (match, { published }) => {
      if (!published) return undefined;
      const week = weekStretch(published);
      const by = /next|coming/i.test(match[1]!) ? 7 : /this/i.test(match[1]!) && weekdayOf(published) !== 1 ? 0 : -7;
      return stretch({ from: addDays(week.from, 5 + by), to: addDays(week.from, 6 + by) }, 'week', 'relative');
    },
  ),
  rule(
    '(?:earlier |later |late |early )?(this|last|next|the previous|the coming|the past) (week|month|year|decade)',
    (match, { published }) => {
      if (!published) return undefined;
      const word = match[1]!.toLowerCase();
      const by = /next|coming/.test(word) ? 1 : /this/.test(word) ? 0 : -1;
      const found = shift(published, match[2]!.toLowerCase(), by);
      return by === 0 && /^earlier/i.test(match[0]) && found.occurredFrom && published > found.occurredFrom
        ? { ...found, occurredTo: published }
        : found;
    },
  ),
  rule(`(?:for |in |over |during )?(?:the )?(?:last|past) ${COUNT} ${UNIT}`, (match, { published }) => {
    if (!published) return undefined;
    const found = counted(match[1]!, match[2]!, -1, published);
    return found?.occurredFrom
      ? {
          occurredFrom: found.occurredFrom,
          occurredTo: published,
          precision: found.precision === 'day' ? 'week' : found.precision,
          dateFrom: 'relative',
        }
      : found;
  }),
  rule(
    'in recent (day|week|month|year)s',
    (match, { published }) =>
      published && {
        occurredTo: published,
        precision: match[1] === 'day' ? 'week' : 'unknown',
        dateFrom: 'relative',
        ...(match[1] === 'day' ? { occurredFrom: addDays(published, -7) } : {}),
      },
  ),
  rule(`${COUNT} ${UNIT} (?:ago|earlier)`, (match, { published }) => counted(match[1]!, match[2]!, -1, published)),
  rule(
    '(?:just |only )?(?:hours|minutes) (?:ago|after|before|earlier|later)',
    (_, { published }) => published && day(published, 'relative'),
  ),
  rule(`in ${COUNT} ${UNIT}(?: time| from now|['’] time|['’]s time)`, (match, { published }) =>
    counted(match[1]!, match[2]!, 1, published),
  ),
  rule(`${COUNT} ${UNIT} from now`, (match, { published }) => counted(match[1]!, match[2]!, 1, published)),
  rule('(?:last|this|next) (spring|summer|autumn|fall|winter)', (match, { published }) => {
    if (!published) return undefined;
    const start = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }[match[1]!.toLowerCase()]!;
    const by = /^next/i.test(match[0]) ? 1 : 0;
    const year = yearOf(published) + by - (by === 0 && dayOf(yearOf(published), start, 1) > published ? 1 : 0);
    return {
      occurredFrom: monthStretch(year, start).from,
      occurredTo: monthStretch(year, start + 2).to,
      precision: 'month',
      dateFrom: 'relative',
    };
  }),
  rule(`(?:early |late |mid-)?${YEAR}`, (match, setting) => {
    const year = Number(match[1]);
    if (setting.published && year > yearOf(setting.published) + 60) return undefined;
    return stretch(yearStretch(year), 'year', 'explicit');
  }),
];
