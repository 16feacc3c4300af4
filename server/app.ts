import express, { type ErrorRequestHandler, type Express, Router } from 'express';
import type { Logger } from 'pino';
import { HttpProblem, problemOf } from './errors.ts';
import { checkHost, checkOrigin, checkToken } from './http/access.ts';
import { headers } from './http/headers.ts';
import { limitRate, type RateLimits } from './http/limits.ts';
import { logRequests } from './http/logger.ts';
import { docsRoutes, pageRoutes } from './routes/page.ts';
import type { Parts } from './routes/parts.ts';
import { RESOURCES } from './routes/resources.ts';
import { healthRoutes } from './routes/service.ts';
import { sessionRoutes } from './routes/session.ts';

export interface AppParts extends Parts {
  readonly logger: Logger;
  readonly token?: string;
  /** Names, beside loopback, under which the server may be called. */
  readonly hosts: readonly string[];
  readonly limits: RateLimits;
  /** Folder of the built page. */
  readonly page: string;
  readonly proxies: number;
}

/** Bytes of a JSON body; uploads of files have a limit of their own. */
const LARGEST_BODY = 64 * 1024 * 1024;

const onError =
  (logger: Logger): ErrorRequestHandler =>
  (error, request, response, next) => {
    const { problem } = problemOf(error);
    if (problem.status >= 500) logger.error({ err: error, request: request.id }, 'request failed');
    if (response.headersSent) return next(error);
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify({ ...problem, ...(request.id === undefined ? {} : { instance: String(request.id) }) }));
  };

/** The application, which does not listen: headers, checks, routes, then 404, then the one error handler. */
export const createApp = (parts: AppParts): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', 'weak');
  app.set('query parser', 'simple');
  app.set('trust proxy', parts.proxies);
  app.use(logRequests(parts.logger), ...headers(), parts.metrics.observe, checkHost(parts));

  const open = Router();
  healthRoutes(open, parts);
  pageRoutes(open, parts.page);
  docsRoutes(open);
  app.use(open);

  app.use(checkOrigin);
  const json = express.json({ limit: LARGEST_BODY, strict: true });
  app.use('/api/session', limitRate(20, 'sessions'), json);
  const session = Router();
  sessionRoutes(session, parts.token);
  app.use(session);

  app.use(checkToken(parts.token));
  app.use('/api/cypher', limitRate(parts.limits.cypher, 'cypher'));
  for (const path of [
    '/api/extract',
    '/api/drafts',
    '/api/jobs',
    '/api/feeds',
    '/api/import',
    '/api/articles',
    '/api/decisions',
  ]) {
    const limit = limitRate(parts.limits.writing, `writing ${path}`);
    app.post(`${path}{/*rest}`, limit);
    app.delete(`${path}{/*rest}`, limit);
  }
  app.use('/api/import', express.raw({ type: () => true, limit: LARGEST_BODY }));
  app.use('/api', limitRate(parts.limits.reading, 'reading'), json);
  app.use('/api', (_request, response, next) => {
    response.setHeader('Cache-Control', 'private, no-cache');
    next();
  });

  const api = Router();
  for (const addRoutes of RESOURCES) addRoutes(api, parts);
  app.use(api);

  app.use((request, _response, next) =>
    next(new HttpProblem(404, `There is nothing at ${request.method} ${request.path}. The reference is at /api/docs.`)),
  );
  app.use(onError(parts.logger));
  return app;
};
