import assert from 'node:assert/strict';
import { cleanText } from '../../../server/extract/clean/clean-text.ts';

// [first line, what is left of it, place, country]
const DATELINES: readonly (readonly [string, string, string | undefined, string | undefined])[] = [
  ['OSLO (Reuters) — Norway signed.', 'Norway signed.', 'Oslo', 'NOR'],
  ['LIMA, Peru (AP) -- Police fired.', 'Police fired.', 'LIMA, Peru', 'PER'],
  ['BEIRUT, June 3 (Xinhua) -- Rockets fell.', 'Rockets fell.', 'Beirut', 'LBN'],
  ['NEW DELHI: India agreed.', 'India agreed.', 'New Delhi', 'IND'],
  ['SAN DIEGO - A union sued.', 'A union sued.', 'San Diego', 'USA'],
  ['(CNN) A court ruled.', 'A court ruled.', undefined, undefined],
  ['BAGHDAD/ABU DHABI — Iraq and Oman agreed.', 'Iraq and Oman agreed.', 'Baghdad', undefined],
  ['OSAKA/TOKYO (Sample Wire) - Japan signed.', 'Japan signed.', 'Osaka', 'JPN'],
  ['TEL AVIV AND CAIRO — Israel signed.', 'Israel signed.', 'Tel Aviv', undefined],
  ['ZAMORAVILLE -- A court ruled.', 'A court ruled.', 'Zamoraville', undefined],
];

const NO_DATELINES = [
  'Canada — which left the pact — objected.',
  'U.S. - Mexico talks began.',
  'NATO/EU — two bodies that differ.',
  'The plan: more troops.',
  'President Duarte - in a speech - resigned.',
  'Peru: a country of mountains.',
];

const CUT: readonly (readonly [string, string])[] = [
  ['(c)2019 the Morning Courier', 'copyright'],
  ['Copyright 2019 Morning Courier. All rights reserved.', 'copyright'],
  ['Distributed by Some Content Agency, LLC.', 'credit'],
  ['Courier wire services contributed to this report.', 'credit'],
  ['(Reporting by A. Writer; Editing by B. Writer)', 'credit'],
  ['Photo: A. Writer / Courier', 'credit'],
  ['No votes yet.', 'rating'],
  ['Please wait...', 'rating'],
  ['Subscribe to our newsletter for daily updates', 'subscription'],
  ['Sign up for free alerts', 'subscription'],
  ['This site uses cookies to improve your experience.', 'cookies'],
  ['Accept all', 'cookies'],
  ['Read more: Ten charts that explain the vote', 'link'],
  ['Related articles', 'link'],
  ['ADVERTISEMENT', 'link'],
  ['Follow us on Twitter', 'link'],
  ['Facebook Twitter WhatsApp', 'link'],
  ['https://example.org/story', 'link'],
  ['Published on 3 May 2019 at 10:00', 'stamp'],
  ['By Anna Writer and Ben Author', 'byline'],
  ['This article was originally published by the Courier.', 'licence'],
];

const KEPT = [
  'Visit by the Peruvian president ends in a row over fishing.',
  'The newspaper said copyright law would change next year, and the minister agreed with it.',
  'Share prices fell after the government of Chile announced the tax.',
  'By Friday the rebels had taken the town.',
  'Read by millions, the paper criticised the prime minister.',
  'Print workers in Lyon went on strike on Monday.',
  'Watch towers were built along the border with Belarus.',
];

describe('clean text', () => {
  for (const [line, rest, place, country] of DATELINES)
    it(`parts the dateline of “${line}”`, () => {
      const clean = cleanText(line);
      assert.equal(clean.text.trim(), rest);
      assert.equal(clean.text.length, line.length);
      assert.equal(clean.dateline?.place, place);
      assert.equal(clean.dateline?.country, country);
      assert.equal(clean.cut[0]?.reason, 'dateline');
    });

  for (const line of NO_DATELINES)
    it(`sees no dateline in “${line}”`, () => {
      assert.deepEqual(cleanText(line), { text: line, cut: [] });
    });

  const paragraph = 'The government of Ghana signed the pact with its neighbours on Monday after long talks.';
  for (const [line, reason] of CUT)
    it(`cuts “${line}” as ${reason}`, () => {
      const text = `${paragraph}\n${paragraph}\n\n${line}\n`;
      const { cut, text: clean } = cleanText(text);
      assert.deepEqual(
        cut.map((range) => [text.slice(range.start, range.end), range.reason]),
        [[line, reason]],
      );
      assert.equal(clean.length, text.length);
      assert.ok(clean.startsWith(`${paragraph}\n${paragraph}`));
    });

  for (const line of KEPT)
    it(`keeps “${line}”`, () => {
      const text = `${paragraph}\n${line}\n`;
      assert.equal(cleanText(text).text, text);
    });

  it('leaves every offset where it was', () => {
    const text = 'OSLO (Reuters) — Norway signed.\r\n\r\nRead more\r\nSweden did not.\r\n';
    const { text: clean } = cleanText(text);
    assert.equal(clean.indexOf('Norway'), text.indexOf('Norway'));
    assert.equal(clean.indexOf('Sweden'), text.indexOf('Sweden'));
  });

  it('takes odd text as it is', () => {
    for (const text of ['', '\n\n', '\u0000', '\ud800', 'x'.repeat(10_000)])
      assert.equal(cleanText(text).text.length, text.length);
  });

  it('reads a long text in time that grows with its length', () => {
    const text = `${paragraph} `.repeat(20_000);
    assert.equal(cleanText(text).text.length, text.length);
  });
});
