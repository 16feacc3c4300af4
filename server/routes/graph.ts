import type { Router } from 'express';
import { filterOf, OPERATIONS, type Operation } from '../../graph-schema/api.ts';
import { notFound } from '../errors.ts';
import { MOST_ITEMS, pageOfRanking } from '../store/page.ts';
import { pageOptions } from './page-options.ts';
import type { Parts } from './parts.ts';
import { type Handler, route } from './route.ts';

const need = async <T>(value: Promise<T | undefined>, what: string, id: string): Promise<T> => {
  const found = await value;
  if (found === undefined) throw notFound(what, id);
  return found;
};

/** The graph as the page asks for it. */
export const graphRoutes = (router: Router, { store, answers }: Pick<Parts, 'store' | 'answers'>): void => {
  const node = (id: string) => need(store.node(id), 'node', id);
  const kept = <O extends Operation>(operation: O, handle: Handler<O>): void =>
    route(router, operation, handle, answers);

  kept(OPERATIONS.overview, ({ query }) => store.overview({ limit: query.limit, filter: filterOf(query) }));
  kept(OPERATIONS.search, async ({ query }) => {
    const found = await store.search(query.q, { limit: MOST_ITEMS, ...(query.kinds ? { kinds: query.kinds } : {}) });
    return pageOfRanking(found, pageOptions(query));
  });
  route(router, OPERATIONS.nodes, ({ query }) => {
    const { kinds, ...filter } = filterOf(query);
    return store.nodes({
      ...pageOptions(query),
      ...(kinds ? { kinds } : {}),
      ...(Object.keys(filter).length ? { filter } : {}),
    });
  });
  kept(OPERATIONS.node, ({ params }) => node(params.id));
  kept(OPERATIONS.neighbourhood, async ({ params, query }) => {
    await node(params.id);
    return store.neighbourhood(params.id, {
      limit: query.limit,
      filter: filterOf(query),
      ...(query.types ? { types: query.types } : {}),
    });
  });
  route(router, OPERATIONS.edges, ({ query }) => store.edges({ ...pageOptions(query), filter: filterOf(query) }));
  kept(OPERATIONS.edge, ({ params }) => need(store.edge(params.id), 'edge', params.id));
  kept(OPERATIONS.paths, async ({ query }) => {
    await Promise.all([node(query.from), node(query.to)]);
    const options = { all: query.all, maxLength: query.maxLength, filter: filterOf(query) };
    return { paths: await store.paths(query.from, query.to, options) };
  });
  kept(OPERATIONS.dyad, async ({ params, query }) => {
    await Promise.all([node(params.a), node(params.b)]);
    return need(store.dyad(params.a, params.b, { filter: filterOf(query) }), 'dyad', `${params.a}, ${params.b}`);
  });
  kept(OPERATIONS.timeline, async ({ query }) => ({
    months: await store.timeline({ filter: filterOf(query), ...(query.nodes ? { nodes: query.nodes } : {}) }),
  }));
  kept(OPERATIONS.counts, ({ query }) => store.counts(filterOf(query)));
};
