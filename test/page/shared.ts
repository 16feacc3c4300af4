import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/bench/page/find-chromium.ts';
import type { GraphStage } from '../../web/views/graph-view.ts';
import { type RunningApp, startApp } from './start-app.ts';

/** One program and one browser serve all page tests of a run; both end with it. */
let started: Promise<{ readonly app: RunningApp; readonly browser: Browser }> | undefined;

const start = async (executablePath: string) => {
  const [app, browser] = await Promise.all([startApp(), chromium.launch({ executablePath, args: CHROMIUM_FLAGS })]);
  return { app, browser };
};

after(async function () {
  this.timeout(30_000);
  const running = await started;
  await running?.browser.close();
  await running?.app.end();
});

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  readonly littleMotion?: boolean;
  readonly touch?: boolean;
}

/** What page tests share: opening pages, and the rule that nothing goes to the console. */
export interface PageTests {
  readonly open: (path?: string, options?: OpenOptions) => Promise<Page>;
  /** Answers of these statuses are part of this test; the browser notes them on the console. */
  readonly expectStatus: (status: number) => void;
  readonly address: () => string;
}

const ARTEFACTS = 'artefacts';

/** Keep a picture of a page beside the run. */
export const keepPicture = async (page: Page, name: string): Promise<void> => {
  mkdirSync(ARTEFACTS, { recursive: true });
  // without `caret`, a style element would be put into the page, which its policy forbids
  await page.screenshot({ path: join(ARTEFACTS, `${name}.png`), caret: 'initial' });
};

/** Begin a suite of page tests; it is skipped, with the reason, where there is no Chromium. */
export const describePage = (title: string, body: (tests: PageTests) => void): void => {
  const executablePath = findChromium();
  describe(executablePath ? title : `${title} (skipped: no Chromium found, set CHROMIUM to its path)`, function () {
    this.timeout(30_000);
    let address = '';
    let browser: Browser;
    let contexts: BrowserContext[] = [];
    let noises: string[] = [];
    let expected = new Set<number>();

    before(async function () {
      if (!executablePath) {
        this.skip();
        return;
      }
      this.timeout(60_000);
      started ??= start(executablePath);
      const running = await started;
      ({ browser } = running);
      address = running.app.address;
    });
    beforeEach(() => {
      noises = [];
      expected = new Set();
    });
    afterEach(async () => {
      await Promise.all(contexts.map((context) => context.close()));
      contexts = [];
      assert.deepEqual(noises, [], 'nothing goes to the console');
    });

    after(async () => (await started)?.app.restore());

    body({
      address: () => address,
      expectStatus: (status) => expected.add(status),
      async open(path = '', { width = 1280, height = 800, theme = 'light', littleMotion = true, touch = false } = {}) {
        const context = await browser.newContext({
          viewport: { width, height },
          colorScheme: theme,
          reducedMotion: littleMotion ? 'reduce' : 'no-preference',
          hasTouch: touch,
          acceptDownloads: true,
        });
        contexts.push(context);
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        const page = await context.newPage();
        page.setDefaultTimeout(9000);
        page.on('console', (message) => {
          if (message.type() !== 'error' && message.type() !== 'warning') return;
          const status = /status of (\d+)/.exec(message.text());
          if (status && expected.has(Number(status[1]))) return;
          noises.push(`${message.type()}: ${message.text()} (${message.location().url})`);
        });
        page.on('pageerror', (error) => noises.push(`error: ${error.stack ?? error.message}`));
        await page.goto(new URL(path, address).href);
        return page;
      },
    });
  });
};

/** Wait until the graph is drawn and at rest. */
export const graphAtRest = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => {
    const graph = document.querySelector<GraphStage>('.stage')?.graph;
    return graph !== undefined && graph.scene().nodes.length > 0 && graph.settled();
  });
};

/** Ids of the nodes in the graph. */
export const nodesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document
      .querySelector<GraphStage>('.stage')!
      .graph!.scene()
      .nodes.map((node) => node.id),
  );

/** Where a node stands in the window, px. */
export const placeOfNode = (page: Page, id: string): Promise<{ x: number; y: number }> =>
  page.evaluate((wanted) => {
    const stage = document.querySelector<GraphStage>('.stage')!;
    const graph = stage.graph!;
    const [x, y] = graph.screenOf(graph.scene().indexOf.get(wanted)!);
    const box = stage.getBoundingClientRect();
    return { x: box.left + x, y: box.top + y };
  }, id);

/** Where the sign of a pair stands in the window, px. */
export const placeOfPair = (page: Page, a: string, b: string): Promise<{ x: number; y: number }> =>
  page.evaluate(
    ([one, other]) => {
      const stage = document.querySelector<GraphStage>('.stage')!;
      const graph = stage.graph!;
      const key = one! < other! ? `${one}|${other}` : `${other}|${one}`;
      const [x, y] = graph.screenOfBundle(graph.scene().bundles.findIndex((bundle) => bundle.key === key));
      const box = stage.getBoundingClientRect();
      return { x: box.left + x, y: box.top + y };
    },
    [a, b],
  );

/** Click on a node, with keys held down. */
export const clickNode = async (page: Page, id: string, modifiers: ('Control' | 'Shift')[] = []): Promise<void> => {
  const { x, y } = await placeOfNode(page, id);
  for (const key of modifiers) await page.keyboard.down(key);
  await page.mouse.click(x, y);
  for (const key of modifiers) await page.keyboard.up(key);
};
