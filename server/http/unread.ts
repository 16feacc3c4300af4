import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { HttpProblem } from '../errors.ts';

/** Bytes that the request line and the headers may have together. */
export const LARGEST_HEAD = 64 * 1024;

/** Milliseconds that a client has to stop sending; closing on one that still sends would take the answer away from it. */
const PATIENCE = 2_000;

/** What Node's reader of HTTP found wrong, as it would be told to a user. */
const problemOf = (code: string | undefined): HttpProblem => {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new HttpProblem(
        431,
        `The address and the headers of the request are longer than ${LARGEST_HEAD} bytes. Send what is long in a body.`,
      );
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new HttpProblem(408, 'The request did not come whole in time. Send it again.');
    default:
      return new HttpProblem(400, 'This is not a request in HTTP/1.1.');
  }
};

/**
 * Answers what never became a request (too long an address, no HTTP at all) with a problem document, where Node would
 * close the connection without a body. For a server's `clientError`.
 */
export const answerUnread = (error: NodeJS.ErrnoException, socket: Duplex): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  socket.removeAllListeners('data').resume();
  setTimeout(() => socket.destroy(), PATIENCE).unref();
  const { problem } = problemOf(error.code);
  const body = JSON.stringify(problem);
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
};
