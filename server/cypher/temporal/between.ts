import { civil, plusMonths } from './calendar.ts';
import { Duration } from './duration.ts';
import { atInstant, Instant, zoned } from './instant.ts';
import type { Zone } from './zone.ts';

export type Measure = 'between' | 'inmonths' | 'indays' | 'inseconds';

/** The time from one moment to another; what one lacks of date or zone it takes from the other. */
export function durationBetween(measure: Measure, from: Instant, to: Instant): Duration {
  const day = from.hasDate ? from.day : to.hasDate ? to.day : 0;
  const otherDay = to.hasDate ? to.day : day;
  const zone = from.zone ?? to.zone;
  const bothZoned = zone !== undefined;
  const start = placed(from, day, from.zone ?? zone);
  const end = placed(to, otherDay, to.zone ?? zone);
  if (measure === 'inseconds') return seconds(start, end, bothZoned);
  const dated = from.hasDate && to.hasDate;
  if (!dated) return measure === 'between' ? seconds(start, end, bothZoned) : new Duration(0, 0, 0n, 0);
  const target = bothZoned && end.zone !== start.zone ? inZoneOf(end, start.zone!) : end;
  const months = measure === 'indays' ? 0 : monthsUntil(start, target);
  if (measure === 'inmonths') return new Duration(months, 0, 0n, 0);
  const shifted = moveTo(start, plusMonths(start.day, months));
  const days = daysUntil(shifted, target);
  if (measure === 'indays') return new Duration(0, days, 0n, 0);
  const rest = seconds(moveTo(shifted, shifted.day + days), target, bothZoned);
  return new Duration(months, days, rest.seconds, rest.nanoseconds);
}

function placed(of: Instant, day: number, zone: Zone | undefined): Instant {
  if (zone === undefined) return new Instant('localdatetime', day, of.nanosecond, 0, undefined);
  if (of.kind === 'datetime') return of;
  return zoned(day, of.nanosecond, zone);
}

function moveTo(of: Instant, day: number): Instant {
  if (day === of.day) return of;
  if (of.zone === undefined) return new Instant('localdatetime', day, of.nanosecond, 0, undefined);
  return zoned(day, of.nanosecond, of.zone, of.offset);
}

function inZoneOf(of: Instant, zone: Zone): Instant {
  return atInstant(of.epochSeconds, of.nanosecond % 1e9, zone);
}

function seconds(from: Instant, to: Instant, byInstant: boolean): Duration {
  const start = byInstant
    ? BigInt(from.epochSeconds)
    : BigInt(from.day) * 86_400n + BigInt(Math.floor(from.nanosecond / 1e9));
  const end = byInstant ? BigInt(to.epochSeconds) : BigInt(to.day) * 86_400n + BigInt(Math.floor(to.nanosecond / 1e9));
  return new Duration(0, 0, end - start, (to.nanosecond % 1e9) - (from.nanosecond % 1e9));
}

/** Whole months; an incomplete one does not count, in either direction, and a day counts when its time of day is reached. */
function monthsUntil(from: Instant, to: Instant): number {
  const a = civil(from.day);
  const b = civil(from.day + daysUntil(from, to));
  const months = (b.year - a.year) * 12 + b.month - a.month;
  if (months > 0 && b.day < a.day) return months - 1;
  if (months < 0 && b.day > a.day) return months + 1;
  return months;
}

function daysUntil(from: Instant, to: Instant): number {
  const days = to.day - from.day;
  const rest = to.nanosecond - from.nanosecond;
  if (days > 0 && rest < 0) return days - 1;
  if (days < 0 && rest > 0) return days + 1;
  return days;
}
