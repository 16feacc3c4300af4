import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { HttpProblem } from '../errors.ts';
import { isLoopbackHost } from './loopback.ts';

/** Name of the cookie that stands for the token in a browser. */
export const SESSION_COOKIE = 'entente_session';

const hash = (text: string) => createHash('sha256').update(text).digest();

/** Compares two secrets in a time that says nothing about either, not even their lengths. */
export const sameSecret = (a: string, b: string): boolean => timingSafeEqual(hash(a), hash(b));

/** What the cookie holds: made from the token, so that the token itself never lies in a browser. */
export const sessionOf = (token: string): string =>
  createHmac('sha256', token).update('entente session').digest('base64url');

const cookieOf = (request: Request, name: string): string | undefined => {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return undefined;
};

const bare = (host: string): string =>
  host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '');

/**
 * Refuses requests that were sent here under a foreign name (DNS rebinding: a page of evil.example whose name suddenly
 * resolves to 127.0.0.1). With a token the rebinding page lacks the secret, and any name is let through.
 */
export const checkHost = (options: { readonly hosts: readonly string[]; readonly token?: string }): RequestHandler => {
  const known = new Set(options.hosts.map(bare));
  return (request, _response, next) => {
    const host = request.headers.host;
    if (host === undefined) throw new HttpProblem(400, 'The request names no host. Send a Host header.');
    if (options.token !== undefined || isLoopbackHost(bare(host)) || known.has(bare(host))) return next();
    throw new HttpProblem(
      403,
      'The request came under a host name that this server does not go by. Call it by its address, or name the host in ALLOWED_HOSTS.',
    );
  };
};

const originOfHost = (request: Request, origin: string): boolean => {
  try {
    return new URL(origin).host === request.headers.host?.toLowerCase();
  } catch {
    return false;
  }
};

/** Refuses changes that another site's page asks for. Programs, which send no Origin, are let through. */
export const checkOrigin: RequestHandler = (request: Request, _response: Response, next: NextFunction) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return next();
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreign = origin !== undefined ? !originOfHost(request, origin) : site === 'cross-site' || site === 'same-site';
  if (foreign)
    throw new HttpProblem(403, 'The request comes from a page of another site, which may change nothing here.');
  next();
};

/** Lets only those through who know the token: `Authorization: Bearer …`, or the cookie of a session begun with it. */
export const checkToken = (token: string | undefined): RequestHandler => {
  if (token === undefined) return (_request, _response, next) => next();
  const session = sessionOf(token);
  return (request, response, next) => {
    const [scheme, given] = (request.headers.authorization ?? '').split(' ', 2);
    if (scheme?.toLowerCase() === 'bearer' && given && sameSecret(given, token)) return next();
    const cookie = cookieOf(request, SESSION_COOKIE);
    if (cookie && sameSecret(cookie, session)) return next();
    response.setHeader('WWW-Authenticate', 'Bearer realm="entente"');
    throw new HttpProblem(
      401,
      'Send the server\'s API_TOKEN as "Authorization: Bearer …", or begin a session with it.',
    );
  };
};
