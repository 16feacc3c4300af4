import { z } from 'zod';
import { list, maybe, page } from './schema.ts';

export const MEASURES = ['degree', 'strength', 'betweenness', 'closeness', 'pagerank', 'mentions', 'articles'] as const;

const named = { id: z.string(), name: z.string(), kind: z.string() };

/** A centrality, highest first. */
export const MeasureAnswer = page(z.object({ ...named, value: z.number() }))
  .extend({ measure: z.enum(MEASURES) })
  .meta({ id: 'MeasureAnswer' });
export type MeasureAnswer = z.infer<typeof MeasureAnswer>;

/** Communities (Louvain, seeded: the same graph gives the same communities), largest first. */
export const CommunitiesAnswer = page(z.object({ community: z.int(), size: z.int(), members: list(z.object(named)) }))
  .extend({ modularity: z.number() })
  .meta({ id: 'CommunitiesAnswer' });
export type CommunitiesAnswer = z.infer<typeof CommunitiesAnswer>;

/** Structural balance: triangles of signed pairs whose signs multiply to plus are balanced (Cartwright and Harary 1956). */
export const BalanceAnswer = z
  .object({
    triangles: z.int(),
    balanced: z.int(),
    unbalanced: z.int(),
    share: maybe(z.number().meta({ description: 'Balanced share, 0 … 1; absent without triangles' })),
    examples: list(
      z.object({
        nodes: list(z.object(named)),
        signs: list(z.enum(['cooperation', 'conflict'])),
        balanced: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'BalanceAnswer' });
export type BalanceAnswer = z.infer<typeof BalanceAnswer>;

const pairCounts = { cooperation: z.int(), conflict: z.int(), claims: z.int(), goldstein: z.number() };

/** Pairs of actors by how much is said of them. */
export const ActiveDyadsAnswer = page(z.object({ a: z.object(named), b: z.object(named), ...pairCounts })).meta({
  id: 'ActiveDyadsAnswer',
});
export type ActiveDyadsAnswer = z.infer<typeof ActiveDyadsAnswer>;

/** Pairs of actors whose mean Goldstein weight moved most between two periods. */
export const ChangeAnswer = page(
  z.object({
    a: z.object(named),
    b: z.object(named),
    before: z.object(pairCounts),
    after: z.object(pairCounts),
    change: z.number(),
  }),
).meta({ id: 'ChangeAnswer' });
export type ChangeAnswer = z.infer<typeof ChangeAnswer>;
