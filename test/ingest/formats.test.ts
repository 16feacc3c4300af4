import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { datelineDay } from '../../server/ingest/dateline.ts';
import type { Draft, Found } from '../../server/ingest/draft.ts';
import { openDocument } from '../../server/ingest/formats/open-document.ts';
import type { NewTask } from '../../server/ingest/jobs/job-table.ts';
import { openFile } from '../../server/ingest/open-task.ts';
import { toArticle } from '../../server/ingest/to-article.ts';
import { writtenDay } from '../../server/ingest/written-day.ts';
import { docxOf, pdfOf, SEEDS, zipOf } from './seeds.ts';

const opened = async (name: string, bytes: Uint8Array): Promise<readonly (Found | NewTask)[]> => {
  const found: (Found | NewTask)[] = [];
  for await (const entry of openFile(name, bytes, { document: openDocument })) found.push(entry);
  return found;
};
const one = async (name: string, bytes: Uint8Array = SEEDS[name]!): Promise<Draft> => {
  const [first, ...rest] = await opened(name, bytes);
  assert.equal(rest.length, 0);
  return first as Draft;
};
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const NOW = new Date('2020-01-01T00:00:00Z');

describe('what comes in', () => {
  for (const name of ['story.txt', 'story.md', 'story.html', 'story.pdf', 'story.docx', 'story.json', 'story.eml'])
    it(`${name} gives its article with the words in order`, async () => {
      const draft = await one(name);
      assert.match(draft.text, /Russia vetoed a resolution on Syria on Wednesday\..*Tillerson met Lavrov in Moscow\./s);
    });
  for (const name of ['story.txt', 'story.md', 'story.html', 'story.pdf', 'story.json', 'story.eml'])
    it(`${name} gives its publication date`, async () => assert.equal((await one(name)).published, '2017-04-12'));

  it('takes the same file for what it is, whatever it is called', async () => {
    for (const name of ['story.pdf', 'story.html', 'story.eml', 'story.json', 'stories.zip', 'feed.xml'])
      assert.deepEqual(
        (await opened('download', SEEDS[name]!)).length,
        (await opened(name, SEEDS[name]!)).length,
        name,
      );
  });

  it('gives every line of JSON lines and every row of a table, a broken one as an error with its place', async () => {
    const lines = await opened(
      'news.jsonl',
      text(
        '{"id":"1","text":"Putin met Assad."}\n{"id":"2","text":"half\n\n[1]\n{"id":"5","text":"Iran backs Syria."}',
      ),
    );
    assert.deepEqual(
      lines.map((line) => ('error' in line ? `${line.name}: ${line.error.split(/[.:]/)[0]}` : (line as Draft).id)),
      ['1', 'news.jsonl, line 2: The line is not valid JSON', 'news.jsonl, line 4: This is no article', '5'],
    );
    const rows = await opened('story.csv', SEEDS['story.csv']!);
    assert.deepEqual(
      rows.map((row) => (row as Draft).title),
      ['Veto, again', 'Talks'],
    );
    assert.equal((rows[1] as Draft).text, 'Putin met Assad.\nThey spoke.');
  });

  it('reads news exports: addresses where the text is cut off or missing', async () => {
    const [cutOff, gdelt] = (await opened(
      'export.json',
      text(
        JSON.stringify([
          {
            source: { id: null, name: 'Sample Wire' },
            title: 'Veto',
            url: 'https://wire.example/v',
            publishedAt: '2017-04-12T10:00:00Z',
            content: 'Russia vetoed… [+2041 chars]',
          },
          { url: 'https://gazette.example/g', title: 'Talks', seendate: '20170412T233000Z', domain: 'gazette.example' },
        ]),
      ),
    )) as NewTask[];
    assert.deepEqual(JSON.parse(cutOff!.payload), {
      url: 'https://wire.example/v',
      hints: { title: 'Veto', published: '2017-04-12', source: 'Sample Wire' },
    });
    assert.equal(JSON.parse(gdelt!.payload).hints.published, '2017-04-12');
  });

  for (const [name, url, outlet] of [
    ['feed.xml', 'https://wire.example/a', 'Sample Wire'],
    ['atom.xml', 'https://gazette.example/b', 'Sample Gazette'],
    ['feed.json', 'https://courier.example/c', 'Sample Courier'],
  ] as const)
    it(`${name} gives its entries as addresses, with the day as it is written`, async () => {
      const [entry] = (await opened(name, SEEDS[name]!)) as NewTask[];
      const { hints, ...rest } = JSON.parse(entry!.payload);
      assert.deepEqual(rest, { url });
      assert.equal(hints.published, '2017-04-12');
      assert.equal(hints.source, outlet);
    });

  it('opens archives file by file, names what it leaves out, and opens no archive in an archive in an archive', async () => {
    const inner = zipOf({ 'c.txt': 'words' });
    const found = await opened(
      'news.zip',
      zipOf({ 'a.txt': 'words', 'b.exe': 'MZ', '__MACOSX/._a.txt': 'x', 'inner.zip': inner }),
    );
    assert.deepEqual(
      found.map((entry) => entry.name),
      ['news.zip/a.txt', 'news.zip/b.exe', 'news.zip/inner.zip'],
    );
    assert.match((found[1] as { error: string }).error, /not read/);
    const deep = async () => {
      for await (const _ of openFile('x.zip', inner, { document: openDocument }, {}, 2));
    };
    await assert.rejects(deep, /archive in an archive/);
  });
});

