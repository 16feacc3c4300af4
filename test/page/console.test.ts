import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { GraphStage } from '../../web/views/graph-view.ts';
import { describePage, graphAtRest, keepPicture, nodesOf } from './shared.ts';

const write = async (page: Page, query: string): Promise<void> => {
  await page.waitForSelector('[data-ready]');
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(query);
};

describePage('the Cypher console', ({ open, expectStatus }) => {
  it('loads its editor only when it is opened', async () => {
    const page = await open();
    await graphAtRest(page);
    const loaded = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map((entry) => entry.name)
          .filter((name) => name.includes('editor')),
      );
    assert.deepEqual(await loaded(), []);
    await page.click('nav.tabs >> text=Cypher');
    await page.waitForSelector('.cm-content');
    assert.equal((await loaded()).length, 1);
  });

  it('runs a query and shows the answer as table, graph and JSON, with rows and time', async () => {
    const page = await open('?page=cypher');
    await write(page, "MATCH (r:Country {name: 'Russia'})-[e:BACKS|VETOED]->(x) RETURN r, e, x");
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('[data-took]');
    assert.match((await page.textContent('[data-took]')) ?? '', /\d+ rows · [\d.]+ ms in the store/);
    assert.match((await page.textContent('.answer table')) ?? '', /Russia :Country.*\[:BACKS\]/s);
    await page.click('.answer-head >> text=Graph');
    await page.waitForSelector('.answer-graph canvas');
    await page.click('.answer-head .segments >> text=JSON');
    assert.match((await page.textContent('pre.json')) ?? '', /"relationship"/);
    await keepPicture(page, 'console');
    assert.match(page.url(), /q=MATCH/);
  });

  it('shows rows as they come; stop ends the rest and keeps what came', async () => {
    const page = await open('?page=cypher');
    await write(
      page,
      `MATCH (n:Country {name: 'Russia'}) RETURN n.name AS name
       UNION ALL MATCH (a), (b), (c), (d) WHERE a.name + b.name = c.name + '/' + d.name RETURN a.name AS name`,
    );
    await page.click('[data-do=run]');
    await page.waitForSelector('.answer td:has-text("Russia")');
    assert.match((await page.textContent('[data-coming]')) ?? '', /1 row so far/);
    assert.equal(await page.locator('[data-do=run]').isDisabled(), true);
    await page.click('[data-do=stop]');
    await page.waitForSelector('.fault:has-text("Stopped")');
    await page.waitForSelector('[data-do=run]:not([disabled])');
    assert.match((await page.textContent('[data-took]')) ?? '', /1 row \(there are more\)/);
    assert.equal(await page.locator('.answer td').count(), 1);
  });

  it('draws a part of a large answer, and says how many rows there are', async () => {
    const page = await open('?page=cypher');
    await write(page, 'MATCH (a), (b), (c) RETURN a.name, b.name, 1 AS one');
    await page.click('[data-do=run]');
    await page.waitForSelector('[data-took]');
    await page.click('text=Fetch up to 10,000');
    await page.waitForSelector('[data-rows="10000"]');
    await page.waitForSelector('[data-do=run]:not([disabled])');
    assert.equal(await page.locator('.answer tbody tr').count(), 100);
    await page.click('.answer-head .segments >> text=JSON');
    await page.waitForSelector('text=9,500 more rows');
  });

  it('sends an answer to the graph view', async () => {
    const page = await open('?page=cypher');
    await write(page, "MATCH (a:Country {name: 'Turkey'})-[e]-(b:Country) RETURN a, e, b");
    await page.click('[data-do=run]');
    await page.click('[data-do=to-graph]');
    await page.waitForFunction(() => document.querySelector<GraphStage>('.stage')!.graph!.scene().nodes.length === 2);
    assert.deepEqual((await nodesOf(page)).sort(), ['country:RUS', 'country:TUR']);
    await page.waitForFunction(() => document.querySelector<GraphStage>('.stage')!.graph!.scene().edgeCount >= 2);
  });

  it('completes labels, relation types and properties of the live schema', async () => {
    const page = await open('?page=cypher');
    for (const [typed, offered] of [
      ['MATCH (n:Coun', 'Country'],
      ['MATCH (a)-[r:VET', 'VETOED'],
      ['MATCH (a) RETURN a.isoqq', ''],
      ['MATCH (a) RETURN a.nam', 'name'],
    ] as const) {
      await write(page, '');
      await page.keyboard.type(typed);
      if (offered) {
        await page.locator('.cm-tooltip-autocomplete li', { hasText: offered }).first().waitFor();
        await page.keyboard.press('Escape');
      }
      for (const status of [400, 422]) expectStatus(status);
    }
  });

  it('underlines a mistake at its place, as the server tells it', async () => {
    for (const status of [400, 422]) expectStatus(status);
    const page = await open('?page=cypher');
    await write(page, 'MATCH (n)\nRETURN m.name');
    await page.locator('.cm-lintRange-error').waitFor();
    assert.equal(await page.locator('.cm-lintRange-error').first().textContent(), 'm');
    await page.click('[data-do=run]');
    await page.waitForSelector('.fault');
    assert.match((await page.textContent('.fault')) ?? '', /line 2, column 8/);
  });

  it('takes parameters, and says where they are wrong', async () => {
    for (const status of [400, 422]) expectStatus(status);
    const page = await open('?page=cypher');
    await write(page, 'MATCH (n:Country) WHERE n.name = $name RETURN n.iso3 AS code');
    await page.click('.parameters summary');
    await page.fill('.parameters textarea', '{"name": "Syria"}');
    await page.click('[data-do=run]');
    await page.waitForSelector('.answer td:has-text("SYR")');
    await page.fill('.parameters textarea', '{name}');
    await page.click('[data-do=run]');
    await page.waitForSelector('.fault');
  });

  it('refuses to write', async () => {
    for (const status of [400, 403, 422]) expectStatus(status);
    const page = await open('?page=cypher');
    await write(page, "CREATE (n:Country {name: 'Nowhere'}) RETURN n");
    await page.click('[data-do=run]');
    await page.waitForSelector('.fault');
    const found = await page.request.get(new URL('/api/search?q=Nowhere', page.url()).href);
    assert.deepEqual(((await found.json()) as { items: unknown[] }).items, []);
  });

  it('keeps a history, saves queries under names, gives them as a file and takes them in', async () => {
    const page = await open('?page=cypher');
    await write(page, 'MATCH (n:Event) RETURN n.name AS event');
    await page.click('[data-do=run]');
    await page.waitForSelector('[data-took]');
    await page.fill('[aria-label="Name to save the query under"]', 'All events');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.shelf .with-end:has-text("All events")');
    await page.click('.shelf summary:has-text("History")');
    await page.waitForSelector('.history button:has-text("MATCH (n:Event)")');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('.shelf >> text=Export')]);
    const path = await download.path();
    assert.match(await readFile(path, 'utf8'), /entente-queries/);
    await page.getByRole('button', { name: 'Forget All events' }).click();
    await page.waitForSelector('.shelf .with-end', { state: 'detached' });
    await page.setInputFiles('.shelf input[type=file]', path);
    await page.waitForSelector('.shelf .with-end:has-text("All events")');
  });

  it('answers every question of the shelf', async function () {
    this.timeout(60_000);
    const page = await open('?page=cypher');
    await page.waitForSelector('[data-ready]');
    const examples = page.locator('.shelf ul').first().locator('button');
    for (let i = 0; i < (await examples.count()); i++) {
      const title = await examples.nth(i).textContent();
      await examples.nth(i).click();
      await page.click('[data-do=run]');
      await page.waitForSelector('[data-do=run]:not([disabled])');
      await page.waitForSelector('[data-took], .fault');
      assert.equal(
        await page.locator('.fault').count(),
        0,
        `${title}: ${(await page.locator('.fault').allTextContents()).join()}`,
      );
    }
  });

  it('shows the plan of a query as a tree', async () => {
    const page = await open('?page=cypher');
    await write(page, 'MATCH (n:Person) RETURN n.name');
    await page.click('text=Profile');
    await page.waitForSelector('.plan .operator');
    assert.ok((await page.locator('.plan .operator').count()) >= 2);
  });

  it('stops a query that runs too long', async () => {
    for (const status of [400, 408, 409, 422, 499, 503]) expectStatus(status);
    const page = await open('?page=cypher');
    await write(
      page,
      'MATCH (a), (b), (c), (d), (e), (f) WHERE a.name + b.name = c.name + d.name + e.name RETURN count(f)',
    );
    await page.click('[data-do=run]');
    await page.click('[data-do=stop]');
    await page.waitForSelector('.fault:has-text("topped")');
    await write(page, 'RETURN 1 AS one');
    await page.click('[data-do=run]');
    await page.waitForSelector('.answer td:has-text("1")');
  });
});
