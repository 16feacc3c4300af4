import { CypherError } from '../error.ts';
import { isTemporal, type Temporal, type Value } from '../values/value.ts';

const secondsPerMonth = 2_629_746;

/** Months, days and seconds, which have no common measure; `nanoseconds` in 0 … 999,999,999. */
export class Duration implements Temporal {
  /** Values of another copy of this module count too: it is loaded when used, and a bundle may bring its own. */
  static [Symbol.hasInstance](value: unknown): boolean {
    return isTemporal(value) && value.kind === 'duration';
  }

  readonly kind = 'duration';
  readonly months: number;
  readonly days: number;
  readonly seconds: bigint;
  readonly nanoseconds: number;

  constructor(months: number, days: number, seconds: bigint, nanoseconds: number) {
    const carried = Math.floor(nanoseconds / 1e9);
    this.months = months + 0;
    this.days = days + 0;
    this.seconds = seconds + BigInt(carried);
    this.nanoseconds = nanoseconds - carried * 1e9;
    const limit = 2n ** 63n;
    if (
      !Number.isSafeInteger(months) ||
      !Number.isSafeInteger(days) ||
      this.seconds >= limit ||
      this.seconds < -limit
    ) {
      throw new CypherError('ArgumentError', 'InvalidArgumentValue', 'This duration is too long');
    }
  }

  /** By average length. */
  compare(other: Temporal): number {
    const that = other as Duration;
    const length = average(this) - average(that);
    if (length !== 0n) return length < 0n ? -1 : 1;
    return this.nanoseconds - that.nanoseconds || this.months - that.months || this.days - that.days;
  }

  equals(other: Temporal): boolean {
    return other.kind === this.kind && this.key() === other.key();
  }

  key(): string {
    return `${this.months} ${this.days} ${this.seconds} ${this.nanoseconds}`;
  }

  component(name: string): Value | undefined {
    return components[name]?.(this);
  }

  plus(other: Temporal): Duration {
    const that = other as Duration;
    return new Duration(
      this.months + that.months,
      this.days + that.days,
      this.seconds + that.seconds,
      this.nanoseconds + that.nanoseconds,
    );
  }

  minus(other: Temporal): Duration {
    const that = other as Duration;
    return new Duration(
      this.months - that.months,
      this.days - that.days,
      this.seconds - that.seconds,
      this.nanoseconds - that.nanoseconds,
    );
  }

  times(factor: number, divisor = 1): Duration {
    if (divisor === 0) throw new CypherError('ArithmeticError', 'DivisionByZero', '/ by zero');
    if (divisor === 1 && Number.isInteger(factor)) {
      const seconds = this.seconds * BigInt(factor);
      return new Duration(this.months * factor, this.days * factor, seconds, this.nanoseconds * factor);
    }
    const part = (value: number): number => (value * factor) / divisor;
    return approximate(part(this.months), part(this.days), part(Number(this.seconds)), part(this.nanoseconds));
  }

  toString(): string {
    return durationText(this);
  }
}

function average(of: Duration): bigint {
  return BigInt(of.months) * BigInt(secondsPerMonth) + BigInt(of.days) * 86_400n + of.seconds;
}

/** Hands fractions of months on to days, of days to seconds, of seconds to nanoseconds. */
export function approximate(months: number, days: number, seconds: number, nanoseconds: number): Duration {
  const wholeMonths = Math.trunc(months);
  const monthRest = secondsPerMonth * months - secondsPerMonth * wholeMonths;
  const allDays = days + monthRest / 86_400;
  const wholeDays = Math.trunc(allDays);
  const allSeconds = seconds + (86_400 * allDays - 86_400 * wholeDays);
  const wholeSeconds = Math.trunc(allSeconds);
  const allNanoseconds = nanoseconds + 1e9 * allSeconds - 1e9 * wholeSeconds;
  if (![wholeMonths, wholeDays, wholeSeconds, allNanoseconds].every(Number.isFinite)) {
    throw new CypherError('ArgumentError', 'InvalidArgumentValue', 'This duration is too long');
  }
  return new Duration(wholeMonths, wholeDays, BigInt(wholeSeconds), Math.trunc(allNanoseconds));
}

function durationText(of: Duration): string {
  let text = 'P';
  const add = (value: bigint | number, unit: string): void => {
    // biome-ignore lint/suspicious/noDoubleEquals: bigint and number are compared by value
    if (value != 0) text += `${value}${unit}`;
  };
  add(Math.trunc(of.months / 12), 'Y');
  add(of.months % 12, 'M');
  add(of.days, 'D');
  if (of.seconds !== 0n || of.nanoseconds !== 0) {
    const negative = of.seconds < 0n;
    const borrowed = negative && of.nanoseconds !== 0;
    const seconds = borrowed ? of.seconds + 1n : of.seconds;
    const nanoseconds = borrowed ? 1e9 - of.nanoseconds : of.nanoseconds;
    text += 'T';
    add(seconds / 3600n, 'H');
    add((seconds % 3600n) / 60n, 'M');
    const rest = seconds % 60n;
    if (rest !== 0n || nanoseconds !== 0) {
      const fraction = nanoseconds === 0 ? '' : `.${String(nanoseconds).padStart(9, '0').replace(/0+$/, '')}`;
      text += `${negative && rest === 0n ? '-' : ''}${rest}${fraction}S`;
    }
  }
  return text === 'P' ? 'PT0S' : text;
}

const whole = (value: number): bigint => BigInt(Math.trunc(value));
const floor = (a: bigint, b: bigint): bigint => a / b;

const components: Readonly<Record<string, (of: Duration) => bigint>> = {
  years: (of) => whole(of.months / 12),
  quarters: (of) => whole(of.months / 3),
  months: (of) => BigInt(of.months),
  weeks: (of) => whole(of.days / 7),
  days: (of) => BigInt(of.days),
  hours: (of) => floor(of.seconds, 3600n),
  minutes: (of) => floor(of.seconds, 60n),
  seconds: (of) => of.seconds,
  milliseconds: (of) => of.seconds * 1000n + whole(of.nanoseconds / 1e6),
  microseconds: (of) => of.seconds * 1_000_000n + whole(of.nanoseconds / 1e3),
  nanoseconds: (of) => of.seconds * 1_000_000_000n + BigInt(of.nanoseconds),
  quartersOfYear: (of) => whole(of.months / 3) % 4n,
  monthsOfQuarter: (of) => BigInt(of.months % 3),
  monthsOfYear: (of) => BigInt(of.months % 12),
  daysOfWeek: (of) => BigInt(of.days % 7),
  minutesOfHour: (of) => floor(of.seconds, 60n) % 60n,
  secondsOfMinute: (of) => of.seconds % 60n,
  millisecondsOfSecond: (of) => whole(of.nanoseconds / 1e6),
  microsecondsOfSecond: (of) => whole(of.nanoseconds / 1e3),
  nanosecondsOfSecond: (of) => BigInt(of.nanoseconds),
};
