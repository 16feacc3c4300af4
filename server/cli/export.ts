import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openConsole } from '../console/open-console.ts';
import { selectionOf } from '../console/selection-of.ts';
import { EXPORT_FORMATS, exportFormat } from '../export/formats.ts';
import { type Selection, sourceOf } from '../store/source-of.ts';
import type { Store } from '../store/store.ts';
import { MisuseError } from './errors.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { type FilterOptions, filterOfOptions, nodeNamed, withStore } from './with-store.ts';

interface Options extends FilterOptions {
  readonly format: string;
  readonly output?: string;
  readonly around?: string;
  readonly query?: string;
  readonly record?: boolean;
}

const CARRIERS = EXPORT_FORMATS.filter(({ carriesRecord }) => carriesRecord)
  .map(({ id }) => id)
  .join(', ');

const selected = async (store: Store, options: Options): Promise<Selection> => {
  const centre = options.around === undefined ? undefined : await nodeNamed(store, options.around);
  return selectionOf(store, openConsole(store), {
    filter: filterOfOptions(options),
    ...(centre ? { centre } : {}),
    ...(options.query === undefined ? {} : { query: options.query }),
  });
};

/** Writes the graph, a neighbourhood or the answer of a query; a file appears whole or not at all. */
export const exportGraph = async (options: Options): Promise<void> => {
  const format = exportFormat(options.format);
  if (!format)
    throw new MisuseError(`--format ${options.format}: there are ${EXPORT_FORMATS.map(({ id }) => id).join(', ')}.`);
  const { record = false } = options;
  if (record && !format.carriesRecord)
    throw new MisuseError(`--record: ${format.id} can't carry the articles; ${CARRIERS} can.`);
  if (options.around !== undefined && options.query !== undefined)
    throw new MisuseError('Give either --around or --query, not both: they are two ways of choosing a piece.');
  const work = async (store: Store, signal: AbortSignal) => {
    const source = await sourceOf(store, await selected(store, options));
    const pieces = Readable.from(format.write(source, { record }), { objectMode: true });
    if (options.output === undefined || options.output === '-') {
      await pipeline(pieces, process.stdout, { end: false, signal });
      return;
    }
    const unfinished = `${options.output}.part`;
    try {
      await pipeline(pieces, createWriteStream(unfinished), { signal });
      await rename(unfinished, options.output);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    const { nodes, edges } = source.provenance;
    process.stderr.write(`${options.output}: ${nodes} nodes, ${edges} edges\n`);
  };
  await untilInterrupted((signal) => withStore((store) => work(store, signal)));
};
