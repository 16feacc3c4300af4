import { CypherError } from '../error.ts';
import { kindOf, type MapValue, type Value } from '../values/value.ts';
import { civil, dayOfQuarter, dayOfWeek, quarter, week } from './calendar.ts';
import { approximate, type Duration } from './duration.ts';
import { atInstant, Instant, type InstantKind, zoned } from './instant.ts';
import { dayOfDate, dayOfOrdinal, dayOfQuarterDate, dayOfWeekDate, inRange, nanosecondsOf } from './parse.ts';
import { fixedZone, offsetOfLocal, type Zone, zoneOf } from './zone.ts';

const dateFields = ['year', 'month', 'day', 'week', 'dayOfWeek', 'quarter', 'dayOfQuarter', 'ordinalDay'];
const timeFields = ['hour', 'minute', 'second', 'millisecond', 'microsecond', 'nanosecond'];

function invalid(message: string): CypherError {
  return new CypherError('ArgumentError', 'InvalidArgumentValue', message);
}

function integer(map: MapValue, name: string): number | undefined {
  const value = map.get(name);
  if (value === undefined) return undefined;
  if (typeof value !== 'bigint') throw invalid(`${name} must be an integer, not ${kindOf(value)}`);
  return Number(value);
}

function baseOf(map: MapValue, name: string): Instant | undefined {
  const value = map.get(name);
  if (value === undefined) return undefined;
  if (value instanceof Instant) return value;
  throw invalid(`${name} must be a date or a time, not ${kindOf(value)}`);
}

function checkFields(kind: string, map: MapValue, allowed: readonly string[]): void {
  for (const key of map.keys()) if (!allowed.includes(key)) throw invalid(`A ${kind} has no field \`${key}\``);
}

/** Makes a date, a time or both of named parts, upon others where `date`, `time` or `datetime` are given. */
export function construct(kind: InstantKind, map: MapValue, fallback: Zone): Instant | null {
  for (const [name, value] of map) {
    if (value !== null) continue;
    if (/^(date|time|datetime)$/.test(name)) throw invalid(`A ${kind} cannot be made of a ${name} that is null`);
    return null;
  }
  const hasDate = kind !== 'time' && kind !== 'localtime';
  const hasTime = kind !== 'date';
  const hasZone = kind === 'time' || kind === 'datetime';
  checkFields(kind, map, [
    ...(hasDate ? [...dateFields, 'date'] : []),
    ...(hasTime ? [...timeFields, 'time'] : []),
    ...(hasDate ? ['datetime'] : []),
    ...(hasZone ? ['timezone'] : []),
    ...(kind === 'datetime' ? ['epochSeconds', 'epochMillis'] : []),
  ]);
  const both = baseOf(map, 'datetime');
  let dateBase = baseOf(map, 'date') ?? both;
  let timeBase = baseOf(map, 'time') ?? both;
  if (dateBase !== undefined && !dateBase.hasDate) throw invalid(`A ${dateBase.kind} has no date`);
  if (timeBase !== undefined && !timeBase.hasTime) timeBase = undefined;
  const named = map.get('timezone');
  const given = named === undefined ? undefined : zoneOf(String(named));
  const seconds = integer(map, 'epochSeconds');
  const millis = integer(map, 'epochMillis');
  if (seconds !== undefined || millis !== undefined) {
    const zone = given ?? fallback;
    const start = seconds ?? Math.floor(millis! / 1000);
    const base = atInstant(start, seconds === undefined ? (millis! - start * 1000) * 1e6 : 0, zone);
    dateBase = base;
    timeBase = base;
  }
  const zone = given ?? timeBase?.zone ?? fallback;
  const moves = given !== undefined && timeBase?.zone !== undefined;
  const day = hasDate ? dayFrom(map, dateBase) : 0;
  const nanosecond = hasTime ? timeFrom(map, timeBase) : 0;
  if (!hasZone) return new Instant(kind, day, nanosecond, 0, undefined);
  if (kind === 'datetime') {
    const own = moves ? timeBase!.zone! : zone;
    const local = zoned(day, nanosecond, own, timeBase?.kind === 'datetime' ? timeBase.offset : undefined);
    return moves ? atInstant(local.epochSeconds, local.nanosecond % 1e9, given) : local;
  }
  if (moves) {
    const offset = given.fixed ?? offsetOfLocal(given, 0);
    const moved = nanosecond + (offset - timeBase!.offset) * 1e9;
    return new Instant('time', 0, ((moved % 86_400e9) + 86_400e9) % 86_400e9, offset, fixedZone(offset));
  }
  const offset = zone.fixed ?? (timeBase?.zone === zone ? timeBase.offset : offsetOfLocal(zone, 0));
  return new Instant('time', 0, nanosecond, offset, fixedZone(offset));
}

