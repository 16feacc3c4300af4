import assert from 'node:assert/strict';
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
});
