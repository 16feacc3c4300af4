import assert from 'node:assert/strict';
import type { GraphStage } from '../../web/views/graph-view.ts';
import { castId } from './cast.ts';
import { describePage, graphAtRest, nodesOf } from './shared.ts';

const [RUS, USA, SYR, IRN] = ['RUS', 'USA', 'SYR', 'IRN'].map(castId) as [string, string, string, string];

describePage('measures of the graph', ({ open }) => {
  it('tints communities, and leaves it when told', async () => {
    const page = await open();
    await graphAtRest(page);
    const communities = await page.evaluate(
      () => new Set(document.querySelector<GraphStage>('.stage')!.graph!.communities()).size,
    );
    assert.ok(communities >= 1);
    const tinted = () => page.evaluate(() => document.querySelector<GraphStage>('.stage')!.graph!.frame().tinted);
    assert.equal(await tinted(), true);
    await page.getByRole('button', { name: 'Groups' }).click();
    await page.waitForFunction(() => location.search.includes('groups=off'));
    assert.equal(await tinted(), false);
  });

  it('sizes nodes by each measure', async () => {
    const page = await open();
    await graphAtRest(page);
    for (const measure of ['degree', 'betweenness', 'pagerank']) {
      await page.selectOption('select[aria-label="Node size shows"]', measure);
      await page.waitForFunction((name) => location.search.includes(`size=${name}`), measure);
      await page.waitForFunction((id) => {
        const graph = document.querySelector<GraphStage>('.stage')!.graph!;
        const scene = graph.scene();
        const index = scene.indexOf.get(id);
        return index !== undefined && scene.radius[index]! >= 22;
      }, RUS);
    }
  });

  it('finds the shortest paths between two, who stands between, and what both know', async () => {
    const page = await open(`?chosen=n~${castId('stoltenberg')}`);
    await graphAtRest(page);
    await page.click('.finder summary');
    await page.fill('.finder input', 'putin');
    await page.waitForSelector('.finder .found li:has-text("Vladimir Putin")');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-paths]');
    assert.match((await page.textContent('[data-paths]')) ?? '', /shortest paths? of \d+ steps/);
    assert.match((await page.textContent('.finder')) ?? '', /Between them stand .*Russia/s);
    await page.click('[data-do=show-paths]');
    await page.waitForFunction(
      (id) => !document.querySelector<GraphStage>('.stage')!.graph!.scene().indexOf.has(id),
      IRN,
    );
    await graphAtRest(page);
    const nodes = await nodesOf(page);
    assert.ok(nodes.includes(castId('stoltenberg')) && nodes.includes(castId('putin')));
    const named = await page.evaluate(() => {
      const graph = document.querySelector<GraphStage>('.stage')!.graph!;
      return graph.labels().length === graph.scene().nodes.length;
    });
    assert.ok(named, 'no name on the paths fades away');
  });

  it('says whether a triad is in balance, in the words of the proverb', async () => {
    const page = await open(`?chosen=n~${RUS}~${SYR}~${USA}`);
    await graphAtRest(page);
    await page.waitForSelector('.triads');
    const text = (await page.textContent('.triads')) ?? '';
    assert.match(text, /Russia/);
    assert.match(text, /(Balanced|Strained): the (friend|enemy) of my (friend|enemy) is my (friend|enemy)/);
  });
});
