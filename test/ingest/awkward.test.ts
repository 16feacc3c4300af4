import assert from 'node:assert/strict';
import type { Draft, Found } from '../../server/ingest/draft.ts';
import { canonicalAddress } from '../../server/ingest/fetch/canonical-address.ts';
import { plainMarkdown } from '../../server/ingest/formats/markdown.ts';
import { openDocument } from '../../server/ingest/formats/open-document.ts';
import type { NewTask } from '../../server/ingest/jobs/job-table.ts';
import { openFile } from '../../server/ingest/open-task.ts';
import { toArticle } from '../../server/ingest/to-article.ts';
import { writtenDay } from '../../server/ingest/written-day.ts';
import { docxOf, zipOf } from './seeds.ts';

const NOW = new Date('2020-01-01T00:00:00Z');
const WORDS = 'Russia’s foreign minister met his colleague in Geneva – “a good day”, said Ms Müller of the Swiss side.';
/** Windows-1252: Latin-1 with marks of punctuation of its own. */
const western = (text: string): Buffer =>
  Buffer.from(
    text.replace(/[’–“”]/g, (mark) => ({ '’': '\x92', '–': '\x96', '“': '\x93', '”': '\x94' })[mark]!),
    'latin1',
  );

const opened = async (name: string, bytes: Uint8Array | string): Promise<readonly (Found | NewTask)[]> => {
  const found: (Found | NewTask)[] = [];
  for await (const entry of openFile(name, Buffer.from(bytes), { document: openDocument })) found.push(entry);
  return found;
};
const articleIn = async (name: string, bytes: Uint8Array | string) => {
  const [first] = await opened(name, bytes);
  return (await toArticle(first as Draft, NOW)).article;
};

