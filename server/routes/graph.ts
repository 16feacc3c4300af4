import type { Router } from 'express';
import { filterOf, OPERATIONS, type Operation } from '../../graph-schema/api.ts';
import type { GraphEdge, ShownEdge } from '../../graph-schema/graph.ts';
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

/** Edges as they are shown: the ids of their claims, which nobody needs to see a graph, stay at the edge's own address. */
const shown = (edges: readonly GraphEdge[]): readonly ShownEdge[] => edges.map(({ claimIds: _, ...edge }) => edge);

const shownIn = <T extends { readonly edges: readonly GraphEdge[] }>(drawing: T) => ({
  ...drawing,
  edges: shown(drawing.edges),
});

/** The graph as the page asks for it. */
export const graphRoutes = (router: Router, { store, answers }: Pick<Parts, 'store' | 'answers'>): void => {
  const node = (id: string) => need(store.node(id), 'node', id);
  const kept = <O extends Operation>(operation: O, handle: Handler<O>): void =>
    route(router, operation, handle, answers);

  kept(OPERATIONS.overview, async ({ query }) =>
    shownIn(await store.overview({ limit: query.limit, filter: filterOf(query) })),
  );
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
    const options = { limit: query.limit, edges: query.edges, filter: filterOf(query) };
    return shownIn(
      await store.neighbourhood(params.id, { ...options, ...(query.types ? { types: query.types } : {}) }),
    );
  });
  route(router, OPERATIONS.edges, ({ query }) => store.edges({ ...pageOptions(query), filter: filterOf(query) }));
  kept(OPERATIONS.edge, ({ params }) => need(store.edge(params.id), 'edge', params.id));
  kept(OPERATIONS.paths, async ({ query }) => {
    await Promise.all([node(query.from), node(query.to)]);
    const options = { all: query.all, maxLength: query.maxLength, filter: filterOf(query) };
    const paths = await store.paths(query.from, query.to, options);
    return { paths: paths.map(shownIn) };
  });
  kept(OPERATIONS.dyad, async ({ params, query }) => {
    await Promise.all([node(params.a), node(params.b)]);
    const asked = store.dyad(params.a, params.b, { filter: filterOf(query) });
    const dyad = await need(asked, 'dyad', `${params.a}, ${params.b}`);
    return { ...shownIn(dyad), offices: shown(dyad.offices) };
  });
  kept(OPERATIONS.timeline, async ({ query }) => ({
    months: await store.timeline({ filter: filterOf(query), ...(query.nodes ? { nodes: query.nodes } : {}) }),
  }));
  kept(OPERATIONS.counts, ({ query }) => store.counts(filterOf(query)));
};
