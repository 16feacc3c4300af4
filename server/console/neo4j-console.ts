import neo4j, {
  type Driver,
  Neo4jError,
  type Plan,
  type ProfiledPlan,
  type ResultSummary,
  type Transaction,
} from 'neo4j-driver';
import type { Statement } from '../cypher/ast.ts';
import { placeOf } from '../cypher/error.ts';
import type { Console, ConsoleEvent, ConsolePlan, ConsoleRequest, Explanation } from './console.ts';
import { ConsoleError } from './console-error.ts';
import { CONSOLE_LIMITS, type ConsoleLimits } from './limits.ts';
import { fromNeo4j, nodeIdsIn, toNeo4j } from './neo4j-values.ts';
import { requireReadingPlan } from './plan-guard.ts';
import { screen } from './screen.ts';
import { type Rewritten, withoutBookkeeping } from './without-bookkeeping.ts';

/** Rows handed on at a time; the first ones alone, so that they come soon. */
const BATCH = 200;
/** Time that Neo4j has to notice its own limit before the transaction is ended from outside. */
const GRACE = 2_000;

const planOf = (plan: Plan | ProfiledPlan): ConsolePlan => {
  const { Details, EstimatedRows, Time } = plan.arguments as Record<string, unknown>;
  const profiled = plan as Partial<ProfiledPlan>;
  return {
    operator: plan.operatorType.replace(/@.*$/, ''),
    ...(typeof Details === 'string' ? { details: Details } : {}),
    ...(EstimatedRows === undefined ? {} : { estimatedRows: Number(EstimatedRows) }),
    ...(profiled.rows === undefined ? {} : { rows: Number(profiled.rows) }),
    ...(profiled.dbHits === undefined ? {} : { dbHits: Number(profiled.dbHits) }),
    ...(Time === undefined ? {} : { milliseconds: Number(Time) / 1e6 }),
    children: plan.children.map(planOf),
  };
};

const EXPLAIN = 'EXPLAIN ';

/** `(line 1, column 8 (offset: 7))`, as Neo4j ends its messages. */
const PLACE = /\(line \d+, column \d+ \(offset: (\d+)\)\)/;

/** A screened query: what the user wrote, and what is sent to Neo4j. */
interface Screened extends Rewritten {
  readonly query: string;
  readonly mode: Statement['mode'];
}

/** The place of an error of EXPLAIN in the text that the user wrote. */
const placeIn = ({ query, placeBefore }: Screened, message: string) => {
  const offset = PLACE.exec(message)?.[1];
  return offset === undefined ? {} : placeOf(query, placeBefore(Math.max(0, Number(offset) - EXPLAIN.length)));
};

