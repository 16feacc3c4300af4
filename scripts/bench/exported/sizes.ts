import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXPORT_FORMATS } from '../../../server/export/formats.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/embedded-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { benchReading } from '../store.ts';
import type { Written } from './write-one.ts';

/** Articles of 20 claims, each an edge of its own: 25,000 and 100,000 edges. */
const SIZES = [1_250, 5_000] as const;
/** Articles on their way into a store at the same time. */
const AT_ONCE = 32;

const fill = async (store: Store, from: number, to: number): Promise<void> => {
  let next = from;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < to) await store.put(benchReading(next++));
    }),
  );
};

/** Writes one format in a process of its own. */
const writeOne = (environment: NodeJS.ProcessEnv, format: string): Written => {
  const script = fileURLToPath(new URL('./write-one.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', script, format, join(tmpdir(), `entente-export-${process.pid}`)],
    { env: { ...process.env, NEO4J_URI: '', ...environment }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${format}: ${stderr}`);
  return JSON.parse(stdout) as Written;
};

/** Opens a store and fills it up to a size, closed again at once. */
interface Place {
  readonly name: string;
  readonly environment: NodeJS.ProcessEnv;
  fill(from: number, to: number): Promise<void>;
}

const compare = async ({ name, environment, fill }: Place): Promise<void> => {
  const wanted = process.env.BENCH_FORMATS?.split(',');
  const formats = EXPORT_FORMATS.map(({ id }) => id).filter((id) => !wanted || wanted.includes(id));
  const found = new Map<string, Written[]>(formats.map((id) => [id, []]));
  let filled = 0;
  for (const size of SIZES) {
    await fill(filled, size);
    filled = size;
    for (const id of formats) found.get(id)!.push(writeOne(environment, id));
  }
  const mega = (bytes: number) => (bytes / 1e6).toFixed(1);
  for (const [id, [small, large]] of found) {
    console.log(
      `| ${name} | ${id} | ${small!.edges.toLocaleString('en')} | ${large!.edges.toLocaleString('en')} | ${large!.seconds.toFixed(1)} | ${mega(large!.bytes)} | ${mega(small!.held)} | ${mega(large!.held)} | ${mega(small!.rss)} | ${mega(large!.rss)} |`,
    );
  }
};

/** A made-up store of 25,000 and of 100,000 edges in every format; Neo4j too where `TEST_NEO4J_URI` is set (its data is deleted). */
export const runSizes = async (): Promise<void> => {
  console.log('\nA store’s graph at two sizes. Held: live heap while writing, over that of the open store.\n');
  console.log(
    '| store | format | edges | edges | seconds | MB | held, MB | held, MB | process, MB | process, MB |\n|---|---|---|---|---|---|---|---|---|---|',
  );
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  const file = join(folder, 'entente.sqlite');
  try {
    await compare({
      name: 'embedded',
      environment: { DATA_FILE: file },
      fill: async (from, to) => {
        const store = openEmbeddedStore(file);
        await fill(store, from, to);
        await store.close();
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const uri = process.env.TEST_NEO4J_URI;
  if (!uri) return;
  const { openNeo4jStore } = await import('../../../server/store/neo4j/neo4j-store.ts');
  await compare({
    name: 'Neo4j',
    environment: { NEO4J_URI: uri },
    fill: async (from, to) => {
      const store = await openNeo4jStore({ uri });
      if (from === 0) {
        const session = store.driver.session({ database: store.database });
        await session.run('MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
        await session.close();
      }
      await fill(store, from, to);
      await store.close();
    },
  });
};
