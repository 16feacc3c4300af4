import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** The engine as a browser gets it: one entry, and parts that are loaded when used. */
export interface Bundle {
  readonly entry: string;
  /** Every file by its name, the entry too. */
  readonly files: ReadonlyMap<string, string>;
  /** Compressed bytes of what loads at once. */
  readonly gzip: number;
  /** Source files of what loads at once. */
  readonly inputs: readonly string[];
}

export async function bundleEngine(): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL('../../server/cypher/index.ts', import.meta.url))],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    metafile: true,
    write: false,
    outdir: 'out',
  });
  const files = new Map(outputFiles.map((file) => [file.path.split(/[\\/]/).at(-1)!, file.text]));
  const nameOf = (path: string): string => path.split('/').at(-1)!;
  const [entryPath] = Object.entries(metafile.outputs).find(
    ([, output]) => output.entryPoint?.endsWith('cypher/index.ts') === true,
  )!;
  const atOnce = new Set<string>();
  const follow = (path: string): void => {
    if (atOnce.has(path)) return;
    atOnce.add(path);
    for (const one of metafile.outputs[path]!.imports) if (one.kind === 'import-statement') follow(one.path);
  };
  follow(entryPath);
  return {
    entry: nameOf(entryPath),
    files,
    gzip: [...atOnce].reduce((sum, path) => sum + gzipSync(files.get(nameOf(path))!, { level: 9 }).length, 0),
    inputs: [...atOnce].flatMap((path) => Object.keys(metafile.outputs[path]!.inputs)),
  };
}
