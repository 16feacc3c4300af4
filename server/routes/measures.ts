import type { Router } from 'express';
import { filterOf, OPERATIONS } from '../../graph-schema/api.ts';
import type { Filter } from '../../graph-schema/filter.ts';
import type { Drawing, GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import { HttpProblem } from '../errors.ts';
import type { DyadActivity } from '../measures/dyads.ts';
import { measureInThread } from '../measures/measure-in-thread.ts';
import type { Store } from '../store/store.ts';
import { route } from './route.ts';

/** Edges that a measure takes on at most; above, it would hold the server too long. */
const MOST_EDGES = 200_000;

const drawingOf = async (store: Store, filter: Filter): Promise<Drawing> => {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for await (const item of store.stream(filter)) {
    if ('node' in item) nodes.push(item.node);
    else if (edges.push(item.edge) > MOST_EDGES) {
      throw new HttpProblem(422, `Measures are computed for at most ${MOST_EDGES} relations. Narrow the filter.`);
    }
  }
  return { nodes, edges };
};

const NONE = { cooperation: 0, conflict: 0, claims: 0, goldstein: 0 };
const countsOf = (dyad: DyadActivity | undefined) =>
  dyad
    ? { cooperation: dyad.cooperation, conflict: dyad.conflict, claims: dyad.claims, goldstein: dyad.goldstein }
    : NONE;

/** Measures of the graph under a filter: centralities, communities, balance, dyads and their change. */
export const measureRoutes = (router: Router, { store }: { readonly store: Store }): void => {
  const named = ({ nodes }: Drawing) => {
    const known = new Map(nodes.map(({ id, name, kind }) => [id, { id, name, kind: kind as string }]));
    return (id: string) => known.get(id) ?? { id, name: id, kind: 'country' };
  };

  route(router, OPERATIONS.measures, async ({ query, signal }) => {
    const drawing = await drawingOf(store, filterOf(query));
    const name = named(drawing);
    const ranked = (await measureInThread(drawing, { what: 'centrality', measure: query.measure }, signal)).slice(
      0,
      query.limit,
    );
    return { measure: query.measure, items: ranked.map(({ id, value }) => ({ ...name(id), value })) };
  });
  route(router, OPERATIONS.communities, async ({ query, signal }) => {
    const drawing = await drawingOf(store, filterOf(query));
    const name = named(drawing);
    const found = await measureInThread(drawing, { what: 'communities' }, signal);
    return {
      modularity: found.modularity,
      communities: found.communities.map(({ index, members }) => ({
        community: index,
        size: members.length,
        members: members.map(name),
      })),
    };
  });
  route(router, OPERATIONS.balance, async ({ query, signal }) => {
    const drawing = await drawingOf(store, filterOf(query));
    const name = named(drawing);
    const { triads, balanced, unbalanced } = await measureInThread(
      drawing,
      { what: 'balance', limit: query.limit },
      signal,
    );
    const triangles = balanced + unbalanced;
    return {
      triangles,
      balanced,
      unbalanced,
      ...(triangles ? { share: balanced / triangles } : {}),
      examples: triads.map((triad) => ({
        nodes: triad.nodes.map(name),
        signs: triad.pairs.map((pair) => (pair.score > 0 ? ('cooperation' as const) : ('conflict' as const))),
        balanced: triad.balanced,
      })),
    };
  });
  route(router, OPERATIONS.activeDyads, async ({ query, signal }) => {
    const drawing = await drawingOf(store, filterOf(query));
    const name = named(drawing);
    const found = await measureInThread(drawing, { what: 'dyads', limit: query.limit }, signal);
    return { items: found.map((dyad) => ({ a: name(dyad.a), b: name(dyad.b), ...countsOf(dyad) })) };
  });
  route(router, OPERATIONS.change, async ({ query, signal }) => {
    const { beforeSince, beforeUntil, afterSince, afterUntil, limit } = query;
    const drawing = await drawingOf(store, filterOf(query));
    const name = named(drawing);
    const before = { since: beforeSince, until: beforeUntil };
    const after = { since: afterSince, until: afterUntil };
    const found = await measureInThread(drawing, { what: 'change', before, after, limit }, signal);
    return {
      items: found.map((dyad) => ({
        a: name(dyad.a),
        b: name(dyad.b),
        before: countsOf(dyad.before),
        after: countsOf(dyad.after),
        change: dyad.change,
      })),
    };
  });
};