/** Days since 1970 of the date fields; those left out come from the base, else are the first. */
function dayFrom(map: MapValue, base: Instant | undefined): number {
  const year = integer(map, 'year');
  if (year === undefined && base === undefined) throw invalid('year must be given');
  const has = (...names: readonly string[]): boolean => names.some((name) => map.has(name));
  const calendars = [
    has('month', 'day') && !has('quarter', 'week'),
    has('week', 'dayOfWeek'),
    has('quarter', 'dayOfQuarter'),
    has('ordinalDay'),
  ];
  if (calendars.filter(Boolean).length > 1) throw invalid('Fields of different calendars cannot be mixed');
  const known = base === undefined ? undefined : civil(base.day);
  if (calendars[1]) {
    const of = base === undefined ? undefined : week(base.day);
    return dayOfWeekDate(
      year ?? of!.weekYear,
      integer(map, 'week') ?? of?.week ?? 1,
      integer(map, 'dayOfWeek') ?? (base === undefined ? 1 : dayOfWeek(base.day)),
    );
  }
  if (calendars[2]) {
    return dayOfQuarterDate(
      year ?? known!.year,
      integer(map, 'quarter') ?? (known === undefined ? 1 : quarter(known.month)),
      integer(map, 'dayOfQuarter') ?? (base === undefined ? 1 : dayOfQuarter(base.day)),
    );
  }
  if (calendars[3]) return dayOfOrdinal(year ?? known!.year, integer(map, 'ordinalDay')!);
  if (map.has('day') && !map.has('month') && known === undefined) throw invalid('month must be given with day');
  return dayOfDate(
    year ?? known!.year,
    integer(map, 'month') ?? known?.month ?? 1,
    integer(map, 'day') ?? known?.day ?? 1,
  );
}

/** Nanoseconds since midnight of the time fields; those left out come from the base, else are 0. */
function timeFrom(map: MapValue, base: Instant | undefined): number {
  const field = (name: string): number => Number(base?.component(name) ?? 0n);
  if (base === undefined) checkGaps(map);
  const hour = integer(map, 'hour') ?? field('hour');
  const minute = integer(map, 'minute') ?? field('minute');
  const second = integer(map, 'second') ?? field('second');
  return nanosecondsOf(hour, minute, second, fractionFrom(map, base));
}

/** A minute needs an hour, a second a minute, a fraction a second. */
function checkGaps(map: MapValue): void {
  if (map.has('minute') && !map.has('hour')) throw invalid('hour must be given with minute');
  if (map.has('second') && !map.has('minute')) throw invalid('minute must be given with second');
  const fraction = ['millisecond', 'microsecond', 'nanosecond'].find((name) => map.has(name));
  if (fraction !== undefined && !map.has('second')) throw invalid(`second must be given with ${fraction}`);
}

function fractionFrom(map: MapValue, base: Instant | undefined): number {
  const milli = integer(map, 'millisecond');
  const micro = integer(map, 'microsecond');
  const nano = integer(map, 'nanosecond');
  if (milli === undefined && micro === undefined && nano === undefined)
    return Number(base?.component('nanosecond') ?? 0n);
  const kept = keptFraction.get(map) ?? 0;
  let total = 0;
  if (milli !== undefined) total += inRange('millisecond', milli, 0, 999) * 1e6;
  if (micro !== undefined)
    total += inRange('microsecond', micro, 0, milli === undefined && kept === 0 ? 999_999 : 999) * 1e3;
  if (nano !== undefined) {
    const most = micro !== undefined ? 999 : milli !== undefined ? 999_999 : 999_999_999;
    total += inRange('nanosecond', nano, 0, most);
  }
  return total + kept;
}

