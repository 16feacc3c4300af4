import { randomUUID } from 'node:crypto';
import type { Router } from 'express';
import { type Decision, OPERATIONS } from '../../graph-schema/api.ts';
import { notFound } from '../errors.ts';
import { isWithin, pageOf } from '../store/page.ts';
import { pageOptions, windowOptions } from './page-options.ts';
import type { Parts } from './parts.ts';
import { route } from './route.ts';

const keyOf = ({ at, id }: { readonly at: string; readonly id: string }): string => `${at} ${id}`;

/** Now, or just after the last decision: of two about the same the later counts, however fast it followed. */
const after = (made: readonly Decision[], now: Date): string =>
  new Date(made.reduce((last, { at }) => Math.max(last, Date.parse(at) + 1), now.getTime())).toISOString();

/** What people said about entities and claims: listed in order, read, added; never changed. */
export const decisionRoutes = (router: Router, { store, now }: Pick<Parts, 'store' | 'now'>): void => {
  route(router, OPERATIONS.decisions, async ({ query }) => {
    const window = windowOptions(query);
    const made = (await store.decisions())
      .filter(({ at }) => isWithin(at, window))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    return pageOf(made, keyOf, pageOptions(query));
  });
  route(router, OPERATIONS.decision, async ({ params }) => {
    const made = (await store.decisions()).find(({ id }) => id === params.id);
    if (!made) throw notFound('decision', params.id);
    return made;
  });
  route(router, OPERATIONS.decide, async ({ body }) => {
    const decision = { id: `decision:${randomUUID()}`, at: after(await store.decisions(), now()), ...body };
    await store.decide(decision);
    return decision;
  });
};
