/** The API's requests and answers as zod schemas: routes validate with them, the OpenAPI document is made from them. */
export * from './api/cursor.ts';
export * from './api/cypher.ts';
export * from './api/decisions.ts';
export * from './api/export.ts';
export * from './api/filter.ts';
export * from './api/graph.ts';
export * from './api/jobs.ts';
export * from './api/measures.ts';
export * from './api/operation.ts';
export * from './api/operations.ts';
export * from './api/problem.ts';
export * from './api/record.ts';