const fromNeo4jError = (error: unknown, screened: Screened, stopped = false): ConsoleError => {
  if (error instanceof ConsoleError) return error;
  if (stopped) return new ConsoleError('stopped', 'Stopped', 'The query was stopped.', { cause: error });
  if (!(error instanceof Neo4jError)) throw error;
  const message = error.message.replace(/\s*\(line \d+, column[\s\S]*$/, '').replace(/^"|"$/g, '');
  const short = error.code.replace('Neo.ClientError.', '').replace('Statement.', '');
  if (
    /TransactionTimedOut|Terminated|LockClientStopped/.test(error.code) ||
    /transaction has been terminated/i.test(error.message)
  ) {
    return new ConsoleError('limit', 'LimitExceeded: time', 'The query took longer than the console allows.', {
      hint: 'Narrow it: name a node, a relation type or a shorter path.',
      cause: error,
    });
  }
  if (/MemoryLimit|OutOfMemory|MemoryPool/.test(error.code + error.message)) {
    return new ConsoleError(
      'limit',
      'LimitExceeded: memory',
      'The query needs more memory than the store gives one query.',
      { hint: 'Return or collect fewer rows.', cause: error },
    );
  }
  if (/ServiceUnavailable|SessionExpired|ECONN/.test(error.code)) {
    return new ConsoleError('store', 'StoreUnavailable', 'Neo4j does not answer.', {
      hint: 'See whether it runs, and try again.',
      cause: error,
    });
  }
  return new ConsoleError('wrong', short, message, { ...placeIn(screened, error.message), cause: error });
};

interface Run {
  stopped: boolean;
}

/**
 * Cypher on a Neo4j, in layers: our own parser and bounds; a READ session; EXPLAIN with a clock of its own, where the
 * query type must be `r` and every step of the plan one that reads; a transaction with a time limit, rolled back; caps on
 * rows and bytes as they stream; ended on the server by its metadata when stopped or late; few at once.
 */
export const neo4jConsole = (
  { driver, database }: { readonly driver: Driver; readonly database: string },
  limits: ConsoleLimits = CONSOLE_LIMITS,
): Console => {
  const runs = new Map<string, Run>();

  const terminate = async (runId: string): Promise<boolean> => {
    const session = driver.session({ database });
    try {
      const found = await session.run(
        'SHOW TRANSACTIONS YIELD transactionId, metaData WHERE metaData.runId = $runId RETURN transactionId AS id',
        { runId },
      );
      const ids = found.records.map((record) => record.get('id') as string);
      if (ids.length) await session.run('TERMINATE TRANSACTIONS $ids', { ids });
      return ids.length > 0;
    } finally {
      await session.close();
    }
  };

  /** A reading transaction that is rolled back at its end, and ended from outside when it outlives its time. */
  const begin = async (runId: string, milliseconds: number) => {
    const session = driver.session({ database, defaultAccessMode: neo4j.session.READ, fetchSize: BATCH });
    const watch = setTimeout(() => void terminate(runId).catch(() => undefined), milliseconds + GRACE);
    const close = async (transaction?: Transaction) => {
      clearTimeout(watch);
      await transaction?.rollback().catch(() => undefined);
      await session.close();
    };
    try {
      const transaction = await session.beginTransaction({
        timeout: milliseconds,
        metadata: { app: 'entente-console', runId },
      });
      return { transaction, end: () => close(transaction) };
    } catch (error) {
      await close();
      throw error;
    }
  };

  const explained = async (
    text: string,
    parameters: Readonly<Record<string, unknown>>,
    runId: string,
  ): Promise<Explanation> => {
    const { transaction, end } = await begin(runId, limits.explainMilliseconds);
    let keys: string[];
    let summary: ResultSummary;
    try {
      const result = transaction.run(EXPLAIN + text, toNeo4j(parameters) as object);
      keys = (await result.keys()) as string[];
      summary = await result.summary();
    } finally {
      await end();
    }
    if (summary.queryType !== 'r') {
      throw new ConsoleError(
        'refused',
        'ReadOnly: query type',
        `Neo4j says that this query does more than read (type ${summary.queryType}).`,
        { hint: 'The console only reads.' },
      );
    }
    const plan = summary.plan === false ? undefined : planOf(summary.plan);
    if (plan) requireReadingPlan(plan);
    return plan ? { columns: keys, plan } : { columns: keys };
  };

  /** The statement without its own EXPLAIN or PROFILE, and which of the two it had. */
  const screened = (query: string, parameters: Readonly<Record<string, unknown>>): Screened => {
    const statement = screen(query, parameters, limits);
    return { query, mode: statement.mode, ...withoutBookkeeping(statement) };
  };

  const explain = async (query: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<Explanation> => {
    const read = screened(query, parameters);
    try {
      return await explained(read.text, parameters, `explain-${crypto.randomUUID()}`);
    } catch (error) {
      throw fromNeo4jError(error, read);
    }
  };

  async function* rowsOf(request: ConsoleRequest, run: Run, text: string, mode: string): AsyncGenerator<ConsoleEvent> {
    const { parameters = {}, runId } = request;
    const most = Math.min(request.limit ?? limits.rows, limits.rows);
    const { transaction, end } = await begin(runId, limits.milliseconds);
    try {
      const profile = mode === 'profile' || request.profile;
      const result = transaction.run(`${profile ? 'PROFILE ' : ''}${text}`, toNeo4j(parameters) as object);
      yield { columns: (await result.keys()) as string[] };
      let rows: unknown[][] = [];
      let [count, bytes, truncated] = [0, 0, false];
      for await (const record of result) {
        if (run.stopped) throw new ConsoleError('stopped', 'Stopped', 'The query was stopped.');
        const values = record.keys.map((key) => record.get(key) as unknown);
        const ids = nodeIdsIn(values);
        const row = values.map((value) => fromNeo4j(value, ids));
        bytes += JSON.stringify(row).length;
        if (count === most || bytes > limits.bytes) {
          truncated = true;
          break;
        }
        rows.push(row);
        count++;
        if (rows.length === (count === 1 ? 1 : BATCH)) {
          yield { rows };
          rows = [];
        }
      }
      if (rows.length) yield { rows };
      if (truncated) {
        await terminate(runId);
        yield { truncated };
      } else {
        const summary = await result.summary();
        yield { truncated, ...(summary.profile === false ? {} : { plan: planOf(summary.profile) }) };
      }
    } finally {
      if (run.stopped) await terminate(runId).catch(() => undefined);
      await end();
    }
  }

  async function* stream(request: ConsoleRequest): AsyncGenerator<ConsoleEvent> {
    const { query, parameters = {}, runId } = request;
    const read = screened(query, parameters);
    const { text, mode } = read;
    if (runs.size >= limits.atOnce) {
      throw new ConsoleError('busy', 'Busy', `${limits.atOnce} queries are running already.`, {
        hint: 'Wait for one to end, or stop it.',
      });
    }
    const run: Run = { stopped: false };
    runs.set(runId, run);
    try {
      const { columns, plan } = await explained(text, parameters, runId);
      if (mode === 'explain') {
        yield { columns };
        yield { truncated: false, ...(plan ? { plan } : {}) };
      } else yield* rowsOf(request, run, text, mode);
    } catch (error) {
      throw fromNeo4jError(error, read, run.stopped);
    } finally {
      runs.delete(runId);
    }
  }

  const stop = async (runId: string): Promise<boolean> => {
    const run = runs.get(runId);
    if (!run) return false;
    run.stopped = true;
    await terminate(runId);
    return true;
  };

  return { stream, explain, stop };
};
