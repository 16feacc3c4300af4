import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { Agent, buildConnector, request } from 'undici';
import { UnreadError } from '../draft.ts';
import { checkUrl, isPublicAddress } from './address.ts';
import { type Resolver, resolvePublic, systemResolver } from './resolve.ts';

/** What came from an address. */
export interface Fetched {
  /** Where it was found, after redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** Without parameters, lower case. */
  readonly mediaType: string;
  readonly charset?: string;
}

/** Reads public web addresses and nothing else. */
export interface Fetcher {
  fetch(url: string, options?: FetchOptions): Promise<Fetched>;
  close(): Promise<void>;
}

export interface FetchOptions {
  readonly signal?: AbortSignal;
  /** Media types that are read; default: what an article can be. */
  readonly accept?: RegExp;
  readonly largest?: number;
}

export interface FetcherOptions {
  readonly resolver?: Resolver;
  /** Which addresses may be connected to; default: public ones. Tests allow their own server. */
  readonly isAllowed?: (address: string) => boolean;
  /** Which ports may be asked; default: the web's. */
  readonly checkUrl?: (text: string) => URL;
  /** Milliseconds for the whole of it, and for any pause in it. */
  readonly timeout?: number;
  readonly pause?: number;
}

const LARGEST = 32 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const ARTICLE =
  /^(?:text\/(?:html|plain|xml|markdown|csv)|application\/(?:xhtml\+xml|xml|rss\+xml|atom\+xml|rdf\+xml|feed\+json|json|pdf|x-ndjson|vnd\.openxmlformats-officedocument\.wordprocessingml\.document|octet-stream))$/;

/** The name under which the program asks; site owners find the program by it. */
export const USER_AGENT = 'EntenteBot/0.1 (reads single news articles for a knowledge graph; respects robots.txt)';

const readBody = async (body: AsyncIterable<Uint8Array>, largest: number, url: URL): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > largest)
      throw new UnreadError(
        `What ${url.host} sent is larger than ${Math.round(largest / 1024 / 1024)} MB, which no article is.`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** Ends a body that is not read; its end is no error to anyone. */
const drop = (body: Readable): void => void body.on('error', () => {}).destroy();

/**
 * Makes a fetcher. At every hop the address is checked anew: the protocol, the port, every IP address that the name
 * has; the connection is pinned to the address that was checked. Size, time, redirects and media types are limited.
 */
export const createFetcher = (options: FetcherOptions = {}): Fetcher => {
  const resolver = options.resolver ?? systemResolver;
  const isAllowed = options.isAllowed ?? isPublicAddress;
  const check = options.checkUrl ?? checkUrl;
  const timeout = options.timeout ?? 30_000;
  const pause = options.pause ?? 10_000;
  const connector = buildConnector({ timeout: 10_000, allowH2: false });
  const agent = new Agent({
    connect: (target, callback) => {
      resolvePublic(target.hostname, resolver, isAllowed).then(
        ({ address }) => {
          const servername = target.servername || (isIP(target.hostname) ? '' : target.hostname);
          connector({ ...target, hostname: address, host: address, servername }, callback);
        },
        (error: Error) => callback(error, null),
      );
    },
    headersTimeout: pause,
    bodyTimeout: pause,
    keepAliveTimeout: 1000,
    maxHeaderSize: 64 * 1024,
    maxResponseSize: -1,
  });

  const hop = async (url: URL, signal: AbortSignal) =>
    request(url, {
      dispatcher: agent,
      signal,
      method: 'GET',
      headers: {
        'user-agent': USER_AGENT,
        accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5',
        'accept-language': 'en,*;q=0.5',
        'accept-encoding': 'identity',
      },
    });

  const follow = async (start: string, signal: AbortSignal, accept: RegExp, largest: number): Promise<Fetched> => {
    let url = check(start);
    for (let redirects = 0; ; redirects++) {
      const answer = await hop(url, signal);
      const { location } = answer.headers;
      if (answer.statusCode >= 300 && answer.statusCode < 400 && typeof location === 'string') {
        drop(answer.body);
        if (redirects >= MOST_REDIRECTS)
          throw new UnreadError(`The address was redirected more than ${MOST_REDIRECTS} times.`);
        url = check(new URL(location, url).href);
        continue;
      }
      if (answer.statusCode !== 200) {
        drop(answer.body);
        throw new UnreadError(
          `${url.host} answered with status ${answer.statusCode}. Open the address in a browser to see why.`,
        );
      }
      const header = String(answer.headers['content-type'] ?? '');
      const mediaType = header.split(';', 1)[0]!.trim().toLowerCase();
      if (mediaType !== '' && !accept.test(mediaType)) {
        drop(answer.body);
        throw new UnreadError(`${url.host} sent ${mediaType}, which is no article.`);
      }
      const encoding = String(answer.headers['content-encoding'] ?? 'identity').toLowerCase();
      if (encoding !== 'identity' && encoding !== '') {
        drop(answer.body);
        throw new UnreadError(`${url.host} sent compressed content that was not asked for.`);
      }
      const charset = /charset\s*=\s*"?([\w-]+)/i.exec(header)?.[1];
      const bytes = await readBody(answer.body, largest, url);
      return { url: url.href, bytes, mediaType, ...(charset ? { charset } : {}) };
    }
  };

  return {
    fetch: async (url, { signal, accept = ARTICLE, largest = LARGEST } = {}) => {
      const limit = AbortSignal.timeout(timeout);
      const both = signal ? AbortSignal.any([signal, limit]) : limit;
      try {
        return await follow(url, both, accept, largest);
      } catch (error) {
        if (error instanceof UnreadError) throw error;
        if (signal?.aborted) throw signal.reason;
        const { cause } = error as Error;
        if (cause instanceof UnreadError) throw cause;
        if (limit.aborted)
          throw new UnreadError(`The address did not answer whole within ${timeout / 1000} s.`, { cause: error });
        const code = (error as { code?: string }).code ?? (error as Error).name;
        throw new UnreadError(`The address could not be read (${code}). Open it in a browser to see why.`, {
          cause: error,
        });
      }
    },
    close: () => agent.destroy(),
  };
};
