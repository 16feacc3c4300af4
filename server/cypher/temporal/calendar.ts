/** Proleptic Gregorian calendar, on days since 1970-01-01. Method: H. Hinnant, “chrono-compatible low-level date algorithms”. */

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const nanosecondsPerDay = 86_400_000_000_000;

export function epochDay(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function civil(days: number): Civil {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted + (shifted < 10 ? 3 : -9);
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** 1 for Monday … 7 for Sunday. */
export function dayOfWeek(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

export function ordinalDay(days: number): number {
  return days - epochDay(civil(days).year, 1, 1) + 1;
}

/** ISO week and the year it belongs to. */
export function week(days: number): { readonly weekYear: number; readonly week: number } {
  const thursday = days - dayOfWeek(days) + 4;
  const weekYear = civil(thursday).year;
  return { weekYear, week: Math.floor((thursday - epochDay(weekYear, 1, 1)) / 7) + 1 };
}

/** The Monday of the first ISO week. */
export function firstMonday(weekYear: number): number {
  const fourth = epochDay(weekYear, 1, 4);
  return fourth - dayOfWeek(fourth) + 1;
}

export function weeksInYear(weekYear: number): number {
  return (firstMonday(weekYear + 1) - firstMonday(weekYear)) / 7;
}

export function quarter(month: number): number {
  return Math.floor((month - 1) / 3) + 1;
}

export function dayOfQuarter(days: number): number {
  const { year, month } = civil(days);
  return days - epochDay(year, (quarter(month) - 1) * 3 + 1, 1) + 1;
}

/** Adds months; a day the month does not have becomes its last. */
export function plusMonths(days: number, months: number): number {
  if (months === 0) return days;
  const { year, month, day } = civil(days);
  const total = year * 12 + (month - 1) + months;
  const newYear = Math.floor(total / 12);
  const newMonth = total - newYear * 12 + 1;
  return epochDay(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}
