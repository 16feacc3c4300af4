import { Decision, DecisionInput, DecisionPage } from '../decisions.ts';
import { operation } from '../operation.ts';
import { byId, pageQuery, windowQuery } from '../schema.ts';

/** What people said about what was read. */
export const DECISIONS_OPERATIONS = {
  decisions: operation({
    method: 'get',
    path: '/api/decisions',
    tag: 'decisions',
    summary: 'What people said about entities and claims, oldest first',
    query: windowQuery('made').extend(pageQuery(500, 50).shape),
    answer: DecisionPage,
  }),
  decision: operation({
    method: 'get',
    path: '/api/decisions/{id}',
    tag: 'decisions',
    summary: 'One decision',
    params: byId,
    answer: Decision,
    problems: [404],
  }),
  decide: operation({
    method: 'post',
    path: '/api/decisions',
    tag: 'decisions',
    summary: 'Say what is the same, different, wrong or right; undone by another decision',
    body: DecisionInput,
    answer: Decision,
    status: 201,
    problems: [415, 422],
  }),
} as const;
