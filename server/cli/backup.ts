import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Article } from '../../graph-schema/article.ts';
import type { ArticleVersion, Decision, Reading } from '../../graph-schema/record.ts';
import type { Store } from '../store/store.ts';
import { FailureError } from './errors.ts';
import { createProgress } from './progress.ts';
import { withStore } from './with-store.ts';

/**
 * One line of a backup: its head, an older text (before the reading that replaced it), a reading, a decision, or its
 * end, which tells that the file is whole.
 */
type Line =
  | { readonly backup: 'entente'; readonly version: 1 }
  | { readonly older: Article }
  | { readonly reading: Reading }
  | { readonly decision: Decision }
  | { readonly end: { readonly readings: number; readonly decisions: number } };

const byAge = (a: ArticleVersion, b: ArticleVersion): number =>
  (a.article.retrieved ?? '') < (b.article.retrieved ?? '') ? -1 : 1;

async function* linesOf(store: Store, step: () => void): AsyncGenerator<string> {
  const line = (value: Line) => `${JSON.stringify(value)}\n`;
  yield line({ backup: 'entente', version: 1 });
  let readings = 0;
  for await (const reading of store.readings()) {
    readings++;
    step();
    const { versions } = await store.relatives(reading.article.id);
    for (const { article, url } of [...versions].sort(byAge)) yield line({ older: { ...article, url } });
    yield line({ reading });
  }
  const decisions = await store.decisions();
  for (const decision of decisions) yield line({ decision });
  yield line({ end: { readings, decisions: decisions.length } });
}

/**
 * The whole record of a store, Neo4j or embedded, as gzipped JSON lines; the drawing is made anew from it. The file
 * appears whole or not at all.
 */
export const backup = async (path: string, options: { readonly quiet?: boolean }): Promise<void> =>
  withStore(async (store) => {
    const progress = await createProgress('backup', options);
    progress.total((await store.articles({ limit: 1 })).total);
    const unfinished = `${path}.part`;
    try {
      await pipeline(Readable.from(linesOf(store, () => progress.step())), createGzip(), createWriteStream(unfinished));
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw new FailureError(`The backup could not be written: ${(error as Error).message}`, { cause: error });
    } finally {
      progress.stop();
    }
  });

async function* linesIn(path: string): AsyncGenerator<Line> {
  const source = createReadStream(path);
  const unpacked = source.pipe(createGunzip());
  source.once('error', (error) => unpacked.destroy(error));
  for await (const text of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text !== '') yield JSON.parse(text) as Line;
  }
}

/** Whether a file is a whole backup; throws what is wrong with it before anything is stored. */
const check = async (path: string): Promise<number> => {
  let head = false;
  let readings = 0;
  let end: number | undefined;
  try {
    for await (const line of linesIn(path)) {
      if ('backup' in line) head = line.backup === 'entente' && line.version === 1;
      else if ('reading' in line) readings++;
      else if ('end' in line) end = line.end.readings;
    }
  } catch (error) {
    throw new FailureError(`${path} is no whole backup: ${(error as Error).message}.`, { cause: error });
  }
  if (!head) throw new FailureError(`${path} was not written by entente backup.`);
  if (end !== readings)
    throw new FailureError(`${path} is cut off: ${readings} articles of ${end ?? 'an unknown number'}.`);
  return readings;
};

/** A backup into an empty store. What a restore that was cut off has stored already is not stored twice. */
export const restore = async (path: string, options: { readonly quiet?: boolean }): Promise<void> => {
  const readings = await check(path);
  await withStore(async (store) => {
    const stored = (await store.articles({ limit: 1 })).total;
    const progress = await createProgress('restore', options);
    progress.total(readings);
    const known = new Set((await store.decisions()).map((decision) => decision.id));
    let same = 0;
    for await (const line of linesIn(path)) {
      if ('older' in line) await store.put({ article: line.older, entities: [], claims: [] });
      else if ('reading' in line) {
        if ((await store.put(line.reading)) === 'unchanged') same++;
        progress.step();
      } else if ('decision' in line && !known.has(line.decision.id)) await store.decide(line.decision);
    }
    progress.stop();
    if (!options.quiet)
      process.stderr.write(
        `${readings} articles restored${same ? `, ${same} of them were there already` : ''}${stored > same ? `; ${stored - same} others are in the store too` : ''}\n`,
      );
  });
};
