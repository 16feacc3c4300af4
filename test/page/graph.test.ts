import assert from 'node:assert/strict';
import type { GraphStage } from '../../web/views/graph-view.ts';
import { castId } from './cast.ts';
import { clickNode, describePage, graphAtRest, keepPicture, nodesOf, placeOfNode, placeOfPair } from './shared.ts';

const [RUS, USA, SYR, TUR, IRN] = ['RUS', 'USA', 'SYR', 'TUR', 'IRN'].map(castId) as [
  string,
  string,
  string,
  string,
  string,
];

describePage('the graph', ({ open }) => {
  it('finds by name from the keyboard and shows the neighbourhood', async () => {
    const page = await open();
    await graphAtRest(page);
    await page.keyboard.press('/');
    await page.keyboard.type('erdo');
    await page.waitForSelector('.found .none');
    await page.fill('header input[type=search]', 'turk');
    await page.waitForSelector('.found li:has-text("Turkey")');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.panel h2:has-text("Turkey")');
    await page.waitForFunction(() => location.search.includes('open='));
    await graphAtRest(page);
    const nodes = await nodesOf(page);
    assert.ok(nodes.includes(TUR) && nodes.includes(RUS));
    assert.ok(!nodes.includes(castId('stoltenberg')));
  });

  it('draws one line a pair, and opens it into typed arrows', async () => {
    const page = await open();
    await graphAtRest(page);
    const pairs = await page.evaluate(() => {
      const { bundles } = document.querySelector<GraphStage>('.stage')!.graph!.scene();
      return bundles.map((bundle) => ({ key: bundle.key, sign: bundle.sign, edges: bundle.edges.length }));
    });
    assert.equal(new Set(pairs.map(({ key }) => key)).size, pairs.length);
    const mixed = pairs.find(({ key }) => key === `${RUS}|${USA}`)!;
    assert.equal(mixed.sign, 'mixed');
    assert.ok(mixed.edges >= 3);
    const { x, y } = await placeOfPair(page, RUS, USA);
    await page.mouse.click(x, y);
    await page.waitForSelector('.panel h2:has-text("Russia – United States")');
    const list = (await page.textContent('.panel .edges')) ?? '';
    for (const verb of ['agrees with', 'sanctioned', 'criticized']) assert.ok(list.includes(verb), verb);
    await page.waitForTimeout(150);
    await keepPicture(page, 'graph-pair-opened');
  });

  it('names no two labels over each other', async () => {
    const page = await open();
    await graphAtRest(page);
    const overlapping = await page.evaluate(() => {
      const labels = document.querySelector<GraphStage>('.stage')!.graph!.labels();
      return {
        count: labels.length,
        pairs: labels.flatMap((a, i) =>
          labels
            .slice(i + 1)
            .filter(
              (b) =>
                a.left < b.left + b.width &&
                b.left < a.left + a.width &&
                a.top < b.top + b.height &&
                b.top < a.top + a.height,
            )
            .map((b) => [a.lines.join(' '), b.lines.join(' ')]),
        ),
      };
    });
    assert.ok(overlapping.count >= 12);
    assert.deepEqual(overlapping.pairs, []);
  });

  it('expands a node by one relation and by all, tells what is hidden, and collapses again', async () => {
    const page = await open(`?show=3&chosen=n~${RUS}`);
    await graphAtRest(page);
    const few = await nodesOf(page);
    assert.equal(few.length, 3);
    await page.waitForSelector('[data-hidden]');
    assert.match((await page.textContent('[data-hidden]')) ?? '', /\d+ neighbours? not shown/);
    assert.match((await page.textContent('[data-count]')) ?? '', /3 of \d+ shown/);
    await page.click('.panel [data-do=expand]');
    await page.waitForFunction(() => document.querySelector<GraphStage>('.stage')!.graph!.scene().nodes.length > 3);
    await graphAtRest(page);
    const more = await nodesOf(page);
    assert.ok(more.includes(TUR));
    await page.click('.panel [data-do=collapse]');
    await page.waitForFunction(() => document.querySelector<GraphStage>('.stage')!.graph!.scene().nodes.length === 3);
    await page
      .getByRole('button', { name: /Show \d+ more/ })
      .last()
      .click();
    await page.waitForFunction(() => document.querySelector<GraphStage>('.stage')!.graph!.scene().nodes.length > 3);
  });

  it('opens a node on a double click', async () => {
    const page = await open('?show=3');
    await graphAtRest(page);
    const { x, y } = await placeOfNode(page, RUS);
    await page.mouse.dblclick(x, y);
    await page.waitForFunction(() => location.search.includes('open='));
  });

  it('keeps a node where it is dragged to, and lets it be unpinned', async () => {
    const page = await open();
    await graphAtRest(page);
    const from = await placeOfNode(page, SYR);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x - 40, from.y + 30, { steps: 5 });
    await page.mouse.move(from.x - 80, from.y + 40, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(() => location.search.includes('pins='));
    await graphAtRest(page);
    const to = await placeOfNode(page, SYR);
    assert.ok(Math.hypot(to.x - (from.x - 80), to.y - (from.y + 40)) < 6, JSON.stringify({ from, to }));
    await page.reload();
    await graphAtRest(page);
    const again = await page.evaluate(
      (id) => document.querySelector<GraphStage>('.stage')!.graph!.places().get(id),
      SYR,
    );
    const kept = /pins=[^&]*~(-?[\d.]+)~(-?[\d.]+)/.exec(decodeURIComponent(page.url()))!;
    assert.ok(Math.abs(again![0] - Number(kept[1])) < 1 && Math.abs(again![1] - Number(kept[2])) < 1);
    await clickNode(page, SYR);
    await page.click('.panel [data-do=pin]');
    await page.waitForFunction(() => !location.search.includes('pins='));
  });

  it('hides nodes and brings them back', async () => {
    const page = await open(`?chosen=n~${IRN}`);
    await graphAtRest(page);
    await page.click('.panel [data-do=hide]');
    await page.waitForFunction(
      (id) => !document.querySelector<GraphStage>('.stage')!.graph!.scene().indexOf.has(id),
      IRN,
    );
    await page.click('text=Bring back 1 hidden');
    await page.waitForFunction(
      (id) => document.querySelector<GraphStage>('.stage')!.graph!.scene().indexOf.has(id),
      IRN,
    );
  });

  it('pans, zooms and shows all again', async () => {
    const page = await open();
    await graphAtRest(page);
    const camera = () => page.evaluate(() => document.querySelector<GraphStage>('.stage')!.graph!.camera());
    const before = await camera();
    const box = (await page.locator('.stage').boundingBox())!;
    await page.mouse.move(box.x + 30, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 130, box.y + 150, { steps: 4 });
    await page.mouse.up();
    const panned = await camera();
    assert.ok(Math.abs(panned.x - before.x - 100) < 2 && Math.abs(panned.y - before.y - 50) < 2);
    await page.mouse.wheel(0, -300);
    await page.waitForFunction(
      (k) => document.querySelector<GraphStage>('.stage')!.graph!.camera().k > k * 1.1,
      before.k,
    );
    await page.waitForFunction(() => location.search.includes('at='));
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.waitForFunction(
      (k) => Math.abs(document.querySelector<GraphStage>('.stage')!.graph!.camera().k - k) < 0.02,
      before.k,
    );
  });

  it('chooses several with a lasso and keeps only these', async () => {
    const page = await open();
    await graphAtRest(page);
    const [a, b] = [await placeOfNode(page, castId('tillerson')), await placeOfNode(page, castId('putin'))];
    const [left, right] = [Math.min(a.x, b.x) - 26, Math.max(a.x, b.x) + 26];
    const [top, bottom] = [Math.min(a.y, b.y) - 26, Math.max(a.y, b.y) + 26];
    await page.getByRole('button', { name: 'Lasso' }).click();
    await page.mouse.move(left, top);
    await page.mouse.down();
    for (const [x, y] of [
      [right, top],
      [right, bottom],
      [left, bottom],
      [left, top],
    ] as const)
      await page.mouse.move(x, y, { steps: 4 });
    await page.mouse.up();
    await page.waitForSelector('.panel h2:has-text("2 nodes")');
    await page.click('[data-do=keep]');
    await page.waitForFunction(() => document.querySelector<GraphStage>('.stage')!.graph!.scene().nodes.length === 2);
    assert.deepEqual((await nodesOf(page)).sort(), [castId('putin'), castId('tillerson')].sort());
  });
});
