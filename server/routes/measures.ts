import type { Router } from 'express';
import { filterOf, OPERATIONS } from '../../graph-schema/api.ts';
import {
  activeDyadsAnswer,
  balanceAnswer,
  centralityAnswer,
  changeAnswer,
  communitiesAnswer,
} from '../measures/answers.ts';
import { drawingOf } from '../store/drawing-of.ts';
import type { Store } from '../store/store.ts';
import { route } from './route.ts';

/** Measures of the graph under a filter: centralities, communities, balance, dyads and their change. */
export const measureRoutes = (router: Router, { store }: { readonly store: Store }): void => {
  route(router, OPERATIONS.measures, async ({ query, signal }) =>
    centralityAnswer(await drawingOf(store, filterOf(query)), query, signal),
  );
  route(router, OPERATIONS.communities, async ({ query, signal }) =>
    communitiesAnswer(await drawingOf(store, filterOf(query)), signal),
  );
  route(router, OPERATIONS.balance, async ({ query, signal }) =>
    balanceAnswer(await drawingOf(store, filterOf(query)), query.limit, signal),
  );
  route(router, OPERATIONS.activeDyads, async ({ query, signal }) =>
    activeDyadsAnswer(await drawingOf(store, filterOf(query)), query.limit, signal),
  );
  route(router, OPERATIONS.change, async ({ query, signal }) => {
    const { beforeSince, beforeUntil, afterSince, afterUntil, limit } = query;
    const before = { since: beforeSince, until: beforeUntil };
    const after = { since: afterSince, until: afterUntil };
    return changeAnswer(await drawingOf(store, filterOf(query)), { before, after, limit }, signal);
  });
};
