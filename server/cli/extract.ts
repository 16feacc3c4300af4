import type { Reading } from '../../graph-schema/record.ts';
import { errorLine, type OutputLine, outputLine } from '../extract/output.ts';
import { type Draft, type Found, isUnread, UnreadError } from '../ingest/draft.ts';
import { loadExtractor } from '../ingest/load-extractor.ts';
import { openFile } from '../ingest/open-task.ts';
import { toArticle } from '../ingest/to-article.ts';
import { compileOnlyWhatIsHot } from './batch-runtime.ts';
import { MisuseError } from './errors.ts';
import { inOrder } from './in-order.ts';
import { write } from './print.ts';
import { createProgress } from './progress.ts';
import { isAddress, readSources } from './sources.ts';

interface Options {
  readonly published?: string;
  readonly trace?: boolean;
  readonly threads?: number;
  readonly quiet?: boolean;
}

type Read = (draft: Draft) => Promise<OutputLine | object>;

const idOf = (found: Found): string => found.id ?? found.name;

/** Opens files where they are needed; what is only an address is not read by this command. */
async function* draftsIn(sources: readonly string[]): AsyncGenerator<Found> {
  for await (const entry of readSources(sources)) {
    if (!('payload' in entry)) {
      yield entry;
      continue;
    }
    if (entry.kind !== 'file') {
      yield {
        name: entry.name,
        error: 'The article has an address and no text; ingest reads addresses, extract does not.',
      };
      continue;
    }
    const { openDocument } = await import('../ingest/formats/open-document.ts');
    const pending = [entry];
    for (let task = pending.shift(); task; task = pending.shift()) {
      try {
        for await (const found of openFile(task.name, task.bytes!, { document: openDocument })) {
          if (!('payload' in found)) yield found;
          else if (found.kind === 'file') pending.push(found);
          else
            yield {
              name: found.name,
              error: 'The article has an address and no text; ingest reads addresses, extract does not.',
            };
        }
      } catch (error) {
        if (!(error instanceof UnreadError)) throw error;
        yield { name: task.name, error: error.message };
      }
    }
  }
}

/** The first two of a stream, to tell one article from a batch, and then all of it. */
const peek = async <T>(
  items: AsyncGenerator<T>,
): Promise<{ readonly single: boolean; readonly all: AsyncGenerator<T> }> => {
  const first = await items.next();
  const second = first.done ? first : await items.next();
  return {
    single: second.done === true,
    all: (async function* () {
      if (!first.done) yield first.value;
      if (!second.done) yield second.value;
      if (!second.done) yield* items;
    })(),
  };
};

/** One article is read here; a batch is read by threads. */
const createRead = async (
  options: Options,
  single: boolean,
): Promise<{ readonly read: Read; readonly width: number; close(): Promise<void> }> => {
  const prepare = async (draft: Draft) => {
    const dated =
      draft.published === undefined && options.published ? { ...draft, published: options.published } : draft;
    return toArticle(dated, new Date());
  };
  const without = (article: Reading['article']): Reading => ({ article, entities: [], claims: [] });
  const note = (line: OutputLine, readable: boolean, notes: readonly string[]) =>
    readable ? line : { ...line, error: notes.at(-1)!.replace(' It is kept, but only', ' Only') };
  if (options.trace || single) {
    const extractor = await loadExtractor();
    const read: Read = async (draft) => {
      const { article, readable, notes } = await prepare(draft);
      if (options.trace) {
        const { reading, trace } = extractor.trace(article);
        return { ...outputLine(idOf(draft), reading), trace };
      }
      return note(outputLine(idOf(draft), readable ? extractor.extract(article) : without(article)), readable, notes);
    };
    return { read, width: 1, close: async () => {} };
  }
  compileOnlyWhatIsHot();
  const { createPool } = await import('../ingest/pool.ts');
  const pool = createPool(options.threads === undefined ? {} : { size: options.threads });
  const read: Read = async (draft) => {
    const { article, readable, notes } = await prepare(draft);
    return note(outputLine(idOf(draft), readable ? await pool.read(article) : without(article)), readable, notes);
  };
  return { read, width: pool.size * 4, close: pool.close };
};

/**
 * Articles in, claims out: one JSON line an article, in the order of the input, also where nothing was found. An
 * article that cannot be read gives a line with `error`, and the rest goes on.
 */
export const extract = async (files: readonly string[], options: Options): Promise<void> => {
  const sources = files.length > 0 ? files : process.stdin.isTTY ? [] : ['-'];
  if (sources.length === 0) throw new MisuseError('Nothing to read: give files, or - and JSON lines on stdin.');
  if (sources.some(isAddress)) throw new MisuseError('extract reads files and JSON lines; give addresses to ingest.');
  const { single, all } = await peek(draftsIn(sources));
  const [progress, { read, width, close }] = await Promise.all([
    createProgress('reading', { quiet: options.quiet ?? single }),
    createRead(options, single),
  ]);
  const lineOf = async (found: Found): Promise<object> => {
    if (isUnread(found)) return errorLine(idOf(found), found.error);
    try {
      return await read(found);
    } catch (error) {
      if (!(error instanceof UnreadError)) throw error;
      return errorLine(idOf(found), error.message);
    }
  };
  try {
    let batch: string[] = [];
    for await (const line of inOrder(all, width, lineOf)) {
      batch.push(`${JSON.stringify(line)}\n`);
      progress.step();
      if (batch.length >= width) {
        await write(batch.join(''));
        batch = [];
      }
    }
    await write(batch.join(''));
  } finally {
    progress.stop();
    await close();
  }
};
