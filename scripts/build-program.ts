import { readFileSync, statSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = `${root}dist/program`;

/** Files keep the address of their source, so that the data beside them is found. */
const keepAddresses: Plugin = {
  name: 'keep-addresses',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replaceAll(
        /\bimport\.meta\.url\b/g,
        `new URL(${JSON.stringify(`../../${relative(root, path)}`)}, import.meta.url).href`,
      ),
    })),
};

/**
 * Bundles the program into `dist/program`, so that it starts without compiling: one file an entry, what is loaded later
 * in chunks, packages left where they are. `sources.json` holds when each source was last changed; a bundle that is not
 * of these very sources is not used.
 */
export const buildProgram = async (): Promise<void> => {
  const unfinished = `${FOLDER}.${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: {
      cli: 'server/cli/main.ts',
      'read-in-thread': 'server/ingest/read-in-thread.ts',
      'load-extractor': 'server/ingest/load-extractor.ts',
    },
    outdir: unfinished,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    chunkNames: '[name]-[hash]',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    define: { 'process.env.ENTENTE_BUNDLED': '"yes"' },
    plugins: [keepAddresses],
  });
  const sources = Object.keys(metafile.inputs).map((path) => [path, statSync(`${root}${path}`).mtimeMs]);
  await writeFile(`${unfinished}/sources.json`, JSON.stringify(Object.fromEntries(sources)));
  await rm(FOLDER, { recursive: true, force: true });
  await rename(unfinished, FOLDER);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildProgram();
