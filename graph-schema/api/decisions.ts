import { z } from 'zod';
import { DECISION_KINDS } from '../record.ts';
import { id, list, maybe, page } from './schema.ts';

const about = z.object({
  ids: list(id)
    .refine((ids) => ids.length > 0 && ids.length <= 1000, 'name what it is about: 1 to 1,000 ids')
    .meta({ description: 'Ids of entities (same, different) or of claims, edges or entities (reject, confirm, edit)' }),
  quote: maybe(z.string().max(20_000).meta({ description: 'The sentence it was made on' })),
  type: maybe(z.string().max(100)),
  source: maybe(z.string().max(300)),
  target: maybe(z.string().max(300)),
});

const said = {
  by: z.string().min(1, 'say who decides').max(200),
  kind: z.enum(DECISION_KINDS),
  about,
  note: maybe(z.string().max(10_000)),
};

/** A decision as a person gives it; the server adds its id and the time. */
export const DecisionInput = z
  .object(said)
  .refine(
    ({ kind, about: { ids } }) => (kind !== 'same' && kind !== 'different') || new Set(ids).size > 1,
    'same and different are said of two ids or more',
  )
  .meta({ id: 'DecisionInput' });
export type DecisionInput = z.infer<typeof DecisionInput>;

/** What a person said about entities or claims; never overwritten, undone by another decision. */
export const Decision = z
  .object({ id: z.string(), at: z.string().meta({ description: 'ISO 8601 instant' }), ...said })
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;

export const DecisionPage = page(Decision).meta({ id: 'DecisionPage' });
export type DecisionPage = z.infer<typeof DecisionPage>;
