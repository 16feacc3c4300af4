import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage } from '../../scripts/build.ts';
import { readConfig } from '../../server/config.ts';
import { serve } from '../../server/main.ts';
import { openStore } from '../../server/store/open-store.ts';
import { READINGS } from './readings.ts';

/** The whole program on a store of its own, filled with the readings for tests. */
export interface RunningApp {
  readonly address: string;
  readonly end: () => Promise<void>;
}

export const startApp = async (): Promise<RunningApp> => {
  const folder = await mkdtemp(join(tmpdir(), 'entente-page-'));
  await buildPage();
  const environment = { DATA_FILE: join(folder, 'page.sqlite'), PORT: '0', LOG_LEVEL: 'silent', THREADS: '1' };
  const store = await openStore(environment);
  for (const reading of READINGS) await store.put(reading);
  const running = await serve(readConfig(environment), { store });
  return {
    address: running.address,
    end: async () => {
      await running.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
