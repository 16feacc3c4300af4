import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { GraphStage } from '../../web/views/graph-view.ts';
import { castId } from './cast.ts';
import { describePage, graphAtRest, keepPicture } from './shared.ts';

const [RUS, USA] = [castId('RUS'), castId('USA')];

describePage('time', ({ open }) => {
  it('narrows graph, counts and exports with the brush, and lets the window go again', async () => {
    const page = await open();
    await graphAtRest(page);
    const edges = () => page.evaluate(() => document.querySelector<GraphStage>('.stage')!.graph!.scene().edgeCount);
    const whole = await edges();
    const box = (await page.locator('.strip-chart svg').boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.86, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 19, box.y + 30, { steps: 6 });
    await page.mouse.up();
    await page.waitForFunction(() => /since=\d{4}-\d{2}-01&until=/.test(location.search));
    await page.waitForFunction(
      (n) => document.querySelector<GraphStage>('.stage')!.graph!.scene().edgeCount < n,
      whole,
    );
    assert.match((await page.textContent('[data-window]')) ?? '', /20\d\d – Apr 2017 · \d+ events/);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.waitForSelector('.formats a');
    assert.match((await page.locator('.formats a').first().getAttribute('href')) ?? '', /since=/);
    await page.keyboard.press('Escape');
    await page.click('text=All time');
    await page.waitForFunction(
      (n) => document.querySelector<GraphStage>('.stage')!.graph!.scene().edgeCount === n,
      whole,
    );
  });

  it('sets the window from the keyboard by months', async () => {
    const page = await open();
    await graphAtRest(page);
    await page.fill('[aria-label="Window from"]', '2015-01');
    await page.fill('[aria-label="Window to"]', '2015-12');
    await page.waitForFunction(() => location.search.includes('since=2015-01-01&until=2015-12-31'));
    await page.waitForFunction(() =>
      document.querySelector('[data-window]')?.textContent?.includes('Jan 2015 – Dec 2015'),
    );
  });

  it('plays through time and pauses', async () => {
    const page = await open();
    await graphAtRest(page);
    await page.getByRole('button', { name: 'Play through time' }).click();
    await page.waitForFunction(() => location.search.includes('until='));
    const first = new URL(page.url()).searchParams.get('until')!;
    await page.waitForFunction((before) => new URLSearchParams(location.search).get('until')! > before, first);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(() => !location.search.includes('until='));
  });

  it('tells when it was reported instead of when it happened', async () => {
    const page = await open();
    await graphAtRest(page);
    await page.getByRole('radio', { name: 'reported' }).check();
    await page.waitForFunction(() => location.search.includes('clock=reported'));
    await page.waitForFunction(() => document.querySelector('[data-window]')?.textContent?.includes('Dec 2012'));
  });

  it('draws a day as a mark and a year as a span', async () => {
    const page = await open('?page=timeline');
    await page.waitForSelector('.lanes .happening');
    assert.ok((await page.locator('.lanes path.happening').count()) >= 10);
    const widths = await page
      .locator('.lanes rect.happening.year')
      .evaluateAll((spans) => spans.map((span) => Number(span.getAttribute('width'))));
    assert.equal(widths.length, 2);
    assert.ok(
      widths.every((width) => width > 40),
      widths.join(),
    );
    const table = (await page.textContent('table.data')) ?? '';
    assert.match(table, /Feb 2012month/);
    await keepPicture(page, 'timeline');
    await page.locator('.lanes path.happening').first().click();
    await page.waitForFunction(() => location.search.includes('chosen=e'));
  });
});

describePage('the dyad page', ({ open }) => {
  it('is reached from a pair and shows score, counts, marks, relations, offices and sentences', async () => {
    const page = await open(`?chosen=p~${RUS}~${USA}`);
    await page.click('.panel [data-do=dyad]');
    await page.waitForSelector('h1:has-text("Russia – United States")');
    await page.waitForSelector('.dyad-page svg rect.conflict');
    assert.ok((await page.locator('.dyad-page svg rect.cooperation').count()) >= 1);
    assert.ok((await page.locator('.dyad-page svg path.mark').count()) >= 3);
    await page.click('text=how?');
    assert.match((await page.textContent('.definition')) ?? '', /mean Goldstein value/);
    const table = page.locator('.dyad-page table.data').first();
    const text = (await table.textContent()) ?? '';
    assert.match(text, /met with/, 'acts of those who represent the two are taken in');
    await page.waitForSelector('.dyad-page .claim blockquote');
    assert.match((await page.textContent('.dyad-page .offices')) ?? '', /president/);
    await keepPicture(page, 'dyad');
    await page.reload();
    await page.waitForSelector('h1:has-text("Russia – United States")');
  });

  it('takes two actors by name', async () => {
    const page = await open('?page=dyad');
    await page.waitForSelector('.dyad-choice input');
    for (const [label, name] of [
      ['First actor', 'Turkey'],
      ['Second actor', 'Russia'],
    ] as const) {
      await page.getByRole('combobox', { name: label }).fill(name);
      await page.waitForSelector(`.dyad-choice .found li:visible:has-text("${name}")`);
      await page.keyboard.press('Enter');
    }
    await page.waitForSelector('h1:has-text("Turkey – Russia")');
    assert.match(page.url(), /page=dyad&a=country:TUR&b=country:RUS/);
  });

  it('gives its months and relations as files', async () => {
    const page = await open(`?page=dyad&a=${USA}&b=${RUS}`);
    const [months] = await Promise.all([page.waitForEvent('download'), page.click('text=Months as CSV')]);
    assert.match(await readFile(await months.path(), 'utf8'), /^Month,Score,Cooperation,Conflict\r\n20\d\d-\d\d,/);
    const [whole] = await Promise.all([page.waitForEvent('download'), page.click('text=Dyad as JSON')]);
    const dyad = JSON.parse(await readFile(await whole.path(), 'utf8')) as {
      a: { id: string };
      edges: unknown[];
      definition: string;
    };
    assert.equal(dyad.a.id, USA);
    assert.ok(dyad.edges.length >= 3 && dyad.definition.length > 40);
  });
});
