import { z } from 'zod';
import { list, maybe } from './schema.ts';

/** The longest query text the console takes. */
export const LONGEST_QUERY = 20_000;

export const CypherRequest = z
  .object({
    query: z.string('give the query as text').min(1, 'the query is empty').max(LONGEST_QUERY),
    parameters: maybe(z.record(z.string().max(200), z.unknown().meta({ description: 'Any JSON value' }))),
    limit: maybe(z.int().min(1).max(10_000).meta({ description: 'Most rows; default 1,000' })),
    runId: maybe(
      z
        .string()
        .regex(/^[\w-]{8,64}$/, 'a run id has 8 to 64 letters, digits or dashes')
        .meta({ description: 'Of your choosing: DELETE /api/cypher/{runId} stops the run' }),
    ),
    profile: maybe(z.boolean()),
  })
  .meta({ id: 'CypherRequest' });
export type CypherRequest = z.infer<typeof CypherRequest>;

export const CypherNode = z
  .object({ id: z.string(), labels: list(z.string()), properties: z.record(z.string(), z.unknown()) })
  .meta({ id: 'CypherNode' });
export type CypherNode = z.infer<typeof CypherNode>;

export const CypherRelationship = z
  .object({
    id: z.string(),
    type: z.string(),
    source: z.string(),
    target: z.string(),
    properties: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'CypherRelationship' });
export type CypherRelationship = z.infer<typeof CypherRelationship>;

/** One step of a plan, with those below it. */
export interface CypherPlan {
  readonly operator: string;
  readonly details?: string;
  readonly estimatedRows?: number;
  readonly rows?: number;
  readonly dbHits?: number;
  readonly milliseconds?: number;
  readonly children: readonly CypherPlan[];
}
export const CypherPlan: z.ZodType<CypherPlan> = z
  .object({
    operator: z.string(),
    details: maybe(z.string()),
    estimatedRows: maybe(z.number()),
    rows: maybe(z.number()),
    dbHits: maybe(z.number()),
    milliseconds: maybe(z.number()),
    get children() {
      return list(CypherPlan);
    },
  })
  .meta({ id: 'CypherPlan' }) as unknown as z.ZodType<CypherPlan>;

/**
 * A value in a row: JSON values as they are; `{node}`, `{relationship}`, `{path: {nodes, relationships}}` for what the
 * graph is made of; integers as numbers where safe, else as strings; dates and durations as `{temporal, value}`.
 */
export const CypherValue = z.unknown().meta({ id: 'CypherValue', description: 'Any JSON value, or a graph element' });

export const CypherAnswer = z
  .object({
    columns: list(z.string()),
    rows: list(list(CypherValue)),
    truncated: z.boolean().meta({ description: 'There were more rows than the limit' }),
    milliseconds: z.number(),
    runId: z.string(),
    plan: maybe(CypherPlan),
    graph: z
      .object({ nodes: list(CypherNode), edges: list(CypherRelationship) })
      .meta({ description: 'Every node and relationship in the rows, once' }),
    notices: maybe(list(z.string())),
  })
  .meta({ id: 'CypherAnswer' });
export type CypherAnswer = z.infer<typeof CypherAnswer>;

/** A line of an answer that is streamed (`application/x-ndjson`): columns, rows in batches, the end. */
export type CypherEvent =
  | Pick<CypherAnswer, 'columns'>
  | Pick<CypherAnswer, 'rows'>
  | Pick<CypherAnswer, 'truncated' | 'milliseconds' | 'runId' | 'plan'>;

export const ExplainRequest = CypherRequest.pick({ query: true, parameters: true }).meta({ id: 'ExplainRequest' });
export type ExplainRequest = z.infer<typeof ExplainRequest>;

export const ExplainAnswer = z
  .object({ columns: list(z.string()), plan: maybe(CypherPlan), notices: maybe(list(z.string())) })
  .meta({ id: 'ExplainAnswer' });
export type ExplainAnswer = z.infer<typeof ExplainAnswer>;

/** What a query may speak of: for completion, legend and reference. */
export const SchemaAnswer = z
  .object({
    store: z.enum(['embedded', 'neo4j']),
    kinds: list(z.object({ kind: z.string(), label: z.string() })),
    relations: list(
      z.object({
        name: z.string(),
        inverse: z.string(),
        verb: z.string(),
        plover: maybe(z.string()),
        cameo: maybe(z.string()),
        quad: z.string(),
        sign: z.enum(['cooperation', 'conflict', 'none']),
        goldstein: z.number(),
        symmetric: z.boolean(),
        lasting: z.string(),
        from: list(z.string()),
        to: list(z.string()),
        example: z.string(),
      }),
    ),
    labels: list(z.string()),
    relationshipTypes: list(z.string()),
    propertyKeys: list(z.string()),
    functions: list(z.object({ name: z.string(), signature: z.string(), description: z.string() })),
  })
  .meta({ id: 'SchemaAnswer' });
export type SchemaAnswer = z.infer<typeof SchemaAnswer>;
