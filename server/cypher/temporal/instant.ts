import { CypherError } from '../error.ts';
import { isTemporal, type Temporal, type TemporalKind, type Value } from '../values/value.ts';
import {
  civil,
  dayOfQuarter,
  dayOfWeek,
  nanosecondsPerDay,
  ordinalDay,
  plusMonths,
  quarter,
  week,
} from './calendar.ts';
import type { Duration } from './duration.ts';
import { offsetAt, offsetOfLocal, offsetText, type Zone } from './zone.ts';

export type InstantKind = Exclude<TemporalKind, 'duration'>;

/**
 * A date, a time, or both, with or without a zone: `day` in days since 1970, `nanosecond` since midnight, `offset` in
 * seconds. What a kind does not have is 0.
 */
export class Instant implements Temporal {
  /** As of `Duration`, values of another copy of this module count too. */
  static [Symbol.hasInstance](value: unknown): boolean {
    return isTemporal(value) && value.kind !== 'duration';
  }

  readonly kind: InstantKind;
  readonly day: number;
  readonly nanosecond: number;
  readonly offset: number;
  readonly zone: Zone | undefined;

  constructor(kind: InstantKind, day: number, nanosecond: number, offset: number, zone: Zone | undefined) {
    if (day > 365_241_780_471 || day < -365_243_219_162) {
      throw new CypherError('ArgumentError', 'InvalidArgumentValue', 'Years lie between -999999999 and 999999999');
    }
    this.kind = kind;
    this.day = day;
    this.nanosecond = nanosecond;
    this.offset = offset;
    this.zone = zone;
  }

  get hasDate(): boolean {
    return this.kind !== 'time' && this.kind !== 'localtime';
  }

  get hasTime(): boolean {
    return this.kind !== 'date';
  }

  get hasZone(): boolean {
    return this.zone !== undefined;
  }

  /** Seconds since 1970, the fraction apart. */
  get epochSeconds(): number {
    return this.day * 86_400 + Math.floor(this.nanosecond / 1e9) - this.offset;
  }

  compare(other: Temporal): number {
    const that = other as Instant;
    if (this.zone === undefined) return this.day - that.day || this.nanosecond - that.nanosecond;
    return (
      this.epochSeconds - that.epochSeconds ||
      (this.nanosecond % 1e9) - (that.nanosecond % 1e9) ||
      this.offset - that.offset ||
      (this.zone.name < that.zone!.name ? -1 : this.zone.name > that.zone!.name ? 1 : 0)
    );
  }

  equals(other: Temporal): boolean {
    return other.kind === this.kind && this.compare(other) === 0;
  }

  key(): string {
    return `${this.day} ${this.nanosecond} ${this.offset} ${this.zone?.name ?? ''}`;
  }

  component(name: string): Value | undefined {
    if (this.hasDate) {
      const found = dateComponents[name];
      if (found !== undefined) return BigInt(found(this));
    }
    if (this.hasTime) {
      const found = timeComponents[name];
      if (found !== undefined) return BigInt(found(this));
    }
    if (this.zone === undefined) return undefined;
    if (name === 'timezone') return this.zone.name;
    if (name === 'offset') return offsetText(this.offset);
    if (name === 'offsetSeconds') return BigInt(this.offset);
    if (name === 'offsetMinutes') return BigInt(Math.trunc(this.offset / 60));
    if (this.kind !== 'datetime') return undefined;
    if (name === 'epochSeconds') return BigInt(this.epochSeconds);
    if (name === 'epochMillis')
      return BigInt(this.epochSeconds) * 1000n + BigInt(Math.floor((this.nanosecond % 1e9) / 1e6));
    return undefined;
  }

  plus(duration: Temporal): Instant {
    return moved(this, duration as Duration, 1);
  }

  minus(duration: Temporal): Instant {
    return moved(this, duration as Duration, -1);
  }

  times(): never {
    throw new CypherError('TypeError', 'InvalidArgumentType', `A ${this.kind} cannot be multiplied`);
  }

  toString(): string {
    const date = this.hasDate ? dateText(this.day) : '';
    const time = this.hasTime ? timeText(this.nanosecond) : '';
    const zone = this.zone === undefined ? '' : offsetText(this.offset);
    const named = this.zone !== undefined && this.zone.fixed === undefined ? `[${this.zone.name}]` : '';
    return `${date}${date !== '' && time !== '' ? 'T' : ''}${time}${zone}${named}`;
  }
}

