import assert from 'node:assert/strict';
import type { When } from '../../graph-schema/claim.ts';
import { happenings } from '../../server/draw/happenings.ts';

const day = (at: string, dateFrom: When['dateFrom'] = 'explicit'): When => ({
  occurredFrom: at,
  occurredTo: at,
  precision: 'day',
  ...(dateFrom && { dateFrom }),
});
const span = (from: string, to: string, precision: When['precision']): When => ({
  occurredFrom: from,
  occurredTo: to,
  precision,
  dateFrom: 'explicit',
});
const UNKNOWN: When = { precision: 'unknown' };

/** The happenings of dated items, each as the letters of its items. */
const split = (items: Readonly<Record<string, When>>, options = {}) =>
  happenings(Object.entries(items), ([id, when]) => ({ id, when }), options).map(({ items: part }) =>
    part
      .map(([id]) => id)
      .sort()
      .join(''),
  );

describe('happenings', () => {
  it('joins reports of one day and of the next, and parts what lies further apart', () => {
    assert.deepEqual(
      split({ a: day('2017-04-12'), b: day('2017-04-12'), c: day('2017-04-13'), d: day('2017-04-20') }),
      ['abc', 'd'],
    );
  });

  it('takes a report without a date of its own for one of the last three days', () => {
    assert.deepEqual(split({ a: day('2017-04-12'), b: day('2017-04-15', 'published') }), ['ab']);
    assert.deepEqual(split({ a: day('2017-04-12'), b: day('2017-04-19', 'published') }), ['a', 'b']);
  });

  it('does not make one happening of a war that is told of every day', () => {
    const days = Array.from({ length: 30 }, (_, at) => `2017-04-${String(at + 1).padStart(2, '0')}`);
    const parts = split(Object.fromEntries(days.map((each, at) => [String.fromCharCode(97 + at), day(each)])));
    assert.equal(parts.length, 3);
  });

  it('lets a month join the only happening in it, and stand alone where there are two or none', () => {
    const april = span('2017-04-01', '2017-04-30', 'month');
    assert.deepEqual(split({ a: day('2017-04-12'), m: april }), ['am']);
    assert.deepEqual(split({ a: day('2017-04-03'), b: day('2017-04-20'), m: april }), ['a', 'b', 'm']);
    assert.deepEqual(split({ a: day('2017-06-12'), m: april }), ['a', 'm']);
  });

  it('keeps what has no date apart, but for what can happen only once', () => {
    assert.deepEqual(split({ a: day('2017-04-12'), u: UNKNOWN }), ['a', 'u']);
    assert.deepEqual(split({ a: day('2017-04-12'), u: UNKNOWN }, { once: true }), ['au']);
    assert.deepEqual(split({ a: day('2017-04-12'), b: day('2017-05-12'), u: UNKNOWN }, { once: true }), [
      'a',
      'b',
      'u',
    ]);
  });

  it('dates a happening by the most exact and most frequent of its datings', () => {
    const items = [
      day('2017-04-15', 'published'),
      day('2017-04-12', 'relative'),
      span('2017-04-01', '2017-04-30', 'month'),
    ];
    const [only] = happenings(items, (when) => ({ id: JSON.stringify(when), when }));
    assert.deepEqual(only?.when, day('2017-04-12', 'relative'));
  });
});
