import assert from 'node:assert/strict';
import type { Claim } from '../../../graph-schema/claim.ts';
import { edgePasses } from '../../../web/data/edge-passes.ts';
import { lastDay, monthsToDraw } from '../../../web/data/months.ts';
import { arrange, type Column, csvOf } from '../../../web/views/data-table.ts';
import { addressOfSentence, markQuote } from '../../../web/views/mark-quote.ts';
import { placeMarks } from '../../../web/views/place-marks.ts';
import { counted, signed, whenName } from '../../../web/words.ts';

const QUOTE = 'Moscow would go on backing the Syrian president, Lena Novak said.';
const claim = {
  source: 'r',
  target: 'a',
  speaker: 'n',
  quote: QUOTE,
  start: 100,
  end: 100 + QUOTE.length,
  trigger: { start: 100 + QUOTE.indexOf('backing'), end: 100 + QUOTE.indexOf('backing') + 7 },
} as unknown as Claim;

describe('a quotation', () => {
  it('is marked where the article names its ends, also by a description', () => {
    const at = (words: string) =>
      [100 + QUOTE.indexOf(words), 100 + QUOTE.indexOf(words) + words.length] as [number, number];
    const entity = (id: string, words: string) => ({
      id,
      name: id,
      kind: 'person' as const,
      aliases: [],
      mentions: [[0, 5] as [number, number], at(words)],
    });
    const parts = markQuote(claim, { source: 'Russia', target: 'Assad', speaker: 'Lena Novak' }, [
      entity('r', 'Moscow'),
      entity('a', 'the Syrian president'),
    ]);
    assert.deepEqual(
      parts.filter((part) => part.mark).map((part) => [part.text, part.mark]),
      [
        ['Moscow', 'name'],
        ['backing', 'trigger'],
        ['the Syrian president', 'name'],
        ['Lena Novak', 'speaker'],
      ],
    );
    assert.equal(parts.map((part) => part.text).join(''), QUOTE);
  });

  it('is whole also where nothing fits', () => {
    const odd = { ...claim, trigger: { start: 0, end: 5 } };
    assert.deepEqual(markQuote(odd, { source: 'X', target: 'Y' }), [{ text: QUOTE }]);
  });

  it('has an address of its own in the article', () => {
    assert.equal(
      addressOfSentence('https://a.example/b#c', 'It said so - twice.'),
      'https://a.example/b#:~:text=It%20said%20so%20%2D%20twice.',
    );
    const long = Array.from({ length: 30 }, (_, i) => `w${i}`).join(' ');
    assert.equal(
      addressOfSentence('https://a.example/', long),
      'https://a.example/#:~:text=w0%20w1%20w2%20w3%20w4,w25%20w26%20w27%20w28%20w29',
    );
  });
});

describe('a table', () => {
  interface Row {
    readonly name: string;
    readonly count: number;
  }
  const columns: Column<Row>[] = [
    { key: 'name', title: 'Name', value: (row) => row.name },
    { key: 'count', title: 'Count', value: (row) => row.count, numeric: true },
  ];
  const rows = [
    { name: 'b', count: 2 },
    { name: 'a', count: 10 },
    { name: 'c', count: 2 },
  ];

  it('sorts numbers as numbers, keeps equal rows in their order, and finds by every word', () => {
    assert.deepEqual(
      arrange(rows, columns, { sort: 'count', descending: false, find: '' }).map((row) => row.name),
      ['b', 'c', 'a'],
    );
    assert.deepEqual(
      arrange(rows, columns, { sort: 'name', descending: true, find: '' }).map((row) => row.name),
      ['c', 'b', 'a'],
    );
    assert.deepEqual(
      arrange(rows, columns, { descending: false, find: 'A 10' }).map((row) => row.name),
      ['a'],
    );
  });

  it('writes CSV that a spreadsheet reads and does not execute', () => {
    assert.equal(
      csvOf(
        [
          { name: '=1+1', count: -2 },
          { name: 'a "b", c', count: 1 },
        ],
        columns,
      ),
      'Name,Count\r\n\'=1+1,-2\r\n"a ""b"", c",1\r\n',
    );
  });
});

describe('time', () => {
  it('fills the gaps between months, and does not let one war of long ago flatten the rest', () => {
    const month = (name: string, count: number) => ({ month: name, cooperation: count, conflict: 0, goldstein: 1 });
    const { months, earlier } = monthsToDraw([month('2017-03', 60), month('1999-03', 1), month('2017-01', 60)]);
    assert.deepEqual(
      months.map((one) => [one.month, one.cooperation]),
      [
        ['2017-01', 60],
        ['2017-02', 0],
        ['2017-03', 60],
      ],
    );
    assert.equal(earlier, 1);
    assert.equal(lastDay('2016-02'), '2016-02-29');
  });

  it('is told no more exactly than it is known', () => {
    assert.equal(whenName({ occurredFrom: '2017-04-12', occurredTo: '2017-04-12', precision: 'day' }), '12 Apr 2017');
    assert.equal(
      whenName({ occurredFrom: '2017-04-03', occurredTo: '2017-04-09', precision: 'week' }),
      'week of 3 Apr 2017',
    );
    assert.equal(whenName({ occurredFrom: '2017-04-01', occurredTo: '2017-04-30', precision: 'month' }), 'Apr 2017');
    assert.equal(whenName({ occurredFrom: '2014-01-01', occurredTo: '2014-12-31', precision: 'year' }), '2014');
    assert.equal(whenName({ precision: 'unknown' }), 'date unknown');
    assert.deepEqual(
      [counted(1, 'claim'), counted(1400, 'claim'), signed(-3.44), signed(0)],
      ['1 claim', '1,400 claims', '−3.4', '0'],
    );
  });

  it('gives no two marks on one axis the same room', () => {
    const placed = placeMarks(
      [
        { x: 50, width: 120 },
        { x: 60, width: 120 },
        { x: 190, width: 60 },
        { x: 195, width: 300 },
      ],
      240,
      2,
    );
    assert.deepEqual(
      placed.map(({ mark, lane, anchor }) => [mark.x, lane, anchor]),
      [
        [50, 0, 'start'],
        [60, 1, 'start'],
      ],
    );
  });

  it('decides by the edge whether it passes a filter', () => {
    const edge = {
      type: 'BACKS',
      quad: 'verbal-cooperation',
      polarity: 'affirmed',
      modality: 'fact',
      confidence: 0.8,
      outlets: ['A'],
      occurredFrom: '2017-04-12',
      occurredTo: '2017-04-12',
      precision: 'day',
      firstReported: '2018-01-01',
      lastReported: '2018-01-01',
    } as never;
    assert.equal(edgePasses(edge, {}), true);
    assert.equal(edgePasses(edge, { since: '2017-04-12', until: '2017-04-12' }), true);
    assert.equal(edgePasses(edge, { since: '2017-04-13' }), false);
    assert.equal(edgePasses(edge, { since: '2017-04-13', clock: 'reported' }), true);
    assert.equal(edgePasses(edge, { polarities: ['denied'] }), false);
    assert.equal(edgePasses(edge, { outlets: ['B'] }), false);
    assert.equal(edgePasses(edge, { confidence: 0.9 }), false);
  });
});
