import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';

const compress = promisify(gzip);

/** Bytes from which an answer is worth compressing. */
const COMPRESSED_FROM = 4_096;

/** A JSON answer as it is sent: made once, sent to many. */
export interface Answer {
  readonly bytes: Buffer;
  /** Digest of the bytes, quoted as entity tags are. */
  readonly tag: string;
  /** Cursor of the next page, where the answer is a page and not the last. */
  readonly next?: string;
  /** The bytes compressed with gzip, at most once; undefined where that is not worth it. */
  compressed(): Promise<Buffer> | undefined;
}

/** The cursor in a page of a list. */
const nextOf = (value: unknown): { readonly next?: string } =>
  typeof value === 'object' && value !== null && 'next' in value && typeof value.next === 'string'
    ? { next: value.next }
    : {};

/** Makes the answer that a JSON value is. */
export const answerOf = (value: unknown): Answer => {
  const bytes = Buffer.from(JSON.stringify(value));
  let small: Promise<Buffer> | undefined;
  return {
    bytes,
    tag: `"${createHash('sha1').update(bytes).digest('base64url')}"`,
    ...nextOf(value),
    compressed: () => {
      if (bytes.length >= COMPRESSED_FROM) small ??= compress(bytes, { level: 4 });
      return small;
    },
  };
};

/** Whether an `If-None-Match` header names the answer. */
const isKnown = (header: string | undefined, tag: string): boolean =>
  header !== undefined && (header === '*' || header.split(',').some((each) => each.trim().replace(/^W\//, '') === tag));

/** The address of the next page, as a `Link` header has it (RFC 8288). */
const linkTo = (request: Request, next: string): string => {
  const url = new URL(request.originalUrl, 'http://localhost');
  url.searchParams.set('after', next);
  return `<${url.pathname}${url.search}>; rel="next"`;
};

/** Sends an answer: nothing where the client has it already, compressed where it takes that. */
export const sendAnswer = async (
  request: Request,
  response: Response,
  status: number,
  { bytes, tag, next, compressed }: Answer,
): Promise<void> => {
  const encoded = request.headers['accept-encoding'] && request.acceptsEncodings('gzip') ? compressed() : undefined;
  const sent = encoded ? await encoded : bytes;
  // One answer, two forms of bytes: a weak tag says that they mean the same.
  response.setHeader('ETag', `W/${tag}`).setHeader('Vary', 'Accept-Encoding');
  if (next !== undefined) response.setHeader('Link', linkTo(request, next));
  if (status < 300 && isKnown(request.headers['if-none-match'], tag)) {
    response.status(304).end();
    return;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8').setHeader('Content-Length', sent.length);
  if (encoded) response.setHeader('Content-Encoding', 'gzip');
  response.status(status).end(sent);
};
