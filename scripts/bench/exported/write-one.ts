import { createWriteStream, rmSync } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportFormat } from '../../../server/export/formats.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { sourceOf } from '../../../server/store/source-of.ts';

/** What writing one file took: bytes of memory, seconds. */
export interface Written {
  readonly edges: number;
  readonly seconds: number;
  readonly bytes: number;
  /** Live heap at most, over that of the open store. */
  readonly held: number;
  /** Resident memory of the process at most, its start and the store included. */
  readonly rss: number;
}

/** Bytes written between two looks at the memory. */
const LOOK_EVERY = 16_000_000;

const live = (): number => {
  globalThis.gc!();
  return process.memoryUsage().heapUsed;
};

const [, , format, file] = process.argv;
const store = await openStore(process.env);
await store.search('nothing');
const before = live();
const begun = performance.now();
let looking = 0;
const source = await sourceOf(store, { title: 'bench', program: 'bench' });
let [bytes, looked, held] = [0, 0, 0];
const look = (): void => {
  const start = performance.now();
  held = Math.max(held, live() - before);
  looking += performance.now() - start;
};
look();
const counting = new Transform({
  transform(piece: Buffer, _encoding, done) {
    bytes += piece.length;
    if (bytes - looked > LOOK_EVERY) {
      looked = bytes;
      look();
    }
    done(null, piece);
  },
});
const pieces = Readable.from(exportFormat(format!)!.write(source, {}), { objectMode: true });
await pipeline(pieces, counting, createWriteStream(file!));
const seconds = (performance.now() - begun - looking) / 1000;
await store.close();
rmSync(file!);
const rss = process.resourceUsage().maxRSS * 1024;
const written: Written = { edges: source.provenance.edges, seconds, bytes, held, rss };
process.stdout.write(JSON.stringify(written));
