import { z } from 'zod';
import { ENTITY_KINDS } from '../kinds.ts';
import { CypherAnswer, CypherRequest, ExplainAnswer, ExplainRequest, SchemaAnswer } from './cypher.ts';
import { FormatsAnswer, Health, ImportAnswer } from './export.ts';
import { filterQuery } from './filter.ts';
import { Counts, Dyad, GraphEdge, GraphNode, PathsAnswer, SearchAnswer, Subgraph, TimelineAnswer } from './graph.ts';
import { ITEM_STATES, Job, JobItemPage, JobList, JobRequest, Watch, WatchList, WatchRequest } from './jobs.ts';
import {
  ActiveDyadsAnswer,
  BalanceAnswer,
  ChangeAnswer,
  CommunitiesAnswer,
  MEASURES,
  MeasureAnswer,
} from './measures.ts';
import { operation } from './operation.ts';
import {
  ArticleInput,
  ArticlePage,
  DraftsAnswer,
  EvidencePage,
  PutAnswer,
  Reading,
  RelativesAnswer,
} from './record.ts';
import { after, commaList, day, id, limit } from './schema.ts';

const byId = z.object({ id });
const byPair = z.object({ a: id, b: id });
const pageQuery = z.object({ limit: limit(500, 50), after });

/** Every operation of the API by its id, in the order in which the reference shows them. */
export const OPERATIONS = {
  overview: operation({
    method: 'get',
    path: '/api/overview',
    tag: 'graph',
    summary: 'The most important nodes and what is between them',
    query: filterQuery.extend({ limit: limit(2000, 60) }),
    answer: Subgraph,
  }),
  search: operation({
    method: 'get',
    path: '/api/search',
    tag: 'graph',
    summary: 'Entities by name or alias, best first',
    query: z.object({
      q: z.string('say what to search: ?q=name').max(300),
      limit: limit(100, 20),
      kinds: commaList(ENTITY_KINDS, 'Only nodes of these kinds'),
    }),
    answer: SearchAnswer,
  }),
  node: operation({
    method: 'get',
    path: '/api/nodes/{id}',
    tag: 'graph',
    summary: 'One entity, event or proposal',
    params: byId,
    answer: GraphNode,
    problems: [404],
  }),
  neighbourhood: operation({
    method: 'get',
    path: '/api/nodes/{id}/neighbourhood',
    tag: 'graph',
    summary: 'A node, its neighbours and the edges among them, the most evident first',
    params: byId,
    query: filterQuery.extend({ limit: limit(2000, 50) }),
    answer: Subgraph,
    problems: [404],
  }),
  nodeEvidence: operation({
    method: 'get',
    path: '/api/nodes/{id}/evidence',
    tag: 'evidence',
    summary: 'The sentences behind a node',
    params: byId,
    query: pageQuery,
    answer: EvidencePage,
    problems: [404],
  }),
  edge: operation({
    method: 'get',
    path: '/api/edges/{id}',
    tag: 'graph',
    summary: 'One typed edge',
    params: byId,
    answer: GraphEdge,
    problems: [404],
  }),
  edgeEvidence: operation({
    method: 'get',
    path: '/api/edges/{id}/evidence',
    tag: 'evidence',
    summary: 'The sentences behind an edge',
    params: byId,
    query: pageQuery,
    answer: EvidencePage,
    problems: [404],
  }),
  pairEvidence: operation({
    method: 'get',
    path: '/api/pairs/{a}/{b}/evidence',
    tag: 'evidence',
    summary: 'Every sentence about two nodes, in either direction',
    params: byPair,
    query: pageQuery,
    answer: EvidencePage,
    problems: [404],
  }),
  paths: operation({
    method: 'get',
    path: '/api/paths',
    tag: 'graph',
    summary: 'Shortest paths between two nodes',
    query: filterQuery.extend({
      from: id,
      to: id,
      all: z
        .enum(['true', 'false'])
        .default('false')
        .transform((text) => text === 'true')
        .meta({ description: 'All paths of the shortest length' }),
      maxLength: limit(12, 6),
    }),
    answer: PathsAnswer,
    problems: [404],
  }),
  dyad: operation({
    method: 'get',
    path: '/api/dyads/{a}/{b}',
    tag: 'graph',
    summary: 'Two actors over time: signed score, edges, offices, events',
    params: byPair,
    query: filterQuery,
    answer: Dyad,
    problems: [404],
  }),
  timeline: operation({
    method: 'get',
    path: '/api/timeline',
    tag: 'graph',
    summary: 'Cooperation and conflict by month',
    query: filterQuery.extend({
      nodes: z
        .string()
        .max(20_000)
        .transform((text) => text.split(',').filter((node) => node !== ''))
        .optional()
        .meta({ description: 'Only edges at these nodes, ids parted by commas' }),
    }),
    answer: TimelineAnswer,
  }),
  counts: operation({
    method: 'get',
    path: '/api/counts',
    tag: 'graph',
    summary: 'How many of what there are under a filter',
    query: filterQuery,
    answer: Counts,
  }),
  claims: operation({
    method: 'get',
    path: '/api/claims',
    tag: 'evidence',
    summary: 'Claims with their sentences',
    query: filterQuery.extend(pageQuery.shape),
    answer: EvidencePage,
  }),
  articles: operation({
    method: 'get',
    path: '/api/articles',
    tag: 'articles',
    summary: 'Articles, without their texts',
    query: pageQuery.extend({ search: z.string().max(300).optional() }),
    answer: ArticlePage,
  }),
  article: operation({
    method: 'get',
    path: '/api/articles/{id}',
    tag: 'articles',
    summary: 'One article with its text, entities and claims',
    params: byId,
    answer: Reading,
    problems: [404],
  }),
  relatives: operation({
    method: 'get',
    path: '/api/articles/{id}/relatives',
    tag: 'articles',
    summary: 'Older texts at its addresses, and near-identical copies at other outlets',
    params: byId,
    answer: RelativesAnswer,
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
  createJob: operation({
    method: 'post',
    path: '/api/jobs',
    tag: 'jobs',
    summary: 'Read many articles: pasted, files, addresses, feeds',
    body: JobRequest,
    bodyTypes: ['application/json', 'multipart/form-data'],
    answer: Job,
    status: 202,
    problems: [413, 415],
  }),
  jobs: operation({ method: 'get', path: '/api/jobs', tag: 'jobs', summary: 'Jobs, newest first', answer: JobList }),
  job: operation({
    method: 'get',
    path: '/api/jobs/{id}',
    tag: 'jobs',
    summary: 'How far one job is',
    params: byId,
    answer: Job,
    problems: [404],
  }),
  jobItems: operation({
    method: 'get',
    path: '/api/jobs/{id}/items',
    tag: 'jobs',
    summary: 'The articles of a job',
    params: byId,
    query: pageQuery.extend({
      state: z.enum(ITEM_STATES).optional(),
      undismissed: z
        .enum(['true', 'false'])
        .optional()
        .meta({ description: 'true: only failures that nobody dismissed' }),
    }),
    answer: JobItemPage,
    problems: [404],
  }),
  jobEvents: operation({
    method: 'get',
    path: '/api/jobs/{id}/events',
    tag: 'jobs',
    summary: 'Progress as server-sent events: `job` carries a Job, `item` a JobItem; ends when the job does',
    params: byId,
    answerTypes: ['text/event-stream'],
    problems: [404],
  }),
  cancelJob: operation({
    method: 'post',
    path: '/api/jobs/{id}/cancel',
    tag: 'jobs',
    summary: 'Stop; what is stored stays',
    params: byId,
    answer: Job,
    problems: [404, 409],
  }),
  pauseJob: operation({
    method: 'post',
    path: '/api/jobs/{id}/pause',
    tag: 'jobs',
    summary: 'Stop for now',
    params: byId,
    answer: Job,
    problems: [404, 409],
  }),
  resumeJob: operation({
    method: 'post',
    path: '/api/jobs/{id}/resume',
    tag: 'jobs',
    summary: 'Go on',
    params: byId,
    answer: Job,
    problems: [404, 409],
  }),
  retryJob: operation({
    method: 'post',
    path: '/api/jobs/{id}/retry',
    tag: 'jobs',
    summary: 'Read again what failed or was cancelled',
    params: byId,
    answer: Job,
    problems: [404, 409],
  }),
  dismissJob: operation({
    method: 'post',
    path: '/api/jobs/{id}/dismiss',
    tag: 'jobs',
    summary: 'Errors seen: show them no more',
    params: byId,
    answer: Job,
    problems: [404],
  }),
  deleteJob: operation({
    method: 'delete',
    path: '/api/jobs/{id}',
    tag: 'jobs',
    summary: 'Forget a job that has ended; its articles stay',
    params: byId,
    status: 204,
    problems: [404, 409],
  }),
  watches: operation({
    method: 'get',
    path: '/api/feeds',
    tag: 'jobs',
    summary: 'Feeds that are read on a schedule',
    answer: WatchList,
  }),
  createWatch: operation({
    method: 'post',
    path: '/api/feeds',
    tag: 'jobs',
    summary: 'Read a feed now and on a schedule',
    body: WatchRequest,
    answer: Watch,
    status: 201,
    problems: [409, 415],
  }),
  deleteWatch: operation({
    method: 'delete',
    path: '/api/feeds/{id}',
    tag: 'jobs',
    summary: 'Watch a feed no longer; its articles stay',
    params: byId,
    status: 204,
    problems: [404],
  }),
  cypher: operation({
    method: 'post',
    path: '/api/cypher',
    tag: 'cypher',
    summary: 'Run a reading query',
    body: CypherRequest,
    answer: CypherAnswer,
    problems: [408, 409, 413, 415, 422],
  }),
  explain: operation({
    method: 'post',
    path: '/api/cypher/explain',
    tag: 'cypher',
    summary: 'Check a query and show its plan, without running it',
    body: ExplainRequest,
    answer: ExplainAnswer,
    problems: [408, 413, 415, 422],
  }),
  stopCypher: operation({
    method: 'delete',
    path: '/api/cypher/{id}',
    tag: 'cypher',
    summary: 'Stop a run',
    params: byId,
    status: 204,
    problems: [404],
  }),
  formats: operation({
    method: 'get',
    path: '/api/formats',
    tag: 'exchange',
    summary: 'Formats of export and import',
    answer: FormatsAnswer,
  }),
  export: operation({
    method: 'get',
    path: '/api/export',
    tag: 'exchange',
    summary: 'The graph, a neighbourhood or the answer of a query as a file',
    query: filterQuery.extend({
      format: z.string('say which format: see /api/formats').max(40),
      around: id.optional().meta({ description: 'Only the neighbourhood of this node' }),
      query: z.string().max(20_000).optional().meta({ description: 'Only what this Cypher query returns' }),
      version: z.enum(['1.2', '1.3']).optional().meta({ description: 'Of GEXF; default 1.3' }),
      edgesKey: z.enum(['links', 'edges']).optional().meta({ description: 'Of node-link JSON; default links' }),
      record: z
        .enum(['true', 'false'])
        .default('false')
        .transform((text) => text === 'true')
        .meta({
          description: 'Put the articles behind the graph into the file, so that import restores it to the last count',
        }),
    }),
    answerTypes: ['application/octet-stream'],
    problems: [404, 422],
  }),
  import: operation({
    method: 'post',
    path: '/api/import',
    tag: 'exchange',
    summary: 'Read back an exported file, or as much as fits of a foreign one; the body is the file',
    query: z.object({
      format: z
        .enum(['gexf', 'graphml', 'json', 'csv', 'zip', 'record'])
        .optional()
        .meta({ description: 'Told from the content if absent' }),
      name: z
        .string()
        .min(1)
        .max(300)
        .optional()
        .meta({ description: 'Of the file; it becomes the name of the source' }),
    }),
    body: z.unknown(),
    bodyTypes: ['application/octet-stream', 'application/json', 'application/xml', 'text/csv', 'application/zip'],
    answer: ImportAnswer,
    problems: [413, 415, 422],
  }),
  measures: operation({
    method: 'get',
    path: '/api/measures',
    tag: 'measures',
    summary: 'A centrality of every node, highest first',
    query: filterQuery.extend({ measure: z.enum(MEASURES).default('degree'), limit: limit(10_000, 100) }),
    answer: MeasureAnswer,
  }),
  communities: operation({
    method: 'get',
    path: '/api/measures/communities',
    tag: 'measures',
    summary: 'Communities (Louvain, seeded)',
    query: filterQuery,
    answer: CommunitiesAnswer,
  }),
  balance: operation({
    method: 'get',
    path: '/api/measures/balance',
    tag: 'measures',
    summary: 'Structural balance of the signed graph',
    query: filterQuery.extend({ limit: limit(500, 50) }),
    answer: BalanceAnswer,
  }),
  activeDyads: operation({
    method: 'get',
    path: '/api/measures/dyads',
    tag: 'measures',
    summary: 'The pairs of actors that most is said of',
    query: filterQuery.extend({ limit: limit(500, 50) }),
    answer: ActiveDyadsAnswer,
  }),
  change: operation({
    method: 'get',
    path: '/api/measures/change',
    tag: 'measures',
    summary: 'What changed between two periods',
    query: filterQuery.omit({ since: true, until: true }).extend({
      beforeSince: day,
      beforeUntil: day,
      afterSince: day,
      afterUntil: day,
      limit: limit(500, 50),
    }),
    answer: ChangeAnswer,
  }),
  schema: operation({
    method: 'get',
    path: '/api/schema',
    tag: 'graph',
    summary: 'Kinds, relations, labels, properties and functions that a query may speak of',
    answer: SchemaAnswer,
  }),
  session: operation({
    method: 'post',
    path: '/api/session',
    tag: 'service',
    summary: 'Begin a session in a browser: a cookie stands for the token from then on',
    body: z.object({ token: z.string().min(1).max(1000) }).meta({ id: 'SessionRequest' }),
    answer: z.object({ needed: z.boolean() }).meta({ id: 'SessionAnswer' }),
    problems: [415],
  }),
  openapi: operation({
    method: 'get',
    path: '/api/openapi.json',
    tag: 'service',
    summary: 'This document',
    answer: z.looseObject({ openapi: z.string() }),
  }),
  healthz: operation({ method: 'get', path: '/healthz', tag: 'service', summary: 'The process lives', answer: Health }),
  readyz: operation({
    method: 'get',
    path: '/readyz',
    tag: 'service',
    summary: 'The store answers',
    answer: Health,
  }),
  metrics: operation({
    method: 'get',
    path: '/metrics',
    tag: 'service',
    summary: 'Measurements for Prometheus',
    answerTypes: ['text/plain'],
  }),
} as const;

export type OperationId = keyof typeof OPERATIONS;
