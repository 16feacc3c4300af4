import type { Router } from 'express';
import { type ArticleInput, OPERATIONS } from '../../graph-schema/api.ts';
import type { Draft } from '../ingest/draft.ts';
import { openDrafts } from '../ingest/open-drafts.ts';
import type { Parts } from './parts.ts';
import { route } from './route.ts';
import { tasksOfRequest } from './tasks-of-request.ts';

/** As much as a person can look through before it is stored. */
const BOUNDS = { most: 50, characters: 4_000_000, patience: 20_000 };

const isWebAddress = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

const inputOf = ({ text, title, published, url, source, author }: Draft): ArticleInput => ({
  text,
  ...(title ? { title: title.slice(0, 1000) } : {}),
  ...(published && /^\d{4}-\d{2}-\d{2}/.test(published)
    ? { published: published.slice(0, 10) as typeof published }
    : {}),
  ...(url && isWebAddress(url) ? { url } : {}),
  ...(source ? { source: source.slice(0, 300) } : {}),
  ...(author ? { author: author.slice(0, 300) } : {}),
});

/** What addresses, feeds and files hold, to be looked at before it is stored. */
export const draftRoutes = (router: Router, { openTask }: Pick<Parts, 'openTask'>): void => {
  route(router, OPERATIONS.drafts, async ({ body, request, signal }) => {
    const { tasks } = await tasksOfRequest(request, body);
    const { articles, unread, more } = await openDrafts(tasks, (task) => openTask(task, signal), BOUNDS);
    return {
      articles: articles.map(inputOf),
      unread: unread.map(({ name, error }) => ({ name, error })),
      more,
    };
  });
};
