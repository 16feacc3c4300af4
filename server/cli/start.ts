import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../config.ts';
import { PAGE_FOLDER, serve } from '../main.ts';
import { openStore } from '../store/open-store.ts';
import { FailureError } from './errors.ts';
import { type ServeOptions, stopOnSignals } from './serve.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Folders from which the page is built. */
const PAGE_SOURCES = ['web', 'graph-schema', 'server/cypher', 'scripts/build.ts'];

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Latest change, in ms, of a file or of anything in a folder. */
const changedAt = async (path: string): Promise<number> => {
  const own = await stat(path).catch(() => undefined);
  if (!own) return 0;
  if (!own.isDirectory()) return own.mtimeMs;
  const times = await Promise.all((await readdir(path)).map((name) => changedAt(join(path, name))));
  return Math.max(0, ...times);
};

const runScript = async (script: string): Promise<boolean> => {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, script)], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return (await new Promise((resolve) => child.once('close', resolve))) === 0;
};

const buildPage = async (): Promise<void> => {
  const built = await changedAt(join(PAGE_FOLDER, 'index.html'));
  const sources = await Promise.all(PAGE_SOURCES.map((path) => changedAt(join(root, path))));
  if (built > Math.max(...sources)) return;
  say('building the page …');
  if (!(await runScript('scripts/build.ts')))
    throw new FailureError('The page could not be built; what is wrong stands above.');
};

/** Bundles the program for the next start, where this one runs from the sources; that it fails stops nobody. */
const buildProgram = async (): Promise<void> => {
  if (process.env.ENTENTE_BUNDLED === 'yes') return;
  if (!(await runScript('scripts/build-program.ts')))
    say('The program could not be bundled; it starts from its sources.');
};

/** Builds the page where its sources are newer, opens the store, reads the samples where it is empty, serves. */
export const start = async (options: ServeOptions & { readonly samples: boolean }): Promise<void> => {
  const config = { ...readConfig(), ...(options.port === undefined ? {} : { port: options.port }) };
  const [store] = await Promise.all([openStore(process.env), buildPage()]);
  const bundled = buildProgram();
  if (options.samples && (await store.articles({ limit: 1 })).total === 0) {
    const { ingestInto } = await import('./ingest.ts');
    say('reading the sample articles …');
    await ingestInto({ store, config, sources: [join(root, 'scripts/samples')], what: 'samples', quiet: false });
  }
  const { createLogger } = await import('../http/logger.ts');
  const running = await serve(config, { store, logger: createLogger(process.env.LOG_LEVEL ?? 'warn') });
  say(`Entente is at ${running.address}   (${store.kind === 'neo4j' ? 'Neo4j' : config.dataFile}; Ctrl+C stops it)`);
  await bundled;
  await stopOnSignals(running);
};
