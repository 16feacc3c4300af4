import { z } from 'zod';
import { list, maybe } from './schema.ts';

/** What went wrong, as RFC 9457 says it (`application/problem+json`). */
export const Problem = z
  .object({
    type: z.string().meta({ description: 'A URI reference that names the kind of problem' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().meta({ description: 'What was wrong, where, and what to do' }),
    instance: maybe(z.string().meta({ description: 'Id of the request, as it stands in the log' })),
    errors: maybe(
      list(
        z.object({
          where: z.string().meta({ description: 'Place in the request: `query.limit`, `body.articles.3.text`' }),
          detail: z.string(),
        }),
      ),
    ),
    /** Cypher: the place of the error, both from 1. */
    code: maybe(z.string()),
    line: maybe(z.int()),
    column: maybe(z.int()),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
