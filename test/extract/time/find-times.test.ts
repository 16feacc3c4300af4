import assert from 'node:assert/strict';
import { timesOf } from '../../../server/extract/time/find-times.ts';
import { loadParser } from '../../../server/language/load-parser.ts';

// all read from an article of Thursday, 13 April 2017: [sentence, expression, from, to, precision, dateFrom]
const TIMES: readonly (readonly [string, string, string, string, string, string])[] = [
  ['Peru voted yesterday.', 'yesterday', '2017-04-12', '2017-04-12', 'day', 'relative'],
  ['They signed it today.', 'today', '2017-04-13', '2017-04-13', 'day', 'relative'],
  ['Police raided the house last night.', 'last night', '2017-04-12', '2017-04-12', 'day', 'relative'],
  ['He will leave tomorrow.', 'tomorrow', '2017-04-14', '2017-04-14', 'day', 'relative'],
  ['The envoy arrived on Monday.', 'Monday', '2017-04-10', '2017-04-10', 'day', 'relative'],
  ['The envoy will arrive on Monday.', 'Monday', '2017-04-17', '2017-04-17', 'day', 'relative'],
  ['A vote is planned for Tuesday.', 'Tuesday', '2017-04-18', '2017-04-18', 'day', 'relative'],
  ['The camp burned last Friday.', 'last Friday', '2017-04-07', '2017-04-07', 'day', 'relative'],
  ['Talks stalled last week.', 'last week', '2017-04-03', '2017-04-09', 'week', 'relative'],
  ['Talks resume next week.', 'next week', '2017-04-17', '2017-04-23', 'week', 'relative'],
  ['The strike began earlier this month.', 'earlier this month', '2017-04-01', '2017-04-13', 'month', 'relative'],
  ['The port reopens next month.', 'next month', '2017-05-01', '2017-05-31', 'month', 'relative'],
  ['Exports fell last year.', 'last year', '2016-01-01', '2016-12-31', 'year', 'relative'],
  ['She resigned two days ago.', 'two days ago', '2017-04-11', '2017-04-11', 'day', 'relative'],
  ['They fled three weeks ago.', 'three weeks ago', '2017-03-20', '2017-03-26', 'week', 'relative'],
  ['The coup came ten years ago.', 'ten years ago', '2007-01-01', '2007-12-31', 'year', 'relative'],
  ['The ship sank in 2003.', '2003', '2003-01-01', '2003-12-31', 'year', 'explicit'],
  ['It has ruled since 2011.', '2011', '2011-01-01', '', 'year', 'explicit'],
  ['It ruled until 1989.', '1989', '', '1989-12-31', 'year', 'explicit'],
  ['The treaty was signed on March 4, 2015.', 'March 4, 2015', '2015-03-04', '2015-03-04', 'day', 'explicit'],
  ['The treaty was signed on 4 March 2015.', '4 March 2015', '2015-03-04', '2015-03-04', 'day', 'explicit'],
  ['Troops withdrew on April 3.', 'April 3', '2017-04-03', '2017-04-03', 'day', 'relative'],
  ['Troops withdrew on December 3.', 'December 3', '2016-12-03', '2016-12-03', 'day', 'relative'],
  ['Troops will withdraw on January 5.', 'January 5', '2018-01-05', '2018-01-05', 'day', 'relative'],
  ['The law passed in June 2014.', 'June 2014', '2014-06-01', '2014-06-30', 'month', 'explicit'],
  ['The law passed in February.', 'February', '2017-02-01', '2017-02-28', 'month', 'relative'],
  ['The law passed in November.', 'November', '2016-11-01', '2016-11-30', 'month', 'relative'],
  ['He spoke just hours after the raid.', 'just hours after', '2017-04-13', '2017-04-13', 'day', 'relative'],
  ['The 2016 campaign was long.', '2016', '2016-01-01', '2016-12-31', 'year', 'explicit'],
  ['They were rivals in the 1990s.', 'the 1990s', '1990-01-01', '1999-12-31', 'year', 'explicit'],
  ['He governed from 2003 to 2007.', '2003 to 2007', '2003-01-01', '2007-12-31', 'year', 'explicit'],
  ['The talks broke down on 2015-06-30.', '2015-06-30', '2015-06-30', '2015-06-30', 'day', 'explicit'],
  ['They met over the past two weeks.', 'over the past two weeks', '2017-03-27', '2017-04-13', 'week', 'relative'],
  ['Protests spread last weekend.', 'last weekend', '2017-04-08', '2017-04-09', 'week', 'relative'],
];

const NO_TIMES = [
  'More than 2000 people left.',
  'She may go.',
  'They march for peace.',
  'He paid $1900.',
  'The second round was short.',
  'Some 1,500 soldiers stayed.',
];

describe('date expressions', () => {
  const parser = loadParser();
  const find = (text: string, published?: string) => {
    const parse = parser.parse(text);
    return timesOf(parse, published).map(({ start, end, when }) => ({
      text: text.slice(parse.tokens[start]!.start, parse.tokens[end - 1]!.end),
      when,
    }));
  };

  for (const [text, expression, from, to, precision, dateFrom] of TIMES)
    it(`“${expression}” in “${text}” is ${from || '…'} to ${to || '…'}`, () => {
      const [found] = find(text, '2017-04-13');
      assert.equal(found?.text, expression);
      assert.deepEqual(found?.when, {
        ...(from ? { occurredFrom: from } : {}),
        ...(to ? { occurredTo: to } : {}),
        precision,
        dateFrom,
      });
    });

  for (const text of NO_TIMES)
    it(`there is none in “${text}”`, () => {
      assert.deepEqual(find(text, '2017-04-13'), []);
    });

  it('leaves relative ones out where the article has no date', () => {
    assert.deepEqual(find('They met yesterday and last week.'), []);
    assert.equal(find('They met in 1999.').length, 1);
  });

  it('crosses years and leap days', () => {
    assert.equal(find('It fell yesterday.', '2016-03-01')[0]?.when.occurredFrom, '2016-02-29');
    assert.equal(find('It fell last month.', '2016-01-09')[0]?.when.occurredFrom, '2015-12-01');
  });

  it('takes no day that the calendar has not', () => {
    for (const { when } of find('It was due on February 30, 2015.', '2017-04-13'))
      assert.notEqual(when.precision, 'day');
  });
});
