import { z } from 'zod';
import { list, maybe } from './schema.ts';

export const FormatsAnswer = z
  .object({
    formats: list(
      z.object({
        name: z.string().meta({ description: 'As given to ?format=' }),
        title: z.string(),
        extension: z.string(),
        mediaType: z.string(),
        carriesRecord: z
          .boolean()
          .meta({ description: 'record=true puts the articles behind the graph into the file' }),
        readsBack: z.boolean().meta({ description: 'POST /api/import takes it too' }),
      }),
    ),
  })
  .meta({ id: 'FormatsAnswer' });
export type FormatsAnswer = z.infer<typeof FormatsAnswer>;

/** What an import did, and what of the file found no place. */
export const ImportAnswer = z
  .object({
    format: z.string(),
    articles: z.object({ added: z.int(), replaced: z.int(), unchanged: z.int() }),
    nodes: z.int(),
    edges: z.int(),
    claims: z.int(),
    left: list(z.string()).meta({ description: 'What did not fit, in words' }),
  })
  .meta({ id: 'ImportAnswer' });
export type ImportAnswer = z.infer<typeof ImportAnswer>;

/** `/healthz`, `/readyz`. */
export const Health = z
  .object({ status: z.enum(['ok', 'starting', 'unavailable']), store: maybe(z.string()), detail: maybe(z.string()) })
  .meta({ id: 'Health' });
export type Health = z.infer<typeof Health>;
