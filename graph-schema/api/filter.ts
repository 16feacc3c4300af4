import { z } from 'zod';
import { MODALITIES, POLARITIES } from '../claim.ts';
import type { Filter } from '../filter.ts';
import { ENTITY_KINDS } from '../kinds.ts';
import { RELATIONS, type RelationType } from '../relations.ts';
import { commaList, day } from './schema.ts';

const SIGNS = ['cooperation', 'conflict', 'none'] as const;
const TYPES = RELATIONS.map((relation) => relation.name) as [RelationType, ...RelationType[]];

/** Which of the two clocks a window of days is on. */
export const clock = z
  .enum(['happened', 'reported'])
  .optional()
  .meta({ description: 'Which clock the window is on; default: happened' });

/** The filter as it stands in a query string. */
export const filterQuery = z.object({
  kinds: commaList(ENTITY_KINDS, 'Only nodes of these kinds'),
  types: commaList(TYPES, 'Only edges of these relations'),
  signs: commaList(SIGNS, 'Only edges of these signs'),
  polarities: commaList(POLARITIES, 'Default: affirmed'),
  modalities: commaList(MODALITIES, 'Default: fact,past'),
  outlets: z
    .string()
    .max(2000)
    .transform((text) => text.split(',').filter((outlet) => outlet !== ''))
    .optional()
    .meta({ description: 'Only what these outlets said, parted by commas' }),
  confidence: z.coerce.number('give a number from 0 to 1').min(0).max(1).optional().meta({
    description: 'At least this confident, 0 … 1',
  }),
  since: day.optional(),
  until: day.optional(),
  clock,
});
export type FilterQuery = z.infer<typeof filterQuery>;

/** The filter that a query stands for: absent and empty members left out. */
export const filterOf = (query: Partial<FilterQuery>): Filter => {
  const filter: Record<string, unknown> = {};
  for (const key of Object.keys(filterQuery.shape) as (keyof FilterQuery)[]) {
    const value = query[key];
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) filter[key] = value;
  }
  return filter as Filter;
};

/** The query string of a filter, the inverse of `filterOf`; keys in a fixed order so that equal filters are equal text. */
export const queryOfFilter = (filter: Filter): URLSearchParams => {
  const query = new URLSearchParams();
  for (const key of Object.keys(filterQuery.shape) as (keyof Filter)[]) {
    const value = filter[key];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    query.set(key, Array.isArray(value) ? value.join(',') : String(value));
  }
  return query;
};
