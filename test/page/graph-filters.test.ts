import assert from 'node:assert/strict';
import { RELATIONS } from '../../graph-schema/relations.ts';
import type { GraphStage } from '../../web/views/graph-view.ts';
import { describePage, graphAtRest } from './shared.ts';

describePage('filters of the graph', ({ open }) => {
  it('filters by the legend: kinds, signs, types, confidence, outlets', async () => {
    const page = await open();
    await graphAtRest(page);
    const edges = () => page.evaluate(() => document.querySelector<GraphStage>('.stage')!.graph!.scene().edgeCount);
    const whole = await edges();
    await page.click('[data-switch=cooperation]');
    await page.waitForFunction(
      (n) => document.querySelector<GraphStage>('.stage')!.graph!.scene().edgeCount < n,
      whole,
    );
    const signs = await page.evaluate(() => [
      ...new Set(
        document
          .querySelector<GraphStage>('.stage')!
          .graph!.scene()
          .bundles.map((bundle) => bundle.sign),
      ),
    ]);
    assert.ok(!signs.includes('cooperation') && !signs.includes('mixed'), signs.join());
    await page.click('[data-clear]');
    await page.waitForFunction(
      (n) => document.querySelector<GraphStage>('.stage')!.graph!.scene().edgeCount === n,
      whole,
    );
    await page
      .getByRole('button', { name: /^\d+ more…$/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Only VETOED' }).evaluate((button: HTMLElement) => button.click());
    await page.waitForFunction(() => document.querySelector<GraphStage>('.stage')!.graph!.scene().edgeCount === 1);
    await page.click('[data-clear]');
    await page.locator('input[type=range]').fill('0.8');
    await page.waitForFunction(() => location.search.includes('confidence=0.8'));
    await page.waitForFunction(
      (n) => document.querySelector<GraphStage>('.stage')!.graph!.scene().edgeCount < n,
      whole,
    );
    await page.click('[data-clear]');
    await page.locator('[data-switch="Sample Wire"]').click();
    await page.waitForFunction(() => location.search.includes('outlets='));
    await page.waitForFunction(
      (n) => document.querySelector<GraphStage>('.stage')!.graph!.scene().edgeCount < n,
      whole,
    );
  });

  it('filters by a family of relations, and takes it back with undo', async () => {
    const page = await open();
    await graphAtRest(page);
    const types = () =>
      page.evaluate(() => [
        ...new Set(
          document
            .querySelector<GraphStage>('.stage')!
            .graph!.scene()
            .bundles.flatMap((bundle) => bundle.edges.map((edge) => edge.type as string)),
        ),
      ]);
    const before = await types();
    const families = page.getByLabel('Only relations of one family');
    const offered = await families.locator('option').allTextContents();
    await families.selectOption({ label: offered[1]! });
    await page.waitForFunction(() => location.search.includes('types='));
    await page.waitForFunction(
      (n) =>
        new Set(
          document
            .querySelector<GraphStage>('.stage')!
            .graph!.scene()
            .bundles.flatMap((bundle) => bundle.edges.map((edge) => edge.type)),
        ).size < n,
      before.length,
    );
    for (const type of await types()) {
      const relation = RELATIONS.find(({ name }) => name === type) as { plover?: string };
      assert.equal(relation.plover?.toLowerCase(), offered[1]);
    }
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => !location.search.includes('types='));
  });

  it('shows denied and planned claims only when asked, and dotted', async () => {
    const page = await open();
    await graphAtRest(page);
    const uncertain = () =>
      page.evaluate(
        () =>
          document
            .querySelector<GraphStage>('.stage')!
            .graph!.scene()
            .bundles.flatMap((bundle) => bundle.edges)
            .filter((edge) => edge.polarity === 'denied' || edge.modality === 'planned').length,
      );
    assert.equal(await uncertain(), 0);
    await page.click('[data-switch=denied]');
    await page.waitForFunction(() =>
      document
        .querySelector<GraphStage>('.stage')!
        .graph!.scene()
        .bundles.some((bundle) => bundle.edges.some((edge) => edge.polarity === 'denied')),
    );
    await page.click('[data-switch=planned]');
    await page.waitForFunction(() =>
      document
        .querySelector<GraphStage>('.stage')!
        .graph!.scene()
        .bundles.some((bundle) => !bundle.certain),
    );
  });
});
