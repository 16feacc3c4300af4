import type { Router } from 'express';
import { OPERATIONS } from '../../graph-schema/api.ts';
import { HttpProblem } from '../errors.ts';
import { SESSION_COOKIE, sameSecret, sessionOf } from '../http/access.ts';
import { route } from './route.ts';

/** A browser begins a session with the token once; streams and downloads, which carry no header, then work too. */
export const sessionRoutes = (router: Router, token: string | undefined): void => {
  route(router, OPERATIONS.session, ({ body, request, response }) => {
    if (token === undefined) return { needed: false };
    if (!sameSecret(body.token, token)) throw new HttpProblem(401, 'This is not the token of this server.');
    response.cookie(SESSION_COOKIE, sessionOf(token), {
      httpOnly: true,
      sameSite: 'strict',
      secure: request.secure,
      path: '/',
    });
    return { needed: true };
  });
};
