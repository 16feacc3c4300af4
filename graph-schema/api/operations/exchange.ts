import { z } from 'zod';
import { FormatsAnswer, ImportAnswer } from '../export.ts';
import { filterQuery } from '../filter.ts';
import { operation } from '../operation.ts';
import { id } from '../schema.ts';

/** Files out and in. */
export const EXCHANGE_OPERATIONS = {
  formats: operation({
    method: 'get',
    path: '/api/formats',
    tag: 'exchange',
    summary: 'Formats of export and import',
    answer: FormatsAnswer,
    whole: 'a closed list of this program',
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
} as const;
