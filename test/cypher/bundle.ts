import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

export interface Bundle {
  /** Files by name; `cypher.js` is the one to load. */
  readonly files: ReadonlyMap<string, string>;
  /** Names of `cypher.js` and all it loads at once. */
  readonly atOnce: readonly string[];
  /** Source files in a file of the bundle. */
  readonly sourcesOf: (name: string) => readonly string[];
  readonly zipped: (names: readonly string[]) => number;
}

/** The engine as a page would get it: minified modules, what is loaded when used in chunks of their own. */
export const bundleEngine = async (): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    entryPoints: { cypher: fileURLToPath(new URL('../../server/cypher/index.ts', import.meta.url)) },
    absWorkingDir: fileURLToPath(new URL('../../', import.meta.url)),
    bundle: true,
    minify: true,
    format: 'esm',
    splitting: true,
    platform: 'browser',
    target: 'es2022',
    outdir: 'bundle',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const nameOf = (path: string): string => path.split('/').at(-1)!;
  const files = new Map(outputFiles.map(({ path, text }) => [nameOf(path), text]));
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [nameOf(path), output]));
  const atOnce = new Set(['cypher.js']);
  for (const name of atOnce) {
    for (const { path, kind } of outputs.get(name)!.imports) if (kind === 'import-statement') atOnce.add(nameOf(path));
  }
  return {
    files,
    atOnce: [...atOnce],
    sourcesOf: (name) => Object.keys(outputs.get(name)!.inputs),
    zipped: (names) => names.reduce((sum, name) => sum + gzipSync(files.get(name)!, { level: 9 }).length, 0),
  };
};
