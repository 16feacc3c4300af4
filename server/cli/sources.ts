import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Found } from '../ingest/draft.ts';
import { readJsonLine } from '../ingest/formats/json.ts';
import { ENDINGS, endingOf } from '../ingest/formats/kind.ts';
import type { NewTask } from '../ingest/jobs/job-table.ts';
import { FailureError } from './errors.ts';

/** A file larger than this is read line by line where it can be, and refused where it cannot. */
const LARGEST_WHOLE = 256 * 1024 * 1024;

/** Endings of files that hold one article. */
const SINGLE: readonly string[] = ['txt', 'text', 'md', 'markdown', 'html', 'htm', 'pdf', 'docx', 'eml'];

const isLines = (path: string): boolean => ['jsonl', 'ndjson'].includes(endingOf(path));

/** JSON lines from a stream, one at a time, so that files of any size fit. */
async function* linesOf(name: string, input: NodeJS.ReadableStream): AsyncGenerator<Found | NewTask> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    const label = `${name}, line ${number}`;
    if (line.length > 32_000_000)
      yield { name: label, error: 'The line has more than 32 million characters, which no article has.' };
    else if (line.trim() !== '') yield await readJsonLine(line, label);
  }
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile() && ENDINGS.includes(endingOf(entry.name)) && entry.name !== 'README.md') yield path;
  }
}

/** Whether this is an address and no path. */
export const isAddress = (source: string): boolean => /^https?:\/\//i.test(source);

/** Whether the sources are one file with one article, for which no thread need be started. */
export const isOneArticle = async (sources: readonly string[]): Promise<boolean> => {
  const [path, ...others] = sources;
  if (path === undefined || others.length > 0 || !SINGLE.includes(endingOf(path))) return false;
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
};

const statOf = async (path: string) => {
  try {
    return await stat(path);
  } catch {
    throw new FailureError(`There is no file or folder ${path}.`);
  }
};

async function* fromFile(path: string): AsyncGenerator<Found | NewTask> {
  if (isLines(path)) {
    yield* linesOf(path, createReadStream(path, 'utf8'));
    return;
  }
  const { size } = await statOf(path);
  if (size > LARGEST_WHOLE)
    yield {
      name: path,
      error: `The file has ${(size / 1e6).toFixed(0)} MB. Give it as JSON lines (.jsonl), or cut it up.`,
    };
  else yield { name: path, kind: 'file', payload: '{}', bytes: await readFile(path) };
}

/** What files, folders, addresses and stdin hold, in order, one thing at a time. */
export async function* readSources(sources: readonly string[]): AsyncGenerator<Found | NewTask> {
  for (const source of sources) {
    if (source === '-') yield* linesOf('stdin', process.stdin);
    else if (isAddress(source)) yield { name: source, kind: 'page', payload: JSON.stringify({ url: source }) };
    else if ((await statOf(source)).isDirectory()) for await (const path of filesIn(source)) yield* fromFile(path);
    else yield* fromFile(source);
  }
}
