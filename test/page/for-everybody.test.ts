import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { castId } from './cast.ts';
import { READINGS } from './readings.ts';
import { describePage, graphAtRest, keepPicture } from './shared.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const whatAxeFinds = async (page: Page): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const axe = (
      globalThis as unknown as {
        axe: {
          run: (
            options: unknown,
          ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
        };
      }
    ).axe;
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} — ${node.failureSummary.slice(0, 200)}`),
    );
  });
};

const spoken = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('[data-live]')?.textContent ?? '');

describePage('for everybody', ({ open, expectStatus }) => {
  for (const [name, path, ready] of [
    ['graph', '', '.choice-row'],
    ['evidence', `?chosen=p~${castId('RUS')}~${castId('assad')}`, '.opposed'],
    ['a node', `?chosen=n~${castId('RUS')}`, '.panel .claim'],
    ['dyad', `?page=dyad&a=${castId('USA')}&b=${castId('RUS')}`, '.dyad-page .claim'],
    ['timeline', '?page=timeline', '.happening'],
    ['table', '?page=table', 'table.data td'],
    ['console', '?page=cypher', '[data-ready]'],
    ['articles', '?page=articles', '.articles li'],
    ['an article', `?page=articles&article=${READINGS[0]!.article.id}`, '.article-text mark'],
  ] as const) {
    it(`axe finds nothing on ${name}, light or dark`, async () => {
      const page = await open(path);
      await page.waitForSelector(ready);
      if (!path.includes('page=')) await graphAtRest(page);
      assert.deepEqual(await whatAxeFinds(page), []);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
      assert.deepEqual(await whatAxeFinds(page), []);
    });
  }

  for (const [name, path, steps] of [
    ['the export dialog', '', async (page: Page) => page.getByRole('button', { name: 'Export' }).click()],
    ['the share dialog', '', async (page: Page) => page.getByRole('button', { name: 'Share' }).click()],
    [
      'a graph without nodes',
      '?kinds=place&types=VETOED',
      async (page: Page) => page.waitForSelector('.empty:not([hidden])'),
    ],
    [
      'an error that stays',
      '?page=dyad&a=country:XXX&b=country:YYY',
      async (page: Page) => page.waitForSelector('.notice, .dyad-page p.soft'),
    ],
    [
      'articles to look at',
      '?page=articles',
      async (page: Page) => {
        await page.setInputFiles('.adding input[type=file]', [
          { name: 'laos.txt', mimeType: 'text/plain', buffer: Buffer.from('Laos thanked Nepal on Tuesday.') },
          { name: 'blank.txt', mimeType: 'text/plain', buffer: Buffer.from(' ') },
        ]);
        await page.waitForSelector('.draft');
      },
    ],
  ] as const) {
    it(`axe finds nothing on ${name}, light or dark`, async () => {
      if (name === 'an error that stays') expectStatus(404);
      const page = await open(path);
      await page.waitForSelector('header .tabs a');
      await steps(page);
      await page.waitForTimeout(200);
      assert.deepEqual(await whatAxeFinds(page), []);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
      assert.deepEqual(await whatAxeFinds(page), []);
    });
  }

  for (const path of ['', '?page=dyad', '?page=timeline', '?page=table', '?page=articles']) {
    it(`axe finds nothing 375 px wide on ${path || 'the graph'}, and nothing is wider than the window`, async () => {
      const page = await open(path, { width: 375, height: 812, touch: true });
      await page.waitForSelector('main .page:not([hidden]) h1');
      await page.waitForTimeout(400);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 375);
      assert.deepEqual(await whatAxeFinds(page), []);
    });
  }

  it('walks the graph along relations by keyboard, and says where one is', async () => {
    const page = await open();
    await graphAtRest(page);
    await page.locator('.legend button').last().focus();
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.classList.contains('stage'))) break;
    }
    assert.ok(await page.evaluate(() => document.activeElement?.classList.contains('stage')), 'Tab reaches the graph');
    await page.waitForFunction(() => /relations/.test(document.querySelector('[data-live]')?.textContent ?? ''));
    assert.match(await spoken(page), /^Russia, country: \d+ relations, \d+ of cooperation, \d+ of conflict\./);
    const seen = new Set<string>();
    for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
      await page.keyboard.press(key);
      seen.add(((await spoken(page)).split(',')[0] ?? '').trim());
    }
    assert.ok(seen.size >= 2, [...seen].join());
    await keepPicture(page, 'graph-keyboard');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.panel .claim, .panel .by-type');
    assert.match(page.url(), /chosen=n~/);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !location.search.includes('chosen='));
    await page.keyboard.press('h');
    await page.waitForFunction(() => location.search.includes('hide='));
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => !location.search.includes('hide='));
  });

  it('shows where the focus is on everything Tab reaches', async () => {
    const page = await open();
    await graphAtRest(page);
    const missing: string[] = [];
    for (let i = 0; i < 45; i++) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement | null;
        if (!element || element === document.body) return 'ok';
        const marked = element.matches('.clock input') ? (element.nextElementSibling as HTMLElement) : element;
        const style = getComputedStyle(marked);
        return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
          ? 'ok'
          : element.outerHTML.slice(0, 100);
      });
      if (found !== 'ok') missing.push(found);
    }
    assert.deepEqual(missing, []);
  });

  it('gives every control a target of 24 px', async () => {
    const page = await open(`?chosen=n~${castId('RUS')}`);
    await graphAtRest(page);
    await page.waitForSelector('.panel .claim');
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, select, input, summary, nav a')]
        .filter(
          (element) => element.checkVisibility() && !element.matches('.clock input, p button.link, .file-button input'),
        )
        .map((element) => ({ box: element.getBoundingClientRect(), html: element.outerHTML.slice(0, 90) }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ box, html }) => `${Math.round(box.width)}×${Math.round(box.height)} ${html}`),
    );
    assert.deepEqual(small, []);
  });

  it('holds the graph as a table for who does not see it', async () => {
    const page = await open();
    await graphAtRest(page);
    const text = (await page.textContent('.spoken-table table')) ?? '';
    assert.match(text, /The relations in the graph, \d+ pairs/);
    assert.match(text, /Russia[^|]*agrees with[^|]*United States/);
  });

  it('does not move where little motion is asked for', async () => {
    const page = await open('', { littleMotion: true });
    await graphAtRest(page);
    assert.equal(
      await page.evaluate(() => getComputedStyle(document.querySelector('.layer-base')!).transitionDuration),
      '0s',
    );
  });
});
