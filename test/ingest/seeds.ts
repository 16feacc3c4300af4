import { strToU8, zipSync } from 'fflate';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A small, whole PDF with one line of text a page. */
export const pdfOf = (lines: readonly string[]): Uint8Array => {
  const objects: string[] = [];
  const kids = lines.map((_, index) => `${3 + index * 2} 0 R`).join(' ');
  objects[1] = '<< /Type /Catalog /Pages 2 0 R >>';
  objects[2] = `<< /Type /Pages /Kids [${kids}] /Count ${lines.length} >>`;
  lines.forEach((line, index) => {
    const page = 3 + index * 2;
    const stream = `BT /F1 12 Tf 72 720 Td (${line.replace(/[()\\]/g, '\\$&')}) Tj ET`;
    objects[page] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 2400 792] /Contents ${page + 1} 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>`;
    objects[page + 1] = `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`;
  });
  let text = '%PDF-1.4\n';
  const offsets: number[] = [];
  objects.forEach((body, number) => {
    if (!body) return;
    offsets[number] = text.length;
    text += `${number} 0 obj\n${body}\nendobj\n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length}\n0000000000 65535 f \n`;
  for (let number = 1; number < objects.length; number++)
    text += `${String(offsets[number]).padStart(10, '0')} 00000 n \n`;
  return utf8(`${text}trailer\n<< /Size ${objects.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
};

/** A small Word document, a paragraph for each text. */
export const docxOf = (paragraphs: readonly string[]): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
    ),
  });

export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? utf8(content) : content]),
    ),
  );

const STORY =
  'Russia vetoed a resolution on Syria on Wednesday. Britain condemned the veto. Tillerson met Lavrov in Moscow.';

/** One whole example of each kind of file, under a name that tells the kind. */
export const SEEDS: Readonly<Record<string, Uint8Array>> = {
  'story.txt': utf8(`Veto at the council\n\nUNITED NATIONS, April 12, 2017 — ${STORY}\n`),
  'story.md': utf8(`---\ntitle: Veto\nsource: Sample Wire\npublished: 2017-04-12\n---\n\n${STORY}\n`),
  'story.html': utf8(
    `<!doctype html><html lang="en"><head><title>Veto - Sample Wire</title><meta property="article:published_time" content="2017-04-12T10:00:00Z"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Veto","datePublished":"2017-04-12"}</script></head><body><nav>Home</nav><article><h1>Veto</h1><p>${STORY}</p><p>${STORY}</p></article></body></html>`,
  ),
  'story.pdf': pdfOf([STORY, 'April 12, 2017']),
  'story.docx': docxOf(['Veto at the council', STORY]),
  'story.json': utf8(
    JSON.stringify({
      articles: [
        { title: 'Veto', content: STORY, publishedAt: '2017-04-12T10:00:00Z', source: { name: 'Sample Wire' } },
      ],
    }),
  ),
  'story.jsonl': utf8(
    `${JSON.stringify({ id: '1', text: STORY, published: '2017-04-12' })}\n${JSON.stringify({ id: '2', text: STORY })}\n`,
  ),
  'story.csv': utf8(
    `id,title,published,text\n1,"Veto, again",2017-04-12,"${STORY}"\n2,Talks,2017-04-13,"Putin met Assad.\nThey spoke."\n`,
  ),
  'story.eml': utf8(
    `From: Desk <desk@wire.example>\r\nTo: all@wire.example\r\nSubject: Veto\r\nDate: Wed, 12 Apr 2017 20:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${STORY}\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>${STORY}</p>\r\n--b--\r\n`,
  ),
  'feed.xml': utf8(
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Sample Wire</title><link>https://wire.example/</link><description>d</description><item><title>Veto</title><link>https://wire.example/a</link><pubDate>Wed, 12 Apr 2017 23:30:00 -0400</pubDate><description>Short.</description></item></channel></rss>`,
  ),
  'atom.xml': utf8(
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Sample Gazette</title><id>u</id><updated>2017-04-12T00:00:00Z</updated><entry><title>Talks</title><id>1</id><link rel="alternate" href="https://gazette.example/b"/><published>2017-04-12T01:00:00Z</published><updated>2017-04-12T01:00:00Z</updated><summary>Short.</summary></entry></feed>`,
  ),
  'feed.json': utf8(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Sample Courier',
      items: [
        {
          id: '1',
          url: 'https://courier.example/c',
          title: 'Truce',
          date_published: '2017-04-12T09:00:00Z',
          content_text: 'Short.',
        },
      ],
    }),
  ),
  'stories.zip': zipOf({ 'a.txt': STORY, 'deep/b.html': `<article><p>${STORY}</p><p>${STORY}</p></article>` }),
};
