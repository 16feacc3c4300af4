import { CypherError } from '../error.ts';
import { daysInMonth, epochDay, firstMonday, isLeap, weeksInYear } from './calendar.ts';
import { approximate, Duration } from './duration.ts';
import { Instant, type InstantKind, zoned } from './instant.ts';
import { fixedZone, parseOffset, type Zone, zoneOf } from './zone.ts';

function unreadable(kind: string, text: string): CypherError {
  return new CypherError(
    'ArgumentError',
    'InvalidArgumentValue',
    `Text '${text.slice(0, 100)}' cannot be read as a ${kind}`,
  );
}

/** The longest text worth reading. */
const longest = 200;

/** Refuses a part that is out of range. */
export function inRange(name: string, value: number, least: number, most: number): number {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new CypherError(
      'ArgumentError',
      'InvalidArgumentValue',
      `Invalid value for ${name}: ${value} (it lies between ${least} and ${most})`,
    );
  }
  return value;
}

export function dayOfDate(year: number, month: number, day: number): number {
  inRange('year', year, -999_999_999, 999_999_999);
  inRange('month', month, 1, 12);
  inRange('day', day, 1, daysInMonth(year, month));
  return epochDay(year, month, day);
}

export function dayOfWeekDate(weekYear: number, week: number, day: number): number {
  inRange('week', week, 1, weeksInYear(weekYear));
  inRange('dayOfWeek', day, 1, 7);
  return firstMonday(weekYear) + (week - 1) * 7 + day - 1;
}

export function dayOfOrdinal(year: number, ordinal: number): number {
  inRange('ordinalDay', ordinal, 1, isLeap(year) ? 366 : 365);
  return epochDay(year, 1, 1) + ordinal - 1;
}

export function dayOfQuarterDate(year: number, quarter: number, day: number): number {
  inRange('quarter', quarter, 1, 4);
  const first = (quarter - 1) * 3 + 1;
  const length = [0, 1, 2].reduce((sum, i) => sum + daysInMonth(year, first + i), 0);
  inRange('dayOfQuarter', day, 1, length);
  return epochDay(year, first, 1) + day - 1;
}

const year = '([+-]\\d{1,9}|\\d{4})';
const dateForms: readonly (readonly [RegExp, (parts: readonly number[]) => number])[] = [
  [new RegExp(`^${year}-(\\d{1,2})-(\\d{1,2})$`), ([y, m, d]) => dayOfDate(y!, m!, d!)],
  [/^(\d{4})(\d{2})(\d{2})$/, ([y, m, d]) => dayOfDate(y!, m!, d!)],
  [new RegExp(`^${year}-(\\d{1,2})$`), ([y, m]) => dayOfDate(y!, m!, 1)],
  [/^(\d{4})(\d{2})$/, ([y, m]) => dayOfDate(y!, m!, 1)],
  [new RegExp(`^${year}-?W(\\d{2})-?(\\d)$`), ([y, w, d]) => dayOfWeekDate(y!, w!, d!)],
  [new RegExp(`^${year}-?W(\\d{1,2})$`), ([y, w]) => dayOfWeekDate(y!, w!, 1)],
  [new RegExp(`^${year}-?Q(\\d)-?(\\d{1,2})$`), ([y, q, d]) => dayOfQuarterDate(y!, q!, d!)],
  [new RegExp(`^${year}-?Q(\\d)$`), ([y, q]) => dayOfQuarterDate(y!, q!, 1)],
  [new RegExp(`^${year}-(\\d{3})$`), ([y, o]) => dayOfOrdinal(y!, o!)],
  [/^(\d{4})(\d{3})$/, ([y, o]) => dayOfOrdinal(y!, o!)],
  [new RegExp(`^${year}$`), ([y]) => dayOfDate(y!, 1, 1)],
];

function parseDay(text: string): number | undefined {
  for (const [form, make] of dateForms) {
    const found = form.exec(text);
    if (found !== null) return make(found.slice(1).map(Number));
  }
  return undefined;
}

/** Nanoseconds since midnight. */
export function nanosecondsOf(hour: number, minute: number, second: number, nanosecond: number): number {
  inRange('hour', hour, 0, 23);
  inRange('minute', minute, 0, 59);
  inRange('second', second, 0, 59);
  inRange('nanosecond', nanosecond, 0, 999_999_999);
  return (hour * 3600 + minute * 60 + second) * 1e9 + nanosecond;
}

