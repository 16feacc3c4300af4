import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const bundle = async (entries: readonly string[]) =>
  build({
    entryPoints: entries.map(at),
    bundle: true,
    minify: true,
    format: 'esm',
    splitting: true,
    write: false,
    metafile: true,
    outdir: '/',
    target: 'es2022',
    logLevel: 'silent',
  });

const zipped = (contents: Uint8Array): number => gzipSync(contents, { level: 9 }).length;

describe('what a reader loads', () => {
  it('is no more than 250 kB zipped for all pages, the editor left out', async () => {
    const { outputFiles } = await bundle(['web/main.ts', 'web/layout/worker.ts']);
    const style = await build({
      entryPoints: [at('web/style/style.css')],
      bundle: true,
      minify: true,
      write: false,
      logLevel: 'silent',
    });
    const sizes = outputFiles.filter((file) => !/\/editor-/.test(file.path)).map((file) => zipped(file.contents));
    const whole = sizes.reduce((sum, size) => sum + size, 0) + zipped(style.outputFiles[0]!.contents);
    assert.ok(
      outputFiles.some((file) => /\/editor-/.test(file.path)),
      'the editor is a file of its own',
    );
    console.log(`      ${(whole / 1000).toFixed(1)} kB zipped`);
    assert.ok(whole <= 250_000, `${whole} bytes`);
  });

  it('is no more than 65 kB zipped for the graph with its layout', async () => {
    const { outputFiles } = await bundle(['web/graph/graph-canvas.ts', 'web/layout/worker.ts']);
    const whole = outputFiles.reduce((sum, file) => sum + zipped(file.contents), 0);
    console.log(`      ${(whole / 1000).toFixed(1)} kB zipped`);
    assert.ok(whole <= 65_000, `${whole} bytes`);
  });
});
