import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { readConfig } from '../server/config.ts';
import { serve } from '../server/main.ts';
import { CHROMIUM_FLAGS, findChromium } from './bench/page/find-chromium.ts';
import { buildPage } from './build.ts';

/**
 * The pictures of the README, made from the page itself on the sample articles: `npm run pictures`. With an address
 * as argument the page is taken from there; else the program is started on the store that `DATA_FILE` names.
 */
const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url));

const PICTURES = [
  { name: 'graph', path: '?chosen=p~country:RUS~country:SYR', ready: '.panel .claim mark', theme: 'light' },
  {
    name: 'dyad',
    path: '?page=dyad&a=country:USA&b=country:RUS&chosen=p~country:RUS~country:USA',
    ready: '.panel .claim mark',
    theme: 'dark',
  },
] as const;

const start = async (): Promise<{ readonly address: string; readonly end: () => Promise<void> }> => {
  const given = process.argv[2];
  if (given) return { address: given, end: async () => undefined };
  await buildPage();
  const running = await serve(readConfig({ ...process.env, PORT: '0', LOG_LEVEL: 'silent' }));
  return { address: running.address, end: () => running.close() };
};

const takePictures = async (): Promise<void> => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found: set CHROMIUM to its path.');
  await mkdir(FOLDER, { recursive: true });
  const { address, end } = await start();
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  for (const { name, path, ready, theme } of PICTURES) {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      colorScheme: theme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(new URL(path, address).href);
    await page.waitForSelector(ready);
    // names in the sentences are marked a moment later, and the layout comes to rest
    await page.waitForTimeout(2500);
    await page.screenshot({ path: join(FOLDER, `${name}.png`), caret: 'initial' });
    await context.close();
    process.stderr.write(`docs/pictures/${name}.png\n`);
  }
  await browser.close();
  await end();
};

takePictures().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
