import { basename } from 'node:path';
import yauzl from 'yauzl';
import { type Unread, UnreadError } from '../draft.ts';
import type { NewTask } from '../jobs/job-table.ts';
import { ENDINGS, endingOf } from './kind.ts';

/** What an archive may hold: entries, bytes of one entry and of all, growth by unpacking, archives in archives. */
export const ZIP_LIMITS = { entries: 100_000, entry: 64 * 1024 * 1024, total: 2 * 1024 ** 3, ratio: 200, depth: 2 };

const openZip = (bytes: Uint8Array): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) =>
    yauzl.fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true, validateEntrySizes: true },
      (error, zip) =>
        error ? reject(new UnreadError(`The archive is broken: ${error.message}`, { cause: error })) : resolve(zip),
    ),
  );

async function* entriesOf(zip: yauzl.ZipFile): AsyncGenerator<yauzl.Entry> {
  let seen = 0;
  for (;;) {
    const entry = await new Promise<yauzl.Entry | undefined>((resolve, reject) => {
      const done = (act: () => void) => {
        zip.removeAllListeners();
        act();
      };
      zip.once('entry', (next: yauzl.Entry) => done(() => resolve(next)));
      zip.once('end', () => done(() => resolve(undefined)));
      zip.once('error', (error: Error) =>
        done(() => reject(new UnreadError(`The archive is broken: ${error.message}`, { cause: error }))),
      );
      zip.readEntry();
    });
    if (!entry) return;
    if (++seen > ZIP_LIMITS.entries)
      throw new UnreadError(`The archive has more than ${ZIP_LIMITS.entries} files. Cut it up.`);
    yield entry;
  }
}

const unpack = (zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > ZIP_LIMITS.entry) stream.destroy(new Error('it unpacks to more than it may'));
        else chunks.push(chunk);
      });
      stream.once('error', reject);
      stream.once('end', () => resolve(Buffer.concat(chunks)));
    });
  });

const tooLarge = (entry: yauzl.Entry): string | undefined => {
  if (entry.uncompressedSize > ZIP_LIMITS.entry)
    return `it is larger than ${ZIP_LIMITS.entry / 1024 / 1024} MB unpacked`;
  if (entry.uncompressedSize > 1_000_000 && entry.uncompressedSize > ZIP_LIMITS.ratio * entry.compressedSize)
    return 'it unpacks to more than two hundred times its size, as archives made to do harm do';
  return undefined;
};

/** Checks that an archive does not claim to unpack to more than it may. */
export const declaredSize = async (bytes: Uint8Array, what: string): Promise<void> => {
  const zip = await openZip(bytes);
  let total = 0;
  for await (const entry of entriesOf(zip)) {
    const large = tooLarge(entry);
    total += entry.uncompressedSize;
    if (large || total > ZIP_LIMITS.entry * 4)
      throw new UnreadError(`${what} is refused: ${large ?? 'it is too large unpacked'}.`);
  }
};

/** One file of an archive by its path in it; undefined where there is none. */
export const fileOfZip = async (bytes: Uint8Array, path: string): Promise<Uint8Array | undefined> => {
  const zip = await openZip(bytes);
  for await (const entry of entriesOf(zip)) if (entry.fileName === path) return unpack(zip, entry);
  return undefined;
};

/** The files of an archive, one by one; what is too large, hidden or of no kind that is read is named or passed over. */
export async function* readZip(name: string, bytes: Uint8Array, depth = 0): AsyncGenerator<NewTask | Unread> {
  if (depth >= ZIP_LIMITS.depth)
    throw new UnreadError('The archive lies in an archive in an archive. Unpack it first.');
  const zip = await openZip(bytes);
  let total = 0;
  for await (const entry of entriesOf(zip)) {
    const path = entry.fileName;
    const label = `${name}/${path}`;
    if (path.endsWith('/') || path.startsWith('__MACOSX/') || basename(path).startsWith('.')) continue;
    if (!ENDINGS.includes(endingOf(path))) {
      yield { name: label, error: 'Files of this kind are not read.' };
      continue;
    }
    const large = tooLarge(entry);
    total += entry.uncompressedSize;
    if (total > ZIP_LIMITS.total) throw new UnreadError('The archive unpacks to more than 2 GB. Cut it up.');
    if (large) {
      yield { name: label, error: `The file was left out: ${large}.` };
      continue;
    }
    if (entry.isEncrypted()) {
      yield { name: label, error: 'The file is encrypted. Unpack the archive with its password and give the files.' };
      continue;
    }
    try {
      const content = await unpack(zip, entry);
      yield { name: label, kind: 'file', payload: JSON.stringify({ depth: depth + 1 }), bytes: content };
    } catch (error) {
      yield { name: label, error: `The file could not be unpacked: ${(error as Error).message}.` };
    }
  }
}
