import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Parse } from '../../server/language/document.ts';
import { loadParser } from '../../server/language/load-parser.ts';

const parser = loadParser();
const words = (text: string): readonly string[] => parser.parse(text).tokens.map((token) => token.text);

/** What holds of the parse of any text. */
function checkParse(parse: Parse): void {
  let end = 0;
  for (const [i, token] of parse.tokens.entries()) {
    assert.equal(parse.text.slice(token.start, token.end), token.text);
    assert.ok(token.text.length > 0);
    assert.ok(token.start === end || (token.start === end + 1 && parse.text[end] === ' '), `gap before token ${i}`);
    assert.ok(token.head >= 0 && token.head < parse.tokens.length);
    assert.ok(token.tag !== '' && token.pos !== '' && token.dep !== '' && typeof token.lemma === 'string');
    let head = i;
    for (let steps = 0; parse.tokens[head]!.head !== head; steps++) {
      assert.ok(steps <= parse.tokens.length, `token ${i} hangs in a circle`);
      head = parse.tokens[head]!.head;
    }
    end = token.end;
  }
  assert.equal(parse.text.slice(end).replace(/^ /, ''), '');
  if (parse.tokens.length > 0) assert.equal(parse.tokens[0]!.sentenceStart, true);
  let free = 0;
  for (const { start, end: after, label } of parse.entities) {
    assert.ok(start >= free && after > start && after <= parse.tokens.length && label !== '');
    assert.ok(parse.tokens.slice(start + 1, after).every((token) => !token.sentenceStart));
    free = after;
  }
}

const fragment = fc.oneof(
  fc.constantFrom(
    ' ',
    '  ',
    '\n',
    '\t',
    '\u00a0',
    '\u200b',
    '\u2028',
    '\ufeff',
    '\0',
    '\ud83d',
    '\ude00',
    '👍🏽',
    '’s',
    "n't",
  ),
  fc.constantFrom(
    'the',
    'Moscow',
    'U.S.',
    'said',
    'vetoed',
    'http://a.b/c?d',
    '$3.5m',
    '(',
    ')',
    '"',
    '...',
    '—',
    'İ',
    '中文',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

describe('parsing any text', () => {
  it('gives no tokens for the empty text', () => {
    assert.deepEqual(parser.parse(''), { text: '', tokens: [], entities: [] });
  });

  it('keeps white space as tokens of its own, single spaces between words aside', () => {
    assert.deepEqual(words(' '), [' ']);
    assert.deepEqual(words('a b  c\n\n'), ['a', 'b', ' ', 'c', '\n\n']);
    assert.ok(parser.parse(' \n\t ').tokens.every((token) => token.space));
  });

  it('counts offsets in UTF-16 units', () => {
    const { tokens } = parser.parse('😀 Oslo');
    assert.deepEqual(
      tokens.map(({ text, start, end }) => [text, start, end]),
      [
        ['😀', 0, 2],
        ['Oslo', 3, 7],
      ],
    );
  });

  it('covers the text with tokens and makes trees of them, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 40 }), (fragments) => checkParse(parser.parse(fragments.join('')))),
      { numRuns: 150, seed: 20170413 },
    );
  });

  it('reads texts of one endless word and of nothing but marks', () => {
    for (const piece of ['a', ')', '.', 'a.', 'a:', 'a@', '😀', '\n', "x's", '1+', '\ud83d', '\0'])
      checkParse(parser.parse(piece.repeat(1_200)));
  });

  it('reads a text of many stretches', () => {
    const text = 'The envoy flew to Oslo, met the minister and left again before dawn. '.repeat(300).trimEnd();
    const parse = parser.parse(text);
    checkParse(parse);
    assert.equal(parse.tokens.length, 300 * 15);
    assert.equal(parse.tokens.filter((token) => token.sentenceStart).length, 300);
  });
});

describe('a parser used again', () => {
  const first = 'Grace Wanjiru, the Kenyan president, met her Somali counterpart in Djibouti on Friday.';
  const second = 'Nobody expected it; least of all the “Group of Nine”, which wasn’t even there…';

  it('gives the same parse of a text after others', () => {
    const before = parser.parse(first);
    parser.parse(second);
    parser.parse('');
    parser.parse(`${second} ${first} `.repeat(60));
    assert.deepEqual(parser.parse(first), before);
    assert.deepEqual(loadParser().parse(first), before);
  });

  it('does not change a parse it gave before', () => {
    const parse = parser.parse(first);
    const copy = structuredClone(parse);
    parser.parse(second);
    assert.deepEqual(parse, copy);
  });

  it('gives the same parse when more forms were seen than it keeps', () => {
    const before = parser.parse(first);
    const forms = Array.from({ length: 6_000 }, (_, i) =>
      [...String(i)].map((digit) => 'bcdfghjklm'[Number(digit)]).join(''),
    );
    assert.equal(parser.parse(forms.join(' ')).tokens.length, forms.length);
    assert.deepEqual(parser.parse(first), before);
  });

  it('gives the same parses with either kernel', () => {
    const script = loadParser({ kernel: 'js' });
    for (const text of [first, second, `${first} ${second}`.repeat(3)])
      assert.deepEqual(script.parse(text), parser.parse(text));
  });
});
