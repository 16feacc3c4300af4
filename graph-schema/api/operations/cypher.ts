import { CypherAnswer, CypherRequest, ExplainAnswer, ExplainRequest } from '../cypher.ts';
import { operation } from '../operation.ts';
import { byId } from '../schema.ts';

/** Reading queries of the user’s own. */
export const CYPHER_OPERATIONS = {
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
} as const;
