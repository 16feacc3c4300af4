import type { Statement } from '../cypher/ast.ts';
import { requireBoundedQuery } from './cost/query-cost.ts';
import { refusalsIn } from './cost/refuse.ts';
import { requireFewXors } from './cost/require-few-xors.ts';
import type { ConsoleLimits } from './limits.ts';

/**
 * Refuses a query that could hold a store inside one expression, where neither its clock nor its memory limit looks:
 * bounds the rounds of every loop over a list and the size of every value, from the text and the parameters alone.
 * What is not in the text (properties, aggregates) is taken for large but not for endless; ranges that can't be read
 * off the text are taken for endless.
 */
export const requireBounded = (
  { text, query }: Statement,
  parameters: Readonly<Record<string, unknown>>,
  limits: ConsoleLimits,
): void => {
  const given = { parameters, limits, refuse: refusalsIn(text) };
  requireFewXors(query, given);
  requireBoundedQuery(query, given);
};
