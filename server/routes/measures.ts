import type { Router } from 'express';
import { filterOf, OPERATIONS } from '../../graph-schema/api.ts';
import {
  activeDyadsAnswer,
  balanceAnswer,
  centralityAnswer,
  changeAnswer,
  communitiesAnswer,
  type Paging,
} from '../measures/answers.ts';
import { drawingOf } from '../store/drawing-of.ts';
import { pageOfRanking } from '../store/page.ts';
import type { Store } from '../store/store.ts';
import { type PageQuery, pageOptions } from './page-options.ts';
import { route } from './route.ts';

/** Items of a page of a measure at the most. */
const MOST = 10_000;

/** Measures of the graph under a filter: centralities, communities, balance, dyads and their change. */
export const measureRoutes = (router: Router, { store }: { readonly store: Store }): void => {
  const paging =
    (query: PageQuery): Paging =>
    (ranked) =>
      pageOfRanking(ranked, pageOptions(query), MOST);

  route(router, OPERATIONS.measures, async ({ query, signal }) =>
    centralityAnswer(await drawingOf(store, filterOf(query)), query.measure, paging(query), signal),
  );
  route(router, OPERATIONS.communities, async ({ query, signal }) =>
    communitiesAnswer(await drawingOf(store, filterOf(query)), paging(query), signal),
  );
  route(router, OPERATIONS.balance, async ({ query, signal }) =>
    balanceAnswer(await drawingOf(store, filterOf(query)), query.limit, signal),
  );
  route(router, OPERATIONS.activeDyads, async ({ query, signal }) =>
    activeDyadsAnswer(await drawingOf(store, filterOf(query)), paging(query), signal),
  );
  route(router, OPERATIONS.change, async ({ query, signal }) => {
    const { beforeSince, beforeUntil, afterSince, afterUntil } = query;
    const periods = {
      before: { since: beforeSince, until: beforeUntil },
      after: { since: afterSince, until: afterUntil },
    };
    return changeAnswer(await drawingOf(store, filterOf(query)), periods, paging(query), signal);
  });
};
