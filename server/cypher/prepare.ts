import type { Statement } from './ast.ts';
import { checkStatement } from './check/query.ts';
import { told } from './error.ts';
import { parseStatement } from './parser/query.ts';
import type { Procedure } from './procedures.ts';

/** A query that was read and checked. */
export interface Prepared {
  readonly statement: Statement;
  readonly needs: { readonly temporal: boolean };
  readonly columns: readonly string[];
}

/** Words and signs of a query: what can be read and checked in one go. Building a graph may take more. */
const mostTokens = 10_000;

/** How many read statements are kept for the next time. */
const remembered = 200;
/** Longer texts, in characters, are read anew each time. */
const longestRemembered = 10_000;

/** Reads and checks queries, and keeps the latest for the next time. */
export function createPreparer({
  writes,
  procedure,
}: {
  readonly writes: boolean;
  readonly procedure: (name: string) => Procedure | undefined;
}): (query: string) => Prepared {
  const statements = new Map<string, Prepared>();
  return (query) => {
    const known = statements.get(query);
    if (known !== undefined) return known;
    try {
      const statement = parseStatement(query, writes ? 100 * mostTokens : mostTokens);
      const needs = checkStatement(statement, { writes, procedure });
      const prepared = { statement, needs, columns: statement.query.columns.map((one) => one.name) };
      if (query.length <= longestRemembered) {
        if (statements.size >= remembered) statements.delete(statements.keys().next().value!);
        statements.set(query, prepared);
      }
      return prepared;
    } catch (error) {
      throw told(error, query);
    }
  };
}