/** What a truncated time keeps of its fraction when smaller parts are set. */
const keptFraction = new WeakMap<MapValue, number>();

const truncations: Readonly<Record<string, (day: number) => number>> = {
  millennium: (day) => dayOfDate(Math.floor(civil(day).year / 1000) * 1000, 1, 1),
  century: (day) => dayOfDate(Math.floor(civil(day).year / 100) * 100, 1, 1),
  decade: (day) => dayOfDate(Math.floor(civil(day).year / 10) * 10, 1, 1),
  year: (day) => dayOfDate(civil(day).year, 1, 1),
  weekyear: (day) => dayOfWeekDate(week(day).weekYear, 1, 1),
  quarter: (day) => day - dayOfQuarter(day) + 1,
  month: (day) => day - civil(day).day + 1,
  week: (day) => day - dayOfWeek(day) + 1,
  day: (day) => day,
};

const smallUnits: Readonly<Record<string, number>> = {
  day: 86_400e9,
  hour: 3600e9,
  minute: 60e9,
  second: 1e9,
  millisecond: 1e6,
  microsecond: 1e3,
};

/** Sets all parts below a unit to their first, then those named in the map. */
export function truncate(
  kind: InstantKind,
  unit: string,
  of: Instant,
  fields: MapValue,
  fallback: Zone,
): Instant | null {
  const name = unit.toLowerCase();
  const whole = truncations[name];
  const small = smallUnits[name];
  if (whole === undefined && small === undefined) throw invalid(`Unknown unit '${unit}'`);
  if (whole !== undefined && name !== 'day' && !of.hasDate)
    throw invalid(`A ${of.kind} cannot be truncated to ${unit}`);
  if (small !== undefined && name !== 'day' && kind === 'date') throw invalid(`A date cannot be truncated to ${unit}`);
  if (small !== undefined && name !== 'day' && !of.hasTime)
    throw invalid(`A ${of.kind} cannot be truncated to ${unit}`);
  const day = whole === undefined ? of.day : whole(of.day);
  const nanosecond = small === undefined || name === 'day' ? 0 : Math.floor(of.nanosecond / small) * small;
  const zone = of.zone ?? fallback;
  const named = fields.get('timezone');
  const own = named === undefined ? zone : zoneOf(String(named));
  const base =
    kind === 'datetime'
      ? zoned(day, nanosecond, own)
      : new Instant(
          kind,
          kind === 'time' || kind === 'localtime' ? 0 : day,
          kind === 'date' ? 0 : nanosecond,
          kind === 'time' ? (own.fixed ?? of.offset) : 0,
          kind === 'time' ? fixedZone(own.fixed ?? of.offset) : undefined,
        );
  const map = new Map<string, Value>(fields);
  map.delete('timezone');
  if (map.size === 0) return base;
  if (base.hasDate && base.hasTime) map.set('datetime', base);
  else map.set(base.hasDate ? 'date' : 'time', base);
  if (small !== undefined && small < 1e9) keptFraction.set(map, nanosecond % 1e9);
  return construct(kind, map, fallback);
}

const durationFields: Readonly<Record<string, readonly ['months' | 'days' | 'seconds' | 'nanoseconds', number]>> = {
  years: ['months', 12],
  quarters: ['months', 3],
  months: ['months', 1],
  weeks: ['days', 7],
  days: ['days', 1],
  hours: ['seconds', 3600],
  minutes: ['seconds', 60],
  seconds: ['seconds', 1],
  milliseconds: ['nanoseconds', 1e6],
  microseconds: ['nanoseconds', 1e3],
  nanoseconds: ['nanoseconds', 1],
};

/** Makes a duration of named parts, which may have fractions. */
export function constructDuration(map: MapValue): Duration | null {
  const sums = { months: 0, days: 0, seconds: 0, nanoseconds: 0 };
  for (const [key, value] of map) {
    const field = durationFields[key];
    if (field === undefined) throw invalid(`A duration has no field \`${key}\``);
    if (value === null) return null;
    if (typeof value !== 'bigint' && typeof value !== 'number')
      throw invalid(`${key} must be a number, not ${kindOf(value)}`);
    sums[field[0]] += Number(value) * field[1];
  }
  return approximate(sums.months, sums.days, sums.seconds, sums.nanoseconds);
}
