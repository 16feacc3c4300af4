import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Measurements of one server, of its own registry so that two servers in one process do not mix. */
export interface Metrics {
  readonly registry: Registry;
  readonly observe: RequestHandler;
  readonly articles: Counter<'outcome'>;
  readonly waiting: Gauge;
}

export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'entente_http_request_duration_seconds',
    help: 'Time from request to answer, by route',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return {
    registry,
    observe: (request, response, next) => {
      const stop = duration.startTimer({ method: request.method });
      response.once('finish', () =>
        stop({ route: (request.route as { path?: string } | undefined)?.path ?? 'other', status: response.statusCode }),
      );
      next();
    },
    articles: new Counter({
      name: 'entente_articles_total',
      help: 'Articles read, by what became of them',
      labelNames: ['outcome'] as const,
      registers: [registry],
    }),
    waiting: new Gauge({
      name: 'entente_articles_waiting',
      help: 'Articles in the queue',
      registers: [registry],
    }),
  };
};
