import { copyFile, mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const at = (path: string): string => fileURLToPath(new URL(path, root));
const PAGE = 'dist/web/';

/** Bundle the page into `dist/web`: entries under plain names, what is loaded later as chunks with their digest. */
export const buildPage = async (): Promise<void> => {
  await rm(at(PAGE), { recursive: true, force: true });
  await mkdir(at(PAGE), { recursive: true });
  const common = { bundle: true, minify: true, target: 'es2022', logLevel: 'warning', legalComments: 'none' } as const;
  await Promise.all([
    build({
      ...common,
      entryPoints: { main: at('web/main.ts'), 'layout-worker': at('web/layout/worker.ts') },
      format: 'esm',
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
      outdir: at(PAGE),
      sourcemap: true,
      metafile: true,
    }),
    build({ ...common, entryPoints: { style: at('web/style/style.css') }, outdir: at(PAGE) }),
    ...['index.html', 'icon.svg'].map((name) => copyFile(at(`web/${name}`), at(`${PAGE}${name}`))),
  ]);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const from = performance.now();
  void buildPage().then(() => process.stderr.write(`page built in ${Math.round(performance.now() - from)} ms\n`));
}