function parseClock(text: string): number | undefined {
  const found =
    /^(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?)?$/.exec(text) ??
    /^(\d{2})(\d{2})(?:(\d{2})(?:[.,](\d{1,9}))?)?$/.exec(text);
  if (found === null) return undefined;
  const [, hour, minute = '0', second = '0', fraction = ''] = found as unknown as [
    string,
    string,
    string?,
    string?,
    string?,
  ];
  return nanosecondsOf(Number(hour), Number(minute), Number(second), Number(fraction.padEnd(9, '0')));
}

/** `12:30+01:00[Europe/Berlin]` into its clock, its offset and its zone. */
function splitZone(text: string): { clock: string; offset: number | undefined; zone: Zone | undefined } | undefined {
  const named = /^(.*)\[([^\]]+)\]$/.exec(text);
  const rest = named?.[1] ?? text;
  const found = /^([\d:.,]*)(Z|z|[+-][\d:]+)?$/.exec(rest);
  if (found === null) return undefined;
  const offset = found[2] === undefined ? undefined : parseOffset(found[2]);
  if (found[2] !== undefined && offset === undefined) return undefined;
  return { clock: found[1]!, offset, zone: named?.[2] === undefined ? undefined : zoneOf(named[2]) };
}

/** Reads a date, a time or both from text in the forms of ISO 8601. */
export function parseInstant(kind: InstantKind, text: string, fallback: Zone): Instant {
  if (text.length > longest) throw unreadable(kind, text);
  const trimmed = text.trim();
  const cut = trimmed.search(/[Tt]/);
  const first = cut < 0 ? trimmed : trimmed.slice(0, cut);
  const second = cut < 0 ? undefined : trimmed.slice(cut + 1);
  const hasDate = kind !== 'time' && kind !== 'localtime';
  const datePart = hasDate ? first : undefined;
  const timePart = hasDate ? second : (second ?? first);
  if (kind === 'date' && second !== undefined) throw unreadable(kind, text);
  const day = datePart === undefined ? 0 : parseDay(datePart);
  if (day === undefined) throw unreadable(kind, text);
  if (kind === 'date') return new Instant('date', day, 0, 0, undefined);
  const zone = timePart === undefined ? { clock: '00', offset: undefined, zone: undefined } : splitZone(timePart);
  const nanosecond = zone === undefined ? undefined : parseClock(zone.clock);
  if (zone === undefined || nanosecond === undefined) throw unreadable(kind, text);
  if (kind === 'localtime' || kind === 'localdatetime') {
    if (zone.offset !== undefined || zone.zone !== undefined) throw unreadable(kind, text);
    return new Instant(kind, day, nanosecond, 0, undefined);
  }
  const own = zone.zone ?? (zone.offset === undefined ? fallback : fixedZone(zone.offset));
  if (kind === 'datetime') return zoned(day, nanosecond, own, zone.offset);
  const offset = zone.offset ?? own.fixed ?? 0;
  return new Instant('time', 0, nanosecond, offset, fixedZone(offset));
}

const part = '([+-]?\\d+(?:[.,]\\d+)?)';
const durationForm = new RegExp(
  `^([+-])?P(?:${part}Y)?(?:${part}M)?(?:${part}W)?(?:${part}D)?(?:T(?:${part}H)?(?:${part}M)?(?:([+-]?\\d+)(?:[.,](\\d{1,9}))?S)?)?$`,
);
const durationAsDate = /^([+-])?P(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?$/;

/** Reads `P1Y2M3DT4H5M6.7S` and `P0001-02-03T04:05:06`. */
export function parseDuration(text: string): Duration {
  if (text.length > longest) throw unreadable('duration', text);
  const trimmed = text.trim();
  const dated = durationAsDate.exec(trimmed);
  if (dated !== null) {
    const [, sign, ...numbers] = dated;
    const [years, months, days, hours, minutes, seconds] = numbers.slice(0, 6).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const fraction = Number((numbers[6] ?? '').padEnd(9, '0'));
    const duration = new Duration(years * 12 + months, days, BigInt(hours * 3600 + minutes * 60 + seconds), fraction);
    return sign === '-' ? duration.times(-1) : duration;
  }
  const found = durationForm.exec(trimmed);
  if (found === null || /[PT]$/.test(trimmed)) throw unreadable('duration', text);
  const [, sign, years, months, weeks, days, hours, minutes, seconds, fraction] = found;
  const number = (value: string | undefined): number => (value === undefined ? 0 : Number(value.replace(',', '.')));
  const nanoseconds = Number((fraction ?? '').padEnd(9, '0')) * (seconds?.startsWith('-') === true ? -1 : 1);
  const duration = approximate(
    number(years) * 12 + number(months),
    number(weeks) * 7 + number(days),
    number(hours) * 3600 + number(minutes) * 60 + number(seconds),
    nanoseconds,
  );
  return sign === '-' ? duration.times(-1) : duration;
}
