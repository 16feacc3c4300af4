import type { Router } from 'express';
import { OPERATIONS } from '../../graph-schema/api.ts';
import { openapiDocument } from './openapi.ts';
import type { Parts } from './parts.ts';
import { route } from './route.ts';

/** Liveness and readiness: open to all, so that a supervisor can ask without a secret. */
export const healthRoutes = (router: Router, parts: Pick<Parts, 'store' | 'open'>): void => {
  route(router, OPERATIONS.healthz, () => ({ status: 'ok' as const }));
  route(router, OPERATIONS.readyz, async ({ response }) => {
    const { kind } = parts.store;
    if (!parts.open()) {
      response.status(503);
      return { status: 'unavailable' as const, store: kind, detail: 'The server is shutting down.' };
    }
    try {
      await parts.store.ready();
      return { status: 'ok' as const, store: kind };
    } catch (error) {
      response.status(503);
      return { status: 'unavailable' as const, store: kind, detail: (error as Error).message };
    }
  });
};

/** Measurements and the reference. */
export const serviceRoutes = (router: Router, { metrics }: Pick<Parts, 'metrics'>): void => {
  route(router, OPERATIONS.metrics, async ({ response }) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  route(router, OPERATIONS.openapi, () => openapiDocument());
};
