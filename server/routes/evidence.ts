import type { Router } from 'express';
import { filterOf, OPERATIONS } from '../../graph-schema/api.ts';
import { notFound } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { type PageQuery, pageOptions, windowOptions } from './page-options.ts';
import { route } from './route.ts';

const asked = (query: PageQuery & Parameters<typeof windowOptions>[0]) => ({
  ...pageOptions(query),
  ...windowOptions(query),
});

/** The sentences behind what is drawn. */
export const evidenceRoutes = (router: Router, { store }: { readonly store: Store }): void => {
  route(router, OPERATIONS.nodeEvidence, async ({ params, query }) => {
    if (!(await store.node(params.id))) throw notFound('node', params.id);
    return store.evidence({ node: params.id }, asked(query));
  });
  route(router, OPERATIONS.edgeEvidence, async ({ params, query }) => {
    if (!(await store.edge(params.id))) throw notFound('edge', params.id);
    return store.evidence({ edge: params.id }, asked(query));
  });
  route(router, OPERATIONS.pairEvidence, async ({ params, query }) => {
    for (const id of [params.a, params.b]) if (!(await store.node(id))) throw notFound('node', id);
    return store.evidence({ pair: [params.a, params.b] }, asked(query));
  });
  route(router, OPERATIONS.claims, ({ query }) => store.claims({ filter: filterOf(query), ...pageOptions(query) }));
};