describe('awkward input', () => {
  for (const [what, name, bytes] of [
    ['a text in Windows-1252', 'a.txt', western(WORDS)],
    [
      'a page that declares UTF-8 and is in Windows-1252',
      'a.html',
      western(`<meta charset=utf-8><article><p>${WORDS}</p></article>`),
    ],
    [
      'a page in what it calls Latin-1',
      'a.html',
      western(`<meta charset="iso-8859-1"><article><p>${WORDS}</p></article>`),
    ],
    [
      'a mail in Windows-1252',
      'a.eml',
      western(`From: a@b.example\r\nSubject: x\r\nContent-Type: text/plain; charset=windows-1252\r\n\r\n${WORDS}\r\n`),
    ],
  ] as const) {
    it(`keeps the quotation marks and dashes of ${what}`, async () =>
      assert.equal((await articleIn(name, bytes)).text.trim(), WORDS));
  }

  it('takes the words out of bodies and headlines that are HTML', async () => {
    const record = {
      title: 'Talks &amp; a deal',
      content: '<p>Lavrov met Kerry.</p><script>alert(1)</script><p>They spoke&nbsp;long.</p>',
    };
    const [json] = (await opened('a.json', JSON.stringify({ articles: [record] }))) as Draft[];
    assert.deepEqual([json!.title, json!.text], ['Talks & a deal', 'Lavrov met Kerry.\n\nThey spoke long.']);
    const [table] = (await opened('a.csv', `text\n"Lavrov met Kerry &#8211; again.\n\nThey spoke."\n`)) as Draft[];
    assert.equal(table!.text, 'Lavrov met Kerry – again.\n\nThey spoke.');
    const [plain] = (await opened(
      'a.json',
      JSON.stringify({ text: 'Profits of AT&T fell < 3 %.\n  Two.' }),
    )) as Draft[];
    assert.equal(plain!.text, 'Profits of AT&T fell < 3 %.\n  Two.');
    const [bomb, next] = await opened('a.json', JSON.stringify([{ text: '<div>'.repeat(5000) }, { text: 'Fine.' }]));
    assert.match((bomb as { error: string }).error, /nested too deep/);
    assert.equal((next as Draft).text, 'Fine.');
  });

  it('reads Markdown without its marks', () => {
    assert.equal(
      plainMarkdown(
        '# Talks\n\n**Lavrov** met [Kerry](https://x.example/a) in _Geneva_.\n\n> He said *no*.\n\n- one\n- two\n\n```js\ncode()\n```\n\n![map](m.png)5 * 3 * 2 and snake_case_name.\n',
      ),
      'Talks\n\nLavrov met Kerry in Geneva.\n\nHe said no.\n\none\ntwo\n\n5 * 3 * 2 and snake_case_name.\n',
    );
  });

  it('takes the title and author of a Word document from its properties', async () => {
    const whole = docxOf(['Lavrov met Kerry in Geneva on 14 September 2013.']);
    const { unzipSync } = await import('fflate');
    const core =
      '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Talks &amp; a deal</dc:title><dc:creator>Jane Doe</dc:creator></cp:coreProperties>';
    const [draft] = (await opened('a.docx', zipOf({ ...unzipSync(whole), 'docProps/core.xml': core }))) as Draft[];
    assert.deepEqual([draft!.title, draft!.author], ['Talks & a deal', 'Jane Doe']);
  });

  it('dates a mail by the day of the one who wrote it', async () => {
    const mail =
      'From: a@b.example\r\nDate: Sun, 15 Sep 2013 00:30:00 +0200\r\nSubject: x\r\n\r\nLavrov met Kerry.\r\n';
    assert.equal((await articleIn('a.eml', mail)).published, '2013-09-15');
  });

  it('understands dates in figures whose order is sure', () => {
    assert.equal(writtenDay('15.09.2013'), '2013-09-15');
    assert.equal(writtenDay('5. 9. 2013 08:00'), '2013-09-05');
    assert.equal(writtenDay('25/04/2017'), '2017-04-25');
    assert.equal(writtenDay('4/25/2017'), '2017-04-25');
    assert.equal(writtenDay('4/12/2017'), undefined);
  });

  it('says that a file in an archive is encrypted, and goes on', async () => {
    const archive = Buffer.from(zipOf({ 'a.txt': 'secret', 'b.txt': 'Lavrov met Kerry.' }));
    // bit 0 of the general purpose flags, in the local header and in the central directory
    archive[archive.indexOf('PK\x03\x04') + 6]! |= 1;
    archive[archive.indexOf('PK\x01\x02') + 8]! |= 1;
    const [first, second] = await opened('a.zip', archive);
    assert.match((first as { error: string }).error, /encrypted.*password/);
    assert.equal((second as NewTask).name, 'a.zip/b.txt');
  });

  it('follows links of a feed from its site, and takes an entry without a link as it is', async () => {
    const feed = `<rss version="2.0"><channel><title>Courier</title><link>https://courier.example/news/</link>
      <item><title><![CDATA[A & B]]></title><link>/2013/deal</link><description>Teaser.</description></item>
      <item><title>No link</title><description><![CDATA[<p>${WORDS} ${WORDS}</p>]]></description></item>
      <item><title>Nothing</title></item></channel></rss>`;
    const [linked, own, nothing] = await opened('feed.xml', feed);
    assert.equal(JSON.parse((linked as NewTask).payload).url, 'https://courier.example/2013/deal');
    assert.match((own as Draft).text, /^Russia’s foreign minister/);
    assert.match((nothing as { error: string }).error, /neither a text nor an address/);
  });

  it('knows an article by its address without what follows a reader around', () => {
    for (const [given, canonical] of [
      ['https://a.example/x?utm_source=rss&id=3&fbclid=9#comments', 'https://a.example/x?id=3'],
      ['https://a.example/x?b=2&a=1', 'https://a.example/x?b=2&a=1'],
      ['https://a.example/app#/story/5', 'https://a.example/app#/story/5'],
      ['mail from a friend', 'mail from a friend'],
    ] as const)
      assert.equal(canonicalAddress(given), canonical);
  });
});
