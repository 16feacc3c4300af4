import seedrandom from 'seedrandom';
import { boilerplateOf } from '../../server/ingest/boilerplate.ts';
import { datelineDay } from '../../server/ingest/dateline.ts';
import { UnreadError } from '../../server/ingest/draft.ts';
import { checkUrl } from '../../server/ingest/fetch/address.ts';
import { openDocument } from '../../server/ingest/formats/open-document.ts';
import { openFile } from '../../server/ingest/open-task.ts';
import { toArticle } from '../../server/ingest/to-article.ts';
import { writtenDay } from '../../server/ingest/written-day.ts';
import { SEEDS } from './seeds.ts';

type Random = () => number;

/** Pieces that parsers stumble over. */
const PIECES = [
  '\u0000',
  '\ufffe',
  '\ud800',
  '<',
  '>',
  '&',
  '&#x110000;',
  '<![CDATA[',
  '<!--',
  '-->',
  '"',
  "'",
  '\\u0000',
  '{',
  '}',
  '[',
  ']',
  ',',
  '\n',
  '\r\n',
  '%',
  '%PDF-',
  'PK\u0003\u0004',
  '<div>'.repeat(50),
  '</p>',
  '9'.repeat(400),
  '-',
  ':',
  '<svg/onload=x>',
  '\u202e',
  '((((((((',
  'a'.repeat(2000),
  '__proto__',
  'constructor',
  '---\n',
  '=?utf-8?B?',
  'endobj',
  'stream',
  'xref',
  '�',
  '<rss>',
  '&lt;',
  '1e999',
].map((piece) => Buffer.from(piece));

/** One to eight changes to some bytes: flipped, removed, doubled, exchanged, pieces put in. */
export const mutate = (bytes: Uint8Array, random: Random): Uint8Array => {
  let out = Buffer.from(bytes);
  const at = () => Math.floor(random() * (out.length + 1));
  for (let changes = 1 + Math.floor(random() * 8); changes > 0; changes--) {
    const [from, length] = [at(), Math.floor(random() ** 3 * 200)];
    const kind = Math.floor(random() * 6);
    if (kind === 0 && out.length > 0) out[from % out.length] = Math.floor(random() * 256);
    else if (kind === 1) out = Buffer.concat([out.subarray(0, from), out.subarray(from + length)]);
    else if (kind === 2)
      out = Buffer.concat([out.subarray(0, from), out.subarray(from, from + length), out.subarray(from)]);
    else if (kind === 3)
      out = Buffer.concat([out.subarray(0, from), PIECES[Math.floor(random() * PIECES.length)]!, out.subarray(from)]);
    else if (kind === 4) out = out.subarray(0, from);
    else for (let i = 0; i < length && out.length > 0; i++) out[(from + i) % out.length] = Math.floor(random() * 256);
  }
  return new Uint8Array(out);
};

const NOW = new Date('2020-01-01T00:00:00Z');

const openAll = async (name: string, bytes: Uint8Array): Promise<void> => {
  let seen = 0;
  for await (const found of openFile(name, bytes, { document: openDocument })) {
    if (!('error' in found) && !('payload' in found)) await toArticle(found, NOW).catch(onlyUnread);
    if (++seen > 500) break;
  }
};

const onlyUnread = (error: unknown): void => {
  if (!(error instanceof UnreadError)) throw error;
};

/** Entries of the parsers, by name: each takes bytes and may throw nothing but an `UnreadError`. */
export const ENTRIES: Readonly<Record<string, (bytes: Uint8Array) => Promise<void>>> = {
  ...Object.fromEntries(
    Object.keys(SEEDS).map((name) => [name, (bytes: Uint8Array) => openAll(name, bytes).catch(onlyUnread)]),
  ),
  dates: async (bytes) => {
    const text = Buffer.from(bytes).toString('latin1');
    writtenDay(text);
    datelineDay(text);
    boilerplateOf(text);
  },
  addresses: async (bytes) => {
    try {
      checkUrl(Buffer.from(bytes).toString('utf8'));
    } catch (error) {
      onlyUnread(error);
    }
  },
};

const SEED_OF: Readonly<Record<string, Uint8Array>> = {
  ...SEEDS,
  dates: Buffer.from(
    'WASHINGTON, April 12, 2017 (Sample Wire) — Published Wed, 12 Apr 2017 23:30:00 -0400. 20170412T033000Z 2017/4/2',
  ),
  addresses: Buffer.from('https://user@wire.example:8443/2017/04/12/veto.html?q=%20&x=[::1]#fragment'),
};

export interface FuzzResult {
  readonly inputs: number;
  /** The longest that one input took, in ms of this process's own processor time. */
  readonly slowest: number;
}

/** Feeds so many changed inputs to an entry. Throws, with the seed and number of the input, what is no `UnreadError`. */
export const fuzz = async (entry: string, inputs: number, seed: string): Promise<FuzzResult> => {
  const random = seedrandom(`${seed} ${entry}`);
  let slowest = 0;
  for (let number = 0; number < inputs; number++) {
    const bytes = mutate(SEED_OF[entry]!, random);
    const before = process.cpuUsage();
    try {
      await ENTRIES[entry]!(bytes);
    } catch (error) {
      throw new Error(`${entry}, input ${number} of ${seed}: ${(error as Error).stack}`, { cause: error });
    }
    const { user, system } = process.cpuUsage(before);
    slowest = Math.max(slowest, (user + system) / 1000);
  }
  return { inputs, slowest };
};
