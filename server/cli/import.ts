import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { IMPORT_FORMATS, type ImportFormat } from '../import/import-graph.ts';
import { importInto } from '../import/into-store.ts';
import { PROGRAM } from '../version.ts';
import { FailureError, MisuseError } from './errors.ts';
import { write } from './print.ts';
import { withStore } from './with-store.ts';

interface Options {
  readonly format?: string;
  readonly json?: boolean;
}

const FORMATS: readonly string[] = [...IMPORT_FORMATS, 'record'];

/** Why a file can't be read, in words. */
const WHY: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `There is no file ${path}.`,
  EISDIR: (path) => `${path} is a folder. Import one file at a time.`,
  EACCES: (path) => `${path} may not be read: permission denied.`,
};

const readInput = async (path: string): Promise<Uint8Array> => {
  if (path !== '-')
    return readFile(path).catch((error: NodeJS.ErrnoException) => {
      throw new FailureError(WHY[error.code ?? '']?.(path) ?? `${path} could not be read: ${error.message}`, {
        cause: error,
      });
    });
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
};

/** Reads back an exported file, or as much of a foreign one as fits; what did not fit is said. */
export const importFile = async (path: string, options: Options): Promise<void> => {
  const { format } = options;
  if (format !== undefined && !FORMATS.includes(format))
    throw new MisuseError(`--format ${format}: there are ${FORMATS.join(', ')}.`);
  const bytes = await readInput(path);
  await withStore(async (store) => {
    const name = path === '-' ? 'stdin' : basename(path);
    const outcome = await importInto(store, bytes, {
      name,
      program: PROGRAM,
      ...(format === undefined ? {} : { format: format as ImportFormat | 'record' }),
    });
    if (options.json) await write(`${JSON.stringify(outcome)}\n`);
    const { articles, nodes, edges, claims, left } = outcome;
    process.stderr.write(
      `${name} (${outcome.format}): ${articles.added} articles added, ${articles.unchanged} unchanged; ${nodes} nodes, ${edges} edges, ${claims} claims that were not there before\n`,
    );
    for (const line of left) process.stderr.write(`  ${line}\n`);
  });
};
