import { decode } from './decode.ts';
import { type Draft, type Found, UnreadError } from './draft.ts';
import type { Fetcher } from './fetch/fetcher.ts';
import type { Robots } from './fetch/robots.ts';
import { readCsv } from './formats/csv.ts';
import { readFeed } from './formats/feed.ts';
import { readJson } from './formats/json.ts';
import { kindOf } from './formats/kind.ts';
import type { Carrier } from './formats/open-document.ts';
import { readZip } from './formats/zip.ts';
import type { NewTask } from './jobs/job-table.ts';

/** What opening works with. */
export interface Opening {
  readonly fetcher: Fetcher;
  readonly robots: Robots;
  /** Opens a document with one article, in a thread or here. */
  readonly document: (name: string, bytes: Uint8Array, carrier: Carrier) => Promise<Draft>;
  readonly signal?: AbortSignal;
}

type Entry = Found | NewTask;

/** What a file holds: one article, or many, or further files and addresses. */
export async function* openFile(
  name: string,
  bytes: Uint8Array,
  opening: Pick<Opening, 'document'>,
  carrier: Carrier = {},
  depth = 0,
): AsyncGenerator<Entry> {
  if (bytes.length === 0) throw new UnreadError('The file is empty.');
  switch (kindOf(name, bytes, carrier.mediaType)) {
    case 'zip':
      yield* readZip(name, bytes, depth);
      return;
    case 'json': {
      const text = decode(bytes, carrier.charset);
      if (/"https:\/\/jsonfeed\.org\/version\//.test(text.slice(0, 1000))) yield* readFeed(name, text, carrier.url);
      else yield* readJson(name, text);
      return;
    }
    case 'jsonl':
      yield* readJson(name, decode(bytes, carrier.charset));
      return;
    case 'csv':
      yield* readCsv(name, decode(bytes, carrier.charset));
      return;
    case 'feed':
      yield* readFeed(name, decode(bytes, carrier.charset), carrier.url);
      return;
    default:
      yield await opening.document(name, bytes, carrier);
  }
}

interface Address {
  readonly url: string;
  /** What a feed or a news export said of the page; it counts where the page itself is silent. */
  readonly hints?: Partial<Draft>;
}

const outletOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

async function* openAddress(task: Pick<NewTask, 'kind' | 'payload'>, opening: Opening): AsyncGenerator<Entry> {
  const { url, hints = {} } = JSON.parse(task.payload) as Address;
  const options = opening.signal ? { signal: opening.signal } : {};
  await opening.robots.check(checkedUrl(url), opening.signal);
  const { bytes, ...carrier } = await opening.fetcher.fetch(url, options);
  const name = new URL(carrier.url).pathname.split('/').at(-1) || carrier.url;
  for await (const found of openFile(name, bytes, opening, carrier)) {
    if ('error' in found || 'payload' in found) yield found;
    else
      yield { source: outletOf(carrier.url), ...hints, url: carrier.url, ...found, name: found.title ?? carrier.url };
  }
}

const checkedUrl = (url: string): string => {
  if (!URL.canParse(url))
    throw new UnreadError(
      `${JSON.stringify(url.slice(0, 200))} is no web address. Give one that begins with https://.`,
    );
  return url;
};

/** Opens what is no article yet: a file of any kind, an address, a feed. */
export const openTask = (
  task: Pick<NewTask, 'name' | 'kind' | 'payload' | 'bytes'>,
  opening: Opening,
): AsyncIterable<Entry> => {
  if (task.kind === 'page' || task.kind === 'feed') return openAddress(task, opening);
  const { depth = 0 } = JSON.parse(task.payload || '{}') as { depth?: number };
  return openFile(task.name, task.bytes ?? new Uint8Array(), opening, {}, depth);
};
