import type { Statement } from '../cypher/ast.ts';
import { CypherError, told } from '../cypher/error.ts';
import { parseStatement } from '../cypher/parser/query.ts';
import { ConsoleError } from './console-error.ts';
import { requireBounded } from './cost.ts';
import type { ConsoleLimits } from './limits.ts';
import { requireReadOnly } from './read-only.ts';

/** Nothing nests deeper than its brackets, CASEs and subqueries; counted before parsing, which recurses. */
const requireShallow = (text: string, limits: ConsoleLimits): void => {
  let depth = 0;
  for (const [token] of text.matchAll(
    /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[([{]|[)\]}]|\bcase\b|\bend\b|\bnot\b/gi,
  )) {
    if (/^([([{]|case)$/i.test(token)) depth++;
    else if (/^([)\]}]|end)$/i.test(token)) depth = Math.max(0, depth - 1);
    if (depth > limits.depth) {
      throw new ConsoleError(
        'refused',
        'TooCostly: depth',
        `Brackets, CASEs and subqueries may stand at most ${limits.depth} deep in one another.`,
        {
          hint: 'Use WITH to name parts.',
        },
      );
    }
  }
};

/** A CypherError as the console tells it. */
export const fromCypherError = (error: CypherError, text: string): ConsoleError => {
  told(error, text);
  const { line, column, offset, hint } = error;
  const kind =
    error.type === 'NotSupported'
      ? 'refused'
      : error.type === 'Cancelled'
        ? 'stopped'
        : error.type === 'LimitExceeded'
          ? 'limit'
          : 'wrong';
  return new ConsoleError(kind, error.title, error.message, { line, column, offset, hint, cause: error });
};

/** Throws for a text that is too long or too deep to be read at all. */
export const requireReadable = (query: string, limits: ConsoleLimits): void => {
  if (query.length > limits.characters) {
    const count = (figure: number) => figure.toLocaleString('en');
    throw new ConsoleError(
      'refused',
      'TooLong',
      `The query has ${count(query.length)} characters; ${count(limits.characters)} are allowed.`,
      {
        hint: 'Give long lists as parameters.',
      },
    );
  }
  requireShallow(query, limits);
};

/**
 * The first layer before a store that can't be trusted to stop: only text that our own parser has read to the end, that
 * only reads and that is bounded, goes on. Throws `ConsoleError`.
 */
export const screen = (
  query: string,
  parameters: Readonly<Record<string, unknown>>,
  limits: ConsoleLimits,
): Statement => {
  requireReadable(query, limits);
  let statement: Statement;
  try {
    statement = parseStatement(query);
  } catch (error) {
    if (error instanceof CypherError) throw fromCypherError(error, query);
    throw error;
  }
  requireReadOnly(statement);
  requireBounded(statement, parameters, limits);
  return statement;
};
