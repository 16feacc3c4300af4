import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { GraphStage } from '../../web/views/graph-view.ts';
import { castId } from './cast.ts';
import { describePage, graphAtRest, keepPicture, nodesOf, placeOfNode } from './shared.ts';

describePage('the page', ({ open }) => {
  it('opens on a graph worth seeing, in both themes', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const page = await open('', { theme });
      await graphAtRest(page);
      assert.ok((await nodesOf(page)).length >= 12);
      assert.match((await page.textContent('.panel')) ?? '', /Which sentence says so\?/);
      assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), theme);
      await keepPicture(page, `page-${theme}`);
    }
  });

  it('goes from tab to tab, each with an address of its own', async () => {
    const page = await open();
    for (const [name, heading] of [
      ['Dyad', 'Two actors'],
      ['Timeline', 'Timeline'],
      ['Table', 'Table'],
      ['Cypher', 'Cypher'],
      ['Articles', 'Articles'],
    ] as const) {
      await page.click(`nav.tabs >> text=${name}`);
      await page.waitForSelector(`section:not([hidden]) h1:has-text("${heading}")`);
      assert.match(page.url(), new RegExp(`page=${name.toLowerCase()}`));
    }
    await page.goBack();
    await page.waitForSelector('section:not([hidden]) h1:has-text("Cypher")');
    await page.goForward();
    await page.waitForSelector('section:not([hidden]) h1:has-text("Articles")');
  });

  it('undoes and redoes every step, by button and by keyboard', async () => {
    const page = await open();
    await graphAtRest(page);
    const undo = page.getByRole('button', { name: 'Undo' });
    assert.equal(await undo.isDisabled(), true);
    await page.click('[data-switch=event]');
    await page.waitForFunction(() => location.search.includes('kinds='));
    const { x, y } = await placeOfNode(page, castId('USA'));
    await graphAtRest(page);
    await page.mouse.click(x, y);
    await page.waitForFunction(() => location.search.includes('chosen='));
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => !location.search.includes('chosen='));
    await undo.click();
    await page.waitForFunction(() => !location.search.includes('kinds='));
    await page.keyboard.press('Control+Shift+z');
    await page.waitForFunction(() => location.search.includes('kinds='));
    await page.getByRole('button', { name: 'Redo' }).click();
    await page.waitForFunction(() => location.search.includes('chosen='));
  });

  it('holds the exact view in the address', async () => {
    const page = await open(`?open=${castId('SYR')}~12&show=0&size=degree&groups=off`);
    await graphAtRest(page);
    const before = await placeOfNode(page, castId('SYR'));
    await page.waitForFunction(() => location.search.includes('places='));
    const address = page.url();
    const again = await open(address);
    await graphAtRest(again);
    assert.deepEqual((await nodesOf(again)).sort(), (await nodesOf(page)).sort());
    const after = await placeOfNode(again, castId('SYR'));
    assert.ok(
      Math.hypot(before.x - after.x, before.y - after.y) < 3,
      `${JSON.stringify(before)} ${JSON.stringify(after)}`,
    );
    assert.equal(await again.locator('select[aria-label="Node size shows"]').inputValue(), 'degree');
  });

  it('saves a view under a name as a file and loads it again', async () => {
    const page = await open(`?chosen=n~${castId('RUS')}&signs=conflict`);
    await graphAtRest(page);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.fill('[aria-label="Name of the view"]', 'Conflict around Russia');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Save as a file')]);
    assert.equal(download.suggestedFilename(), 'conflict-around-russia.entente.json');
    const path = await download.path();
    assert.match(await readFile(path, 'utf8'), /"name": "Conflict around Russia"/);
    const other = await open();
    await graphAtRest(other);
    await other.getByRole('button', { name: 'Share' }).click();
    await other.setInputFiles('dialog input[type=file]', path);
    await other.waitForFunction(() => location.search.includes('signs=conflict'));
    await other.waitForSelector('.panel h2:has-text("Russia")');
  });

  it('copies the address of the view', async () => {
    const page = await open('?signs=conflict');
    await page.getByRole('button', { name: 'Share' }).click();
    await page.click('dialog >> text=Copy');
    await page.waitForSelector('text=Address copied');
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /signs=conflict/);
  });

  it('exports the graph in a format of the list, and the picture as SVG with names as text', async () => {
    const page = await open();
    await graphAtRest(page);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.waitForSelector('.formats a');
    const formats = await page
      .locator('.formats a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('data-format')));
    assert.ok(formats.length >= 5, formats.join());
    const href = await page.locator('.formats a').first().getAttribute('href');
    const answer = await page.request.get(new URL(href!, page.url()).href);
    assert.equal(answer.status(), 200);
    await page.check('dialog input[value=shown]');
    const json = await page.locator('.formats a[data-format=json]').getAttribute('href');
    const shown = (await (await page.request.get(new URL(json!, page.url()).href)).json()) as {
      nodes: { key: string }[];
    };
    assert.deepEqual(shown.nodes.map((node) => node.key).sort(), (await nodesOf(page)).sort());
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Picture as SVG')]);
    const picture = await readFile(await download.path(), 'utf8');
    assert.match(picture, />Russia<\/text>/);
    assert.match(picture, /<desc>http/);
    const { digest, sources, program } = JSON.parse(
      /<metadata>(.*?)<\/metadata>/s
        .exec(picture)![1]!
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&'),
    ) as { digest: string; sources: { id: string }[]; program: string };
    assert.match(program, /Entente/i);
    assert.ok(digest.length > 8 && sources.length > 3);
    await page.getByRole('button', { name: 'Export' }).click();
    const [png] = await Promise.all([page.waitForEvent('download'), page.click('text=Picture as PNG')]);
    const bytes = await readFile(await png.path());
    assert.equal(bytes.subarray(37, 41).toString(), 'iTXt');
    const length = bytes.readUInt32BE(33);
    const said = bytes.subarray(41, 41 + length).toString();
    assert.equal((JSON.parse(said.slice(said.indexOf('{'))) as { digest: string }).digest, digest);
    assert.equal(crc32(bytes.subarray(37, 41 + length)), bytes.readUInt32BE(41 + length));
  });

  it('exports the articles behind the graph too, and a file that brings them back', async () => {
    const page = await open();
    await graphAtRest(page);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.waitForSelector('.formats a');
    const fileOf = async (format: string) => {
      const href = await page.locator(`.formats a[data-format=${format}]`).getAttribute('href');
      const answer = await page.request.get(new URL(href!, page.url()).href);
      assert.equal(answer.status(), 200, href!);
      return answer.body();
    };
    const remark = () => page.locator('.formats a[data-format=json] .soft').textContent();
    assert.doesNotMatch((await remark())!, /with the articles/);
    assert.equal((JSON.parse((await fileOf('json')).toString()) as { record?: unknown }).record, undefined);
    await page.check('dialog input[name=record]');
    assert.match((await remark())!, /with the articles/);
    assert.ok((await fileOf('turtle')).length > 1000, 'a format that cannot carry them is written without');
    const file = await fileOf('json');
    const { record } = JSON.parse(file.toString()) as { record: { article: { text: string } }[] };
    assert.ok(
      record.length > 3 && record.every(({ article }) => article.text.length > 20),
      `${record.length} articles`,
    );
    const address = new URL('/api/import', page.url()).href;
    const imported = await page.request.post(address, {
      data: file,
      headers: { 'content-type': 'application/octet-stream', origin: new URL(page.url()).origin },
    });
    const { articles, left } = (await imported.json()) as { articles: object; left: string[] };
    assert.deepEqual(articles, { added: 0, replaced: 0, unchanged: record.length });
    assert.deepEqual(left, []);
  });

  it('can be used 375 px wide, with legend and evidence as sheets', async () => {
    const page = await open('', { width: 375, height: 740, touch: true });
    await graphAtRest(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(overflow, 375);
    const [high, named, nodes] = await page.evaluate(() => {
      const { graph } = document.querySelector<GraphStage>('.stage')!;
      return [
        document.querySelector('header.top')!.clientHeight,
        graph!.labels().length,
        graph!.scene().nodes.length,
      ] as const;
    });
    assert.ok(high < 90, `the header takes ${high} px`);
    assert.ok(named >= nodes * 0.85, `${named} of ${nodes} are named`);
    await page.getByRole('button', { name: 'Legend and filters' }).click();
    await page.waitForSelector('.legend h2:has-text("Show")', { state: 'visible' });
    await page.getByRole('button', { name: 'Close the legend' }).click();
    const { x, y } = await placeOfNode(page, castId('RUS'));
    await page.touchscreen.tap(x, y);
    await page.waitForSelector('.panel h2:has-text("Russia")', { state: 'visible' });
    await page.waitForTimeout(250);
    await keepPicture(page, 'page-narrow');
    await page.getByRole('button', { name: 'Close the evidence' }).click();
    await page.waitForFunction(() => !location.search.includes('chosen='));
  });

  it('shows an error where the reader looks, until it is dismissed', async () => {
    const page = await open();
    await graphAtRest(page);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.setInputFiles('dialog input[type=file]', {
      name: 'wrong.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"a":1}'),
    });
    const notice = page.locator('.notice');
    await notice.waitFor();
    assert.match((await notice.textContent()) ?? '', /wrong\.json is not a saved view/);
    await page.waitForTimeout(3000);
    assert.equal(await notice.count(), 1);
    await page.getByRole('button', { name: /^Dismiss/ }).click();
    assert.equal(await notice.count(), 0);
  });
});