const dateComponents: Readonly<Record<string, (of: Instant) => number>> = {
  year: (of) => civil(of.day).year,
  quarter: (of) => quarter(civil(of.day).month),
  month: (of) => civil(of.day).month,
  week: (of) => week(of.day).week,
  weekYear: (of) => week(of.day).weekYear,
  dayOfQuarter: (of) => dayOfQuarter(of.day),
  quarterDay: (of) => dayOfQuarter(of.day),
  ordinalDay: (of) => ordinalDay(of.day),
  day: (of) => civil(of.day).day,
  dayOfWeek: (of) => dayOfWeek(of.day),
  weekDay: (of) => dayOfWeek(of.day),
};

const timeComponents: Readonly<Record<string, (of: Instant) => number>> = {
  hour: (of) => Math.floor(of.nanosecond / 3.6e12),
  minute: (of) => Math.floor(of.nanosecond / 6e10) % 60,
  second: (of) => Math.floor(of.nanosecond / 1e9) % 60,
  millisecond: (of) => Math.floor((of.nanosecond % 1e9) / 1e6),
  microsecond: (of) => Math.floor((of.nanosecond % 1e9) / 1e3),
  nanosecond: (of) => of.nanosecond % 1e9,
};

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function dateText(day: number): string {
  const { year, month, day: date } = civil(day);
  const digits = String(Math.abs(year)).padStart(4, '0');
  const sign = year < 0 ? '-' : year > 9999 ? '+' : '';
  return `${sign}${digits}-${two(month)}-${two(date)}`;
}

/** Seconds where there are any, and as many digits after them as needed. */
function timeText(nanosecond: number): string {
  const second = Math.floor(nanosecond / 1e9) % 60;
  const fraction = nanosecond % 1e9;
  const text = `${two(Math.floor(nanosecond / 3.6e12))}:${two(Math.floor(nanosecond / 6e10) % 60)}`;
  if (second === 0 && fraction === 0) return text;
  if (fraction === 0) return `${text}:${two(second)}`;
  return `${text}:${two(second)}.${String(fraction).padStart(9, '0').replace(/0+$/, '')}`;
}

/** Makes a datetime of a local date and time in a zone. */
export function zoned(day: number, nanosecond: number, zone: Zone, preferred?: number): Instant {
  const local = day * 86_400 + Math.floor(nanosecond / 1e9);
  const offset = offsetOfLocal(zone, local, preferred);
  return atInstant(local - offset, nanosecond % 1e9, zone);
}

/** Makes a datetime of seconds since 1970. */
export function atInstant(epochSeconds: number, fraction: number, zone: Zone): Instant {
  const offset = offsetAt(zone, epochSeconds);
  const local = epochSeconds + offset;
  const day = Math.floor(local / 86_400);
  return new Instant('datetime', day, (local - day * 86_400) * 1e9 + fraction, offset, zone);
}

function moved(of: Instant, duration: Duration, sign: number): Instant {
  const { kind, zone } = of;
  const months = sign * duration.months;
  const days = sign * duration.days;
  const seconds = BigInt(sign) * duration.seconds;
  const nanoseconds = sign * duration.nanoseconds;
  if (kind === 'date') {
    const whole = Number(duration.seconds / 86_400n) * sign;
    return new Instant('date', plusMonths(of.day, months) + days + whole, 0, 0, undefined);
  }
  const total = BigInt(of.nanosecond) + seconds * 1_000_000_000n + BigInt(nanoseconds);
  const perDay = BigInt(nanosecondsPerDay);
  let carried = total / perDay;
  let rest = total % perDay;
  if (rest < 0n) {
    rest += perDay;
    carried -= 1n;
  }
  if (!of.hasDate) return new Instant(kind, 0, Number(rest), of.offset, zone);
  const day = plusMonths(of.day, months) + days;
  if (zone === undefined) return new Instant(kind, day + Number(carried), Number(rest), 0, undefined);
  const shifted = months === 0 && days === 0 ? of : zoned(day, of.nanosecond, zone, of.offset);
  const fraction = BigInt(shifted.nanosecond % 1e9) + BigInt(nanoseconds);
  let second = BigInt(shifted.epochSeconds) + seconds + fraction / 1_000_000_000n;
  let left = fraction % 1_000_000_000n;
  if (left < 0n) {
    left += 1_000_000_000n;
    second -= 1n;
  }
  return atInstant(Number(second), Number(left), zone);
}
