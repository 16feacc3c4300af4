import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describePage } from './shared.ts';

describePage('the table', ({ open }) => {
  it('holds what the graph shows, sorts, finds, copies and saves', async () => {
    const page = await open('?page=table');
    await page.waitForSelector('table.data tbody tr');
    const rows = Number(await page.getAttribute('[data-rows]', 'data-rows'));
    assert.ok(rows >= 20);
    await page.click('th >> text=Goldstein');
    await page.waitForFunction(() => location.search.includes('sort=goldstein'));
    const first = async () => (await page.locator('table.data tbody tr').first().textContent()) ?? '';
    const highest = await first();
    await page.click('th >> text=Goldstein');
    await page.waitForFunction(() => document.querySelector('th[aria-sort=ascending]') !== null);
    assert.notEqual(await first(), highest);
    await page.fill('[aria-label="Find in the table"]', 'vetoed');
    await page.waitForSelector('[data-rows="1"]');
    await page.waitForFunction(() => location.search.includes('find=vetoed'));
    await page.click('text=Copy');
    await page.waitForSelector('text=1 rows copied');
    assert.match(
      await page.evaluate(() => navigator.clipboard.readText()),
      /^From\tRelation\tTo.*\nRussia\tvetoed\tDraft resolution/s,
    );
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=CSV')]);
    assert.match(
      await readFile(await download.path(), 'utf8'),
      /Russia,vetoed,Draft resolution on Khan Shaykhun,2017-04-12/,
    );
  });

  it('has tables of pairs, nodes and claims too, and opens the evidence of a row', async () => {
    const page = await open('?page=table');
    await page.click('.segments >> text=Pairs');
    await page.waitForSelector('table.data th:has-text("Cooperation")');
    await page.click('.segments >> text=Actors, events, proposals');
    await page.waitForSelector('table.data td:has-text("proposal")');
    await page.click('.segments >> text=Claims');
    await page.waitForSelector('table.data td:has-text("called Bashar al-Assad a butcher")');
    await page.locator('table.data tbody tr', { hasText: 'a butcher' }).locator('button').click();
    await page.waitForSelector('.panel h2:has-text("Donald Trump criticized Bashar al-Assad")');
  });
});
