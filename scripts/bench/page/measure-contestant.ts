import { readFileSync } from 'node:fs';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { HEIGHT, WIDTH } from './contestant.ts';
import { CHROMIUM_FLAGS } from './find-chromium.ts';
import type { Frames } from './harness.ts';
import type { ContestantName } from './serve-contest.ts';

/** What one library did with one graph. Times in ms. */
export interface Measured {
  readonly firstFrame: number;
  /** Processor time of the renderer and its painter for each move of the pointer while panning. */
  readonly panCpu: number;
  readonly pan: Frames;
  readonly zoom: Frames;
  readonly drag: Frames;
  readonly hover: number;
  readonly labels?: { readonly count: number; readonly overlapping: number };
  readonly focusLabels?: number;
}

const MOVES = 30;
/** A library that is too slow for a gesture is let off after so long, ms. */
const LONGEST_GESTURE = 6_000;
const TICK = 10;

/** A gesture that could not be made. */
const NOTHING: Frames = { count: 0, median: Number.NaN, p95: Number.NaN };

/** The median of those that were measured. */
export const median = (values: readonly number[]): number => {
  const measured = values.filter(Number.isFinite).sort((a, b) => a - b);
  return measured[measured.length >> 1] ?? Number.NaN;
};

/** Processor time of a process so far, ms (Linux's clock ticks are 10 ms). */
const processorTime = (pid: number): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  } catch {
    return 0;
  }
};

const openPage = async (
  executablePath: string,
  address: string,
): Promise<{ browser: Browser; page: Page; devtools: CDPSession }> => {
  const browser = await chromium.launch({
    executablePath,
    headless: false,
    // WebGL in software, so that libraries that need it take part
    args: [...CHROMIUM_FLAGS, '--enable-unsafe-swiftshader', '--use-angle=swiftshader', '--ignore-gpu-blocklist'],
    ignoreDefaultArgs: ['--enable-automation'],
  });
  const context = await browser.newContext({ viewport: { width: WIDTH, height: HEIGHT }, deviceScaleFactor: 1 });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction('window.bench');
  return { browser, page, devtools: await browser.newBrowserCDPSession() };
};

/** Milliseconds until a graph is readable from its bare data, or nothing within `most`. */
export const measureLayout = async (
  executablePath: string,
  base: string,
  name: ContestantName,
  size: number,
  most: number,
): Promise<number | undefined> => {
  const { browser, page } = await openPage(executablePath, `${base}/${name}`);
  try {
    return (
      (await page.evaluate(([count, limit]) => window.bench!.layOut(count, limit), [size, most] as const)) ?? undefined
    );
  } finally {
    await browser.close();
  }
};

/** Draw a graph at given places and pan, zoom, hover and drag it as a hand does. */
export const measureDrawing = async (
  executablePath: string,
  base: string,
  name: ContestantName,
  size: number,
): Promise<Measured> => {
  const { browser, page, devtools } = await openPage(executablePath, `${base}/${name}`);
  try {
    const firstFrame = await page.evaluate((count) => window.bench!.draw(count), size);
    await page.waitForTimeout(600);
    const { processInfo } = (await devtools.send('SystemInfo.getProcessInfo')) as {
      processInfo: { type: string; id: number }[];
    };
    const pids = processInfo.filter(({ type }) => /renderer|GPU/i.test(type)).map(({ id }) => id);
    const spent = () => pids.reduce((sum, pid) => sum + processorTime(pid), 0);
    const record = async (
      steps: readonly (() => Promise<void>)[],
    ): Promise<{ frames: Frames; cpu: number; made: number }> => {
      const before = spent();
      await page.evaluate(() => window.bench!.record());
      const until = Date.now() + LONGEST_GESTURE;
      let made = 0;
      for (const step of steps) {
        if (Date.now() > until) break;
        await step();
        made++;
      }
      const frames = await page.evaluate(() => window.bench!.frames());
      return { frames, cpu: (spent() - before) / made, made };
    };
    const times = <T>(count: number, make: (i: number) => T): T[] =>
      Array.from({ length: count }, (_, i) => make(i + 1));
    const dragHub = async (index: number): Promise<Frames> => {
      const place = () => page.evaluate((at) => window.bench!.screen(at), index);
      await page.mouse.move(8, HEIGHT - 8);
      const [x, y] = await place();
      const handAt = (i: number): readonly [number, number] => [x + i * 3, y + 20 * Math.sin(i / 6)];
      await page.mouse.move(x, y);
      await page.mouse.down();
      const { frames, made } = await record(times(MOVES, (i) => () => page.mouse.move(...handAt(i))));
      const [nodeX, nodeY] = await place();
      const [handX, handY] = handAt(made);
      await page.mouse.up();
      // a drag that took hold of the background instead is no drag
      return Math.hypot(nodeX - handX, nodeY - handY) < 25 ? frames : NOTHING;
    };
    const pans: { frames: Frames; cpu: number }[] = [];
    for (let round = 0; round < 3; round++) {
      await page.mouse.move(60, 60);
      await page.mouse.down();
      pans.push(
        await record(
          times(MOVES, (i) => () => page.mouse.move(60 + i * 3 * Math.cos(i / 20), 60 + i * 3 * Math.sin(i / 20) + i)),
        ),
      );
      await page.mouse.move(60, 60);
      await page.mouse.up();
    }
    await page.mouse.move(WIDTH / 2, HEIGHT / 2);
    const zoom = await record([
      ...times(12, () => () => page.mouse.wheel(0, -50)),
      ...times(12, () => () => page.mouse.wheel(0, 50)),
      () => page.waitForTimeout(200),
    ]);
    // nothing under the pointer: names as they are when nothing is in focus
    await page.mouse.move(4, HEIGHT - 4);
    await page.waitForTimeout(300);
    const labels = await page.evaluate(() => window.bench!.labels());
    const hubs = await page.evaluate(() => window.bench!.hubs(8));
    await page.evaluate(() => window.bench!.hovers());
    for (const hub of hubs) {
      await page.mouse.move(8, HEIGHT - 8);
      await page.waitForTimeout(60);
      const [x, y] = await page.evaluate((index) => window.bench!.screen(index), hub);
      await page.mouse.move(x, y);
      await page.waitForTimeout(150);
    }
    const hover = median(await page.evaluate(() => window.bench!.hovers()));
    // a slow library may still be gliding from the pan, with no hub in view: then there is nothing to drag
    const [hub] = hubs;
    const drag = hub === undefined ? NOTHING : await dragHub(hub);
    let focusLabels: number | undefined;
    if (labels && hub !== undefined) {
      await page.mouse.move(8, HEIGHT - 8);
      await page.evaluate((index) => window.bench!.focus(index), hub);
      await page.waitForTimeout(300);
      focusLabels = (await page.evaluate(() => window.bench!.labels()))?.count;
    }
    return {
      firstFrame,
      panCpu: median(pans.map(({ cpu }) => cpu)),
      pan: pans.map(({ frames }) => frames).sort((a, b) => a.p95 - b.p95)[1]!,
      zoom: zoom.frames,
      drag,
      hover,
      ...(labels ? { labels } : {}),
      ...(focusLabels === undefined ? {} : { focusLabels }),
    };
  } finally {
    await browser.close();
  }
};
