import { ARTICLES_OPERATIONS } from './operations/articles.ts';
import { CYPHER_OPERATIONS } from './operations/cypher.ts';
import { DECISIONS_OPERATIONS } from './operations/decisions.ts';
import { EVIDENCE_OPERATIONS } from './operations/evidence.ts';
import { EXCHANGE_OPERATIONS } from './operations/exchange.ts';
import { GRAPH_OPERATIONS } from './operations/graph.ts';
import { JOBS_OPERATIONS } from './operations/jobs.ts';
import { MEASURES_OPERATIONS } from './operations/measures.ts';
import { SERVICE_OPERATIONS } from './operations/service.ts';

/** Every operation of the API by its id, in the order in which the reference shows them. */
export const OPERATIONS = {
  ...GRAPH_OPERATIONS,
  ...EVIDENCE_OPERATIONS,
  ...ARTICLES_OPERATIONS,
  ...JOBS_OPERATIONS,
  ...DECISIONS_OPERATIONS,
  ...CYPHER_OPERATIONS,
  ...EXCHANGE_OPERATIONS,
  ...MEASURES_OPERATIONS,
  ...SERVICE_OPERATIONS,
} as const;

export type OperationId = keyof typeof OPERATIONS;
