import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { describePage } from './shared.ts';

/** Of our own writing. */
const ARTICLE = `PARIS — The foreign minister of Germany met the foreign minister of Italy in Paris on Monday. Germany condemned Belarus. Italy backs Germany, officials said.`;

describePage('articles', ({ open }) => {
  it('lists articles and finds by title', async () => {
    const page = await open('?page=articles');
    await page.waitForSelector('.articles li');
    assert.ok((await page.locator('.articles li').count()) >= 10);
    await page.fill('[aria-label="Find articles"]', 'Crimea');
    await page.waitForFunction(() => document.querySelectorAll('.articles li').length === 1);
    await page.click('.articles a');
    await page.waitForSelector('.one-article h2:has-text("Sanctions over Crimea")');
    await page.click('text=← All articles');
    await page.waitForSelector('form.add');
  });

  it('shows what a pasted article says before it is stored, and drops it', async function () {
    this.timeout(60_000);
    const page = await open('?page=articles');
    page.setDefaultTimeout(40_000);
    await page.fill('form.add textarea', ARTICLE);
    await page.fill('form.add input[type=date]', '2018-03-06');
    await page.click('text=See what it says');
    await page.waitForSelector('.preview .article-text');
    assert.match((await page.textContent('.preview')) ?? '', /Nothing is stored yet/);
    assert.ok((await page.locator('.preview .article-text u').count()) >= 3);
    assert.ok((await page.locator('.preview .found-claims li').count()) >= 1);
    await page.click('[data-do=drop]');
    await page.waitForSelector('form.add');
    const kept = await page.request.get(new URL('/api/search?q=Belarus', page.url()).href);
    assert.deepEqual(((await kept.json()) as { items: unknown[] }).items, []);
  });

  it('takes an accepted article into the graph, and deletes it again', async function () {
    this.timeout(60_000);
    const page = await open('?page=articles');
    page.setDefaultTimeout(40_000);
    await page.fill('form.add textarea', ARTICLE);
    await page.fill('form.add input[type=date]', '2018-03-06');
    await page.locator('form.add input[type=text]').first().fill('Ministers in Paris');
    await page.click('text=See what it says');
    await page.click('[data-do=accept]');
    await page.waitForSelector('.one-article h2:has-text("Ministers in Paris")');
    await page.fill('header input[type=search]', 'Germany');
    await page.waitForSelector('header .found li:has-text("Germany")');
    await page.keyboard.press('Escape');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.click('.one-article >> text=Delete');
    await page.waitForSelector('form.add');
    const gone = await page.request.get(new URL('/api/search?q=Germany', page.url()).href);
    assert.deepEqual(((await gone.json()) as { items: unknown[] }).items, []);
  });

  it('reads files as a job, with progress, and says of a bad one what is wrong', async function () {
    this.timeout(60_000);
    const page = await open('?page=articles');
    page.setDefaultTimeout(40_000);
    await page.getByLabel('take all in').check();
    await page.setInputFiles('.adding input[type=file]', [
      {
        name: 'portugal.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from(
          'Portugal thanked Spain on Tuesday. The prime minister of Portugal met the king of Spain in Madrid.',
        ),
      },
      { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from(' ') },
    ]);
    await page.waitForSelector('.job[data-job=done], .job[data-job=failed]');
    const text = (await page.textContent('.job')) ?? '';
    assert.match(text, /2 files/);
    assert.match(text, /1 failed/);
    assert.match(text, /empty\.txt: .{10,}/);
    const found = await page.request.get(new URL('/api/search?q=Portugal', page.url()).href);
    assert.equal(((await found.json()) as { items: unknown[] }).items.length, 1);
  });

  const countOf = async (page: Page, name: string): Promise<number> => {
    const answer = await page.request.get(new URL(`/api/search?q=${name}`, page.url()).href);
    return ((await answer.json()) as { items: unknown[] }).items.length;
  };

  it('looks at files one by one: one is accepted, one dropped, one cannot be read', async function () {
    this.timeout(60_000);
    const page = await open('?page=articles');
    page.setDefaultTimeout(40_000);
    const text = (content: string) => ({ mimeType: 'text/plain', buffer: Buffer.from(content) });
    await page.setInputFiles('.adding input[type=file]', [
      {
        name: 'norway.txt',
        ...text('Norway condemned Iceland on Tuesday. The prime minister of Norway met the prime minister of Iceland.'),
      },
      {
        name: 'peru.txt',
        ...text('Peru thanked Bolivia on Tuesday. The president of Peru met the president of Bolivia in Lima.'),
      },
      { name: 'empty.txt', ...text(' ') },
    ]);
    await page.waitForSelector('.draft');
    assert.equal(await page.locator('.draft').count(), 2);
    assert.match((await page.textContent('.draft-error')) ?? '', /empty\.txt .{10,}/);
    assert.equal(await countOf(page, 'Norway'), 0, 'nothing is stored yet');
    await page.locator('.draft', { hasText: 'Norway' }).getByText('See what it says').click();
    await page.waitForSelector('.preview .found-claims li');
    await page.click('[data-do=accept]');
    await page.waitForFunction(() => document.querySelectorAll('.draft').length === 1);
    assert.equal(await countOf(page, 'Norway'), 1);
    await page.locator('.draft', { hasText: 'Peru' }).getByText('Drop').click();
    await page.waitForFunction(() => document.querySelectorAll('.draft').length === 0);
    await page.click('[data-do=drop-all]');
    await page.waitForSelector('.draft-error', { state: 'detached' });
    assert.equal(await countOf(page, 'Peru'), 0);
  });

  it('takes a file that is dropped on the page', async () => {
    const page = await open('?page=articles');
    await page.waitForSelector('.drop');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['Chile warned Ecuador on Tuesday.'], 'chile.txt', { type: 'text/plain' }));
      const target = document.querySelector('.drop')!;
      for (const type of ['dragover', 'drop'])
        target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await page.waitForSelector('.draft:has-text("Chile")');
    await page.click('[data-do=drop-all]');
    await page.waitForSelector('.draft', { state: 'detached' });
  });

  describe('from the web', () => {
    let site: Server;
    let base = '';
    const story = (title: string, text: string): string =>
      `<!doctype html><html lang="en"><head><title>${title}</title><meta property="article:published_time" content="2018-05-02T08:00:00Z"></head><body><nav>Home World Sports</nav><article><h1>${title}</h1>${text
        .split('|')
        .map((line) => `<p>${line}</p>`)
        .join('')}</article></body></html>`;
    const KENYA = story(
      'Kenya and Uganda sign a border treaty',
      'Kenya and Uganda signed a border treaty in Nairobi on Tuesday, ending a dispute over the lake that had lasted for a generation.|The president of Kenya praised Uganda for its patience and said that the fishermen of both shores would gain most from the agreement.|Uganda thanked Kenya for hosting the talks, which had begun in January and were broken off twice before the ministers met again.',
    );
    const GHANA = story(
      'Ghana accuses Togo over the port',
      'Ghana accused Togo of closing the port to its ships on Wednesday, a charge that officials in the capital rejected within hours.|The foreign minister of Ghana met the ambassador of Togo in Accra and demanded that the harbour be opened again before the end of the month.|Togo said that storms had damaged the quay and that no ship of any flag could be unloaded there for some days.',
    );

    before(async () => {
      site = createServer((request, response) => {
        const send = (type: string, body: string) => response.setHeader('content-type', type).end(body);
        if (request.url === '/kenya.html') send('text/html; charset=utf-8', KENYA);
        else if (request.url === '/ghana.html') send('text/html; charset=utf-8', GHANA);
        else if (request.url === '/feed.xml')
          send(
            'application/rss+xml',
            `<?xml version="1.0"?><rss version="2.0"><channel><title>Own Wire</title><link>${base}</link><description>Of our own</description>${['kenya', 'ghana'].map((name) => `<item><title>${name}</title><link>${base}/${name}.html</link></item>`).join('')}</channel></rss>`,
          );
        else response.writeHead(404).end('not here');
      });
      await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
      base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    });
    after(() => site?.close());

    it('opens an address, shows what it says and what was cut, and takes it in when accepted', async function () {
      this.timeout(60_000);
      const page = await open('?page=articles');
      page.setDefaultTimeout(40_000);
      await page.fill('[aria-label="Address of an article or feed"]', `${base}/kenya.html`);
      await page.click('.from-address button');
      await page.waitForSelector('.draft:has-text("Kenya and Uganda sign a border treaty")');
      await page.click('.draft >> text=See what it says');
      await page.waitForSelector('.preview .found-claims li');
      const found = (await page.textContent('.preview')) ?? '';
      assert.match(found, /Nothing is stored yet/);
      assert.doesNotMatch(found, /Sports/, 'the menu of the page is no part of the article');
      await page.click('[data-do=accept]');
      await page.waitForSelector('.one-article h2:has-text("Kenya and Uganda")');
      assert.match((await page.getAttribute('.one-article a:has-text("original")', 'href')) ?? '', /kenya\.html$/);
      assert.equal(await countOf(page, 'Uganda'), 1);
    });

    it('opens a feed to its articles, and takes all of them in at once', async function () {
      this.timeout(60_000);
      const page = await open('?page=articles');
      page.setDefaultTimeout(40_000);
      await page.fill('[aria-label="Address of an article or feed"]', `${base}/feed.xml`);
      await page.check('.from-address input[type=checkbox]');
      await page.click('.from-address button');
      await page.waitForFunction(() => document.querySelectorAll('.draft').length === 2);
      assert.equal(await countOf(page, 'Ghana'), 0);
      await page.click('[data-do=accept-all]');
      await page.waitForSelector('.job[data-job=done]');
      assert.match((await page.textContent('.job')) ?? '', /2 of 2/);
      assert.ok((await countOf(page, 'Ghana')) >= 1);
    });

    it('says of an address that leads inside, or to nothing, what is wrong and leaves it standing', async function () {
      this.timeout(60_000);
      const page = await open('?page=articles');
      page.setDefaultTimeout(40_000);
      for (const [address, complaint] of [
        ['http://10.0.0.1/news', /10\.0\.0\.1/],
        [`${base}/gone.html`, /404/],
      ] as const) {
        await page.fill('[aria-label="Address of an article or feed"]', address);
        await page.click('.from-address button');
        await page.waitForSelector(`.draft-error:has-text("${address}")`);
        assert.match((await page.locator('.draft-error', { hasText: address }).textContent()) ?? '', complaint);
      }
      assert.equal(await page.locator('.draft-error').count(), 2);
    });
  });
});
