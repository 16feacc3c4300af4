import { z } from 'zod';
import { JobRequest } from '../jobs.ts';
import { operation } from '../operation.ts';
import { ArticleInput, ArticlePage, DraftsAnswer, PutAnswer, Reading, RelativesAnswer } from '../record.ts';
import { byId, pageQuery, windowQuery } from '../schema.ts';

/** Articles: listed, read, previewed, put, deleted. */
export const ARTICLES_OPERATIONS = {
  articles: operation({
    method: 'get',
    path: '/api/articles',
    tag: 'articles',
    summary: 'Articles, without their texts, latest first',
    query: windowQuery('published').extend({ ...pageQuery(500, 50).shape, search: z.string().max(300).optional() }),
    answer: ArticlePage,
  }),
  article: operation({
    method: 'get',
    path: '/api/articles/{id}',
    tag: 'articles',
    summary: 'One article with its text, entities and claims',
    params: byId,
    answer: Reading,
    whole: 'one article is one thing',
    problems: [404],
  }),
  relatives: operation({
    method: 'get',
    path: '/api/articles/{id}/relatives',
    tag: 'articles',
    summary: 'Older texts at its addresses, and near-identical copies at other outlets',
    params: byId,
    answer: RelativesAnswer,
    whole: 'a handful: what stood at the addresses of one article, and its copies',
    problems: [404],
  }),
  deleteArticle: operation({
    method: 'delete',
    path: '/api/articles/{id}',
    tag: 'articles',
    summary: 'Remove an article and exactly what only it said',
    params: byId,
    status: 204,
    problems: [404],
  }),
  extract: operation({
    method: 'post',
    path: '/api/extract',
    tag: 'articles',
    summary: 'What an article says; nothing is stored',
    body: ArticleInput,
    answer: Reading,
    problems: [413, 415, 422],
  }),
  drafts: operation({
    method: 'post',
    path: '/api/drafts',
    tag: 'articles',
    summary: 'The articles that addresses, feeds and files hold, at most 50; nothing is stored',
    body: JobRequest,
    bodyTypes: ['application/json', 'multipart/form-data'],
    answer: DraftsAnswer,
    problems: [413, 415],
  }),
  putArticle: operation({
    method: 'post',
    path: '/api/articles',
    tag: 'articles',
    summary: 'Read one article and store what it says, in place of what it said before',
    body: ArticleInput,
    answer: PutAnswer,
    problems: [413, 415, 422],
  }),
} as const;
