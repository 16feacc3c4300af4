import type { Router } from 'express';
import { type ArticleInput, OPERATIONS } from '../../graph-schema/api.ts';
import { HttpProblem, notFound } from '../errors.ts';
import { UnreadError } from '../ingest/draft.ts';
import { pageOptions, windowOptions } from './page-options.ts';
import type { Parts } from './parts.ts';
import { route } from './route.ts';

const draftOf = (input: ArticleInput) => ({ name: input.title ?? 'article', ...input });

const orProblem = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UnreadError) throw new HttpProblem(422, error.message, {}, { cause: error });
    throw error;
  }
};

/** Articles: list, read, preview, put, delete. */
export const articleRoutes = (
  router: Router,
  { store, intake, metrics }: Pick<Parts, 'store' | 'intake' | 'metrics'>,
): void => {
  route(router, OPERATIONS.articles, ({ query }) =>
    store.articles({
      ...pageOptions(query),
      ...windowOptions(query),
      ...(query.search ? { search: query.search } : {}),
    }),
  );
  route(router, OPERATIONS.article, async ({ params }) => {
    const reading = await store.reading(params.id);
    if (!reading) throw notFound('article', params.id);
    return reading;
  });
  route(router, OPERATIONS.relatives, async ({ params }) => {
    if (!(await store.reading(params.id))) throw notFound('article', params.id);
    return store.relatives(params.id);
  });
  route(router, OPERATIONS.deleteArticle, async ({ params }) => {
    if (!(await store.remove(params.id))) throw notFound('article', params.id);
  });
  route(router, OPERATIONS.extract, ({ body, signal }) => orProblem(intake.preview(draftOf(body), signal)));
  route(router, OPERATIONS.putArticle, async ({ body, signal }) => {
    const { kept: _, ...answer } = await orProblem(intake.put(draftOf(body), signal));
    metrics.articles.inc({ outcome: answer.outcome });
    return answer;
  });
};
