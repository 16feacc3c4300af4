import type { Day } from '../../graph-schema/article.ts';
import type { When } from '../../graph-schema/claim.ts';
import { byText } from './compact.ts';

/**
 * Days. A report that gives no date of its own tells of something up to three days before. Two datings are of one
 * happening where no full day lies between them (time zones, talks over night), and no happening lasts over ten days:
 * a war's daily raids are many.
 */
const REPORTING_LAG = 3;
const GAP = 1;
const LONGEST = 10;
const DAY = 86_400_000;

export interface Happening<T> {
  readonly when: When;
  readonly items: readonly T[];
  /** Tells the happenings of one bucket apart. */
  readonly anchor: string;
}

interface Dated<T> {
  readonly item: T;
  readonly id: string;
  readonly when: When;
  readonly start: number;
  readonly end: number;
}

const dayNumber = (day: Day): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY);

/** Explicit and relative dates before the date of the report; then the more exact ones. */
const rank = (when: When): number =>
  ['day', 'week', 'month', 'year', 'unknown'].indexOf(when.precision) + (when.dateFrom === 'published' ? 1.5 : 0);

/** The best dating among several: the most exact, among those the most frequent, among those the earliest. */
export const bestWhen = (all: readonly When[]): When => {
  if (all.length === 1) return onlyWhen(all[0]!);
  const best = Math.min(...all.map(rank));
  const counts = new Map<string, { when: When; count: number }>();
  for (const when of all.filter((each) => rank(each) === best)) {
    const key = `${when.occurredFrom ?? ''} ${when.occurredTo ?? ''} ${when.dateFrom ?? ''}`;
    counts.set(key, { when, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [first] = [...counts].sort(([a, x], [b, y]) => y.count - x.count || byText(a, b));
  const when = first?.[1].when ?? { precision: 'unknown' };
  return onlyWhen(when);
};

/** The dating alone, without what else the value holds. */
const onlyWhen = (when: When): When => ({
  precision: when.precision,
  ...(when.occurredFrom && { occurredFrom: when.occurredFrom }),
  ...(when.occurredTo && { occurredTo: when.occurredTo }),
  ...(when.dateFrom && { dateFrom: when.dateFrom }),
});

/**
 * Splits what is said of one class and pair into happenings, the same way in whatever order it was read: exact
 * datings are sorted and cut where the gap is too wide; a month or a year joins the only happening that falls in it
 * and stands alone where there is none or more than one; what has no date stands alone, or joins the only happening
 * where `once` says that the thing can happen only once.
 */
export const happenings = <T>(
  items: readonly T[],
  read: (item: T) => { readonly id: string; readonly when: When },
  options: { readonly once?: boolean } = {},
): readonly Happening<T>[] => {
  if (items.length === 1) return [alone(items[0]!, read(items[0]!).when)];
  const dated = items.map((item) => dating(item, read(item)));
  dated.sort((a, b) => a.start - b.start || a.end - b.end || byText(a.id, b.id));
  const exact = dated.filter(
    ({ when }) => when.occurredFrom && (when.precision === 'day' || when.precision === 'week'),
  );
  const groups = cutAtGaps(exact);
  for (const precision of ['month', 'year'] as const) {
    joinOrStandAlone(
      groups,
      dated.filter(({ when }) => when.occurredFrom && when.precision === precision),
    );
  }
  const undated = dated.filter(({ when }) => !when.occurredFrom || when.precision === 'unknown');
  if (undated.length) {
    if (options.once && groups.length === 1) groups[0]!.push(...undated);
    else groups.push(undated);
  }
  const seen = new Map<string, number>();
  return groups.map((group) => {
    const when = bestWhen(group.map((each) => each.when));
    const name = nameOf(when);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return { when, items: group.map((each) => each.item), anchor: times === 1 ? name : `${name} ${times}` };
  });
};

const nameOf = (when: When): string => (when.occurredFrom ? `${when.precision} ${when.occurredFrom}` : 'undated');

const alone = <T>(item: T, said: When): Happening<T> => {
  const when = bestWhen([said]);
  return { when, items: [item], anchor: nameOf(when) };
};

const dating = <T>(item: T, { id, when }: { id: string; when: When }): Dated<T> => {
  if (!when.occurredFrom) return { item, id, when, start: 0, end: 0 };
  const from = dayNumber(when.occurredFrom);
  const to = when.occurredTo ? dayNumber(when.occurredTo) : from;
  return {
    item,
    id,
    when,
    start: when.dateFrom === 'published' ? from - REPORTING_LAG : from,
    end: Math.max(from, to),
  };
};

const cutAtGaps = <T>(sorted: readonly Dated<T>[]): Dated<T>[][] => {
  const groups: Dated<T>[][] = [];
  let start = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const each of sorted) {
    const near = each.start - end <= GAP && Math.max(end, each.end) - start <= LONGEST;
    if (near) groups.at(-1)!.push(each);
    else {
      groups.push([each]);
      start = each.start;
      end = each.end;
    }
    end = Math.max(end, each.end);
  }
  return groups;
};

const joinOrStandAlone = <T>(groups: Dated<T>[][], vague: readonly Dated<T>[]): void => {
  const known = groups.map((group) => ({ group, at: [...group] }));
  const alone = new Map<string, Dated<T>[]>();
  for (const each of vague) {
    const within = known.filter(({ at }) => at.some((other) => other.start <= each.end && each.start <= other.end));
    if (within.length === 1) {
      within[0]!.group.push(each);
      continue;
    }
    const key = `${each.start} ${each.end}`;
    const same = alone.get(key);
    if (same) same.push(each);
    else alone.set(key, [each]);
  }
  groups.push(...alone.values());
};
