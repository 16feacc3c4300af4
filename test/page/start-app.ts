import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage } from '../../scripts/build.ts';
import { readConfig } from '../../server/config.ts';
import { checkUrl, isPublicAddress } from '../../server/ingest/fetch/address.ts';
import { createFetcher } from '../../server/ingest/fetch/fetcher.ts';
import { serve } from '../../server/main.ts';
import { openStore } from '../../server/store/open-store.ts';
import { READINGS } from './readings.ts';

/** The whole program on a store of its own, filled with the readings for tests. */
export interface RunningApp {
  readonly address: string;
  /** Removes the articles that tests have added, so that each group of tests finds the same graph. */
  readonly restore: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Where tests serve articles of their own. */
export const OWN = 'http://127.0.0.1:';

export const startApp = async (more: Readonly<Record<string, string>> = {}): Promise<RunningApp> => {
  const folder = await mkdtemp(join(tmpdir(), 'entente-page-'));
  await buildPage();
  const environment = { DATA_FILE: join(folder, 'page.sqlite'), PORT: '0', LOG_LEVEL: 'silent', THREADS: '1', ...more };
  const store = await openStore(environment);
  for (const reading of READINGS) await store.put(reading);
  // what the tests themselves serve on this machine may be read too; see `ingest/fetch` for what is refused otherwise
  const fetcher = createFetcher({
    isAllowed: (ip) => ip === '127.0.0.1' || isPublicAddress(ip),
    checkUrl: (text) => (text.startsWith(OWN) ? new URL(text) : checkUrl(text)),
  });
  const running = await serve(readConfig(environment), { store, fetcher });
  return {
    address: running.address,
    restore: async () => {
      const own = new Set(READINGS.map(({ article }) => article.id));
      const { items } = await store.articles({ limit: 500 });
      for (const { id } of items) if (!own.has(id)) await store.remove(id);
    },
    end: async () => {
      await running.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
