import { clock, filterQuery } from '../filter.ts';
import { operation } from '../operation.ts';
import { EvidencePage } from '../record.ts';
import { byId, byPair, pageQuery, windowQuery } from '../schema.ts';

const evidenceQuery = windowQuery('what happened').extend({ clock, ...pageQuery(500, 50).shape });

/** The sentences behind what is drawn. */
export const EVIDENCE_OPERATIONS = {
  nodeEvidence: operation({
    method: 'get',
    path: '/api/nodes/{id}/evidence',
    tag: 'evidence',
    summary: 'The sentences behind a node',
    params: byId,
    query: evidenceQuery,
    answer: EvidencePage,
    problems: [404],
  }),
  edgeEvidence: operation({
    method: 'get',
    path: '/api/edges/{id}/evidence',
    tag: 'evidence',
    summary: 'The sentences behind an edge',
    params: byId,
    query: evidenceQuery,
    answer: EvidencePage,
    problems: [404],
  }),
  pairEvidence: operation({
    method: 'get',
    path: '/api/pairs/{a}/{b}/evidence',
    tag: 'evidence',
    summary: 'Every sentence about two nodes, in either direction',
    params: byPair,
    query: evidenceQuery,
    answer: EvidencePage,
    problems: [404],
  }),
  claims: operation({
    method: 'get',
    path: '/api/claims',
    tag: 'evidence',
    summary: 'Claims with their sentences',
    query: filterQuery.extend(pageQuery(500, 50).shape),
    answer: EvidencePage,
  }),
} as const;
