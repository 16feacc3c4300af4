import neo4j, { type Driver, Neo4jError } from 'neo4j-driver';
import { CypherError, type Engine, type Value } from '../../../server/cypher/index.ts';
import { ofEngine, ofNeo4j, type Strictness } from './canonical.ts';

/** What an engine says to a query. */
export type Answer =
  | {
      readonly kind: 'rows';
      readonly columns: readonly string[];
      readonly rows: (how: Strictness) => readonly string[];
    }
  | { readonly kind: 'error'; readonly family: string; readonly code: string; readonly message: string }
  | { readonly kind: 'late' };

const families: Readonly<Record<string, string>> = {
  SyntaxError: 'before running',
  SemanticError: 'before running',
  FeatureNotSupported: 'before running',
  ParameterMissing: 'before running',
  TypeError: 'a wrong value',
  ArgumentError: 'a wrong value',
  ArithmeticError: 'a wrong number',
  EntityNotFound: 'a wrong value',
  ProcedureCallFailed: 'a wrong value',
};

const error = (code: string, message: string): Answer => {
  const last = code.split('.').at(-1)!;
  return {
    kind: 'error',
    family: families[last] ?? last,
    code: last,
    message: message.replaceAll(/\s+/g, ' ').slice(0, 200),
  };
};

/** The code of what is no proper error. */
export const BROKEN = 'Broken';

/** Milliseconds a query may take on either side before it is left out. */
const PATIENCE = 4000;

export const askEngine = async (
  engine: Engine,
  query: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Answer> => {
  try {
    const { columns, rows } = await engine.run(query, parameters, { deadline: PATIENCE });
    return {
      kind: 'rows',
      columns,
      rows: (how) => rows.map((row) => row.map((one: Value) => ofEngine(one, how)).join(' ; ')),
    };
  } catch (thrown) {
    if (!(thrown instanceof CypherError))
      return error(BROKEN, thrown instanceof Error ? `${thrown.stack}` : String(thrown));
    if (thrown.detail === 'TimeLimit' || thrown.detail === 'MemoryLimit') return { kind: 'late' };
    return error(thrown.code, `${thrown.title}: ${thrown.message}`);
  }
};

export const askNeo4j = async (
  driver: Driver,
  query: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Answer> => {
  const session = driver.session({ database: 'neo4j', defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(query, parameters, { timeout: PATIENCE });
    const columns = (records[0]?.keys ?? []) as string[];
    return {
      kind: 'rows',
      columns,
      rows: (how) => records.map((record) => columns.map((key) => ofNeo4j(record.get(key), how)).join(' ; ')),
    };
  } catch (thrown) {
    if (!(thrown instanceof Neo4jError)) throw thrown;
    if (/Transaction(TimedOut|Terminated)/.test(thrown.code)) return { kind: 'late' };
    return error(thrown.code, thrown.message);
  } finally {
    await session.close();
  }
};
