import type { Day } from '../../../graph-schema/article.ts';

/** Milliseconds of a day; all reckoning is in UTC, so that no time zone can move a date. */
const DAY = 86_400_000;

const pad = (number: number, width = 2): string => String(number).padStart(width, '0');

export const dayOf = (year: number, month: number, day: number): Day => `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

const toTime = (day: Day): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
const fromTime = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** A day so many days later (earlier where negative). */
export const addDays = (day: Day, days: number): Day => fromTime(toTime(day) + days * DAY);

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(toTime(day)).getUTCDay();

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether a calendar has that day. */
export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= lastOfMonth(year, month);

/** First and last day of a stretch, both inclusive. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

export const monthStretch = (year: number, month: number): Stretch => {
  const moved = new Date(Date.UTC(year, month - 1, 1));
  const [y, m] = [moved.getUTCFullYear(), moved.getUTCMonth() + 1];
  return { from: dayOf(y, m, 1), to: dayOf(y, m, lastOfMonth(y, m)) };
};

export const yearStretch = (year: number): Stretch => ({ from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) });

/** Monday to Sunday of the week that a day lies in. */
export const weekStretch = (day: Day): Stretch => {
  const monday = addDays(day, -((weekdayOf(day) + 6) % 7));
  return { from: monday, to: addDays(monday, 6) };
};

/** Whether a string is a day that the calendar has. */
export const isDayText = (text: string | undefined): text is Day => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '');
  return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]));
};