describe('what is no article', () => {
  const cases: readonly [string, string, Uint8Array, RegExp][] = [
    ['an empty file', 'a.txt', text(''), /is empty/],
    ['white space', 'a.txt', text(' \n\t\n '), /is empty/],
    ['figures only', 'a.txt', text('12 34 56'), /not one letter/],
    ['binary data', 'a.txt', new Uint8Array(4096).map((_, i) => (i * 7919) % 256), /binary data/],
    ['20 MB of text', 'a.txt', text('word '.repeat(4_200_000)), /21 MB.*Cut it up/],
    [
      'a page without words',
      'a.html',
      text('<html><body><script>draw()</script></body></html>'),
      /no article in the page/,
    ],
    ['a PDF that lies', 'a.pdf', text('%PDF-1.7\nnothing of it is true'), /PDF is broken/],
    ['a PDF of pictures', 'a.pdf', pdfOf(['']), /no text, only pictures/],
    ['a Word document that is none', 'a.docx', text('PK\u0003\u0004 not really'), /broken/],
    ['a Word document without words', 'a.docx', docxOf([]), /holds no text/],
    ['a compressed file', 'a.txt', gzipSync('words'.repeat(1000)), /binary data/],
  ];
  for (const [what, name, bytes, message] of cases)
    it(`${what} is refused with what is wrong and what to do`, async () => {
      await assert.rejects(
        async () => {
          for await (const found of openFile(name, bytes, { document: openDocument }))
            await toArticle(found as Draft, NOW);
        },
        { name: 'UnreadError', message },
      );
    });

  it('half a JSON document is named as such', async () => {
    const [found] = await opened('a.json', text('{"articles": [{"text": "half'));
    assert.match((found as { error: string }).error, /not valid JSON/);
  });

  it('a bomb is refused in bounded time and memory', async () => {
    const zeros = zipOf({ 'bomb.txt': new Uint8Array(30 * 1024 * 1024) });
    const [entry] = await opened('bomb.zip', zeros);
    assert.match((entry as { error: string }).error, /two hundred times/);
    await assert.rejects(openDocument('deep.html', text(`<html>${'<div>'.repeat(200_000)}words`)), /nested too deep/);
    await assert.rejects(openDocument('wide.html', text(`<html>${'<b>x</b>'.repeat(200_000)}`)), /too many elements/);
    const inflated = docxOf(['a'.repeat(70_000_000)]);
    await assert.rejects(openDocument('bomb.docx', inflated), /refused/);
  });
});

describe('a text on its way in', () => {
  const clean = async (words: string) => (await toArticle({ name: 'x', text: words }, NOW)).article.text;
  it('loses NULs, control characters and byte order marks, and keeps what is written from right to left', async () => {
    assert.equal(
      await clean('\ufeffPutin\u0000 met\u0007 Assad.\r\nThey \u202bspoke\u202c.\r'),
      'Putin met Assad.\nThey \u202bspoke\u202c.\n',
    );
  });
  it('gets its lone surrogates replaced, and keeps whole pairs', async () => {
    assert.equal(await clean('Putin \ud800 met \udc00 Assad \u{1f54a}.'), 'Putin \ufffd met \ufffd Assad \u{1f54a}.');
  });
  it('is read in the encoding it is in', async () => {
    const latin = Uint8Array.from(
      [...'The caf\xe9 in M\xfcnchen was closed on the day of the talks.'].map((c) => c.charCodeAt(0)),
    );
    assert.match((await one('a.txt', latin)).text, /café in München/);
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from([...'Putin met Assad.'].map((c) => c.charCodeAt(0))).buffer),
    ]);
    assert.equal((await one('b.txt', wide)).text, 'Putin met Assad.');
  });
  it('has no publication date unless someone gave one, and no impossible one', async () => {
    for (const [published, kept, note] of [
      [undefined, undefined, /No publication date/],
      ['2017-02-30', undefined, /no possible day/],
      ['2999-01-01', undefined, /no possible day/],
      ['2017-04-12', '2017-04-12', undefined],
    ] as const) {
      const { article, notes } = await toArticle(
        { name: 'x', text: 'Putin met Assad.', ...(published ? { published } : {}) },
        NOW,
      );
      assert.equal(article.published, kept);
      if (note) assert.match(notes.join(), note);
      else assert.deepEqual(notes, []);
    }
  });
});

describe('a written date', () => {
  for (const [written, day] of [
    ['2017-04-12T23:30:00-04:00', '2017-04-12'],
    ['Wed, 12 Apr 2017 23:30:00 -0400', '2017-04-12'],
    ['20170412T033000Z', '2017-04-12'],
    ['April 12, 2017', '2017-04-12'],
    ['12th Sept. 2017', '2017-09-12'],
    ['2017/4/2', '2017-04-02'],
    ['4/12/2017', undefined],
    ['2017-13-01', undefined],
    ['yesterday', undefined],
  ] as const)
    it(`${written} is ${day ?? 'none'}`, () => assert.equal(writtenDay(written), day));

  it('is the article’s own at its head only', () => {
    assert.equal(datelineDay('Veto again\n\nPublished April 12, 2017, 5:40 p.m.\n\nRussia vetoed it.'), '2017-04-12');
    assert.equal(datelineDay('MOSCOW, April 12, 2017 — Putin met Tillerson.'), '2017-04-12');
    assert.equal(datelineDay('WASHINGTON, 7 April 2018 (Sample Wire) - Sanctions.'), '2018-04-07');
    assert.equal(datelineDay('The agreement of April 12, 2017, was signed by both.'), undefined);
  });
});
