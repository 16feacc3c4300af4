import { CypherError, type Engine, type PlanDescription } from '../cypher/index.ts';
import type { Console, ConsoleEvent, ConsolePlan, ConsoleRequest } from './console.ts';
import { ConsoleError } from './console-error.ts';
import { fromCypher } from './embedded-values.ts';
import { CONSOLE_LIMITS, type ConsoleLimits } from './limits.ts';
import { fromCypherError, requireReadable } from './screen.ts';

/** Bytes that a query may hold, of sorted, grouped and collected values. */
const MEMORY = 256 * 1024 * 1024;

/** JSON parameters as the engine tells numbers: whole ones are integers. */
const exact = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(exact);
  return typeof value === 'object' && value !== null ? exactParameters(value as Record<string, unknown>) : value;
};
const exactParameters = (parameters: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, exact(value)]));

const planOf = ({ operator, details, estimatedRows, rows, inputs }: PlanDescription): ConsolePlan => ({
  operator,
  ...(details ? { details } : {}),
  estimatedRows,
  ...(rows === undefined ? {} : { rows }),
  children: inputs.map(planOf),
});

/**
 * Cypher on the embedded store by our own engine, which has no code to write, to open a file or to call out, gives way to
 * the event loop, and keeps to a deadline and a memory budget by itself.
 */
export const embeddedConsole = (engine: Engine, limits: ConsoleLimits = CONSOLE_LIMITS): Console => {
  const runs = new Map<string, AbortController>();

  const proper = (error: unknown, query: string, signal?: AbortSignal): unknown => {
    if (signal?.aborted) return new ConsoleError('stopped', 'Stopped', 'The query was stopped.', { cause: error });
    return error instanceof CypherError ? fromCypherError(error, query) : error;
  };

  async function* rowsOf(request: ConsoleRequest, signal: AbortSignal): AsyncGenerator<ConsoleEvent> {
    const { query, profile = false } = request;
    const parameters = exactParameters(request.parameters ?? {});
    const bounds = { signal, deadline: limits.milliseconds, maxMemory: MEMORY };
    const { columns, mode } = engine.check(query);
    yield { columns };
    if (mode === 'explain') {
      yield { truncated: false, plan: planOf(await engine.explain(query, parameters)) };
      return;
    }
    const most = Math.min(request.limit ?? limits.rows, limits.rows);
    const profiled = profile || mode === 'profile' ? await engine.profile(query, parameters, bounds) : undefined;
    const batches = profiled ? [profiled.rows] : (await engine.stream(query, parameters, bounds)).batches;
    let [count, bytes] = [0, 0];
    for await (const batch of batches) {
      const rows: unknown[][] = [];
      for (const values of batch) {
        const row = values.map(fromCypher);
        bytes += JSON.stringify(row).length;
        if (count === most || bytes > limits.bytes) {
          if (rows.length) yield { rows };
          yield { truncated: true };
          return;
        }
        rows.push(row);
        count++;
      }
      if (rows.length) yield { rows };
    }
    yield { truncated: false, ...(profiled?.plan ? { plan: planOf(profiled.plan) } : {}) };
  }

  async function* stream(request: ConsoleRequest): AsyncGenerator<ConsoleEvent> {
    const { query, runId } = request;
    requireReadable(query, limits);
    if (runs.size >= limits.atOnce) {
      throw new ConsoleError('busy', 'Busy', `${limits.atOnce} queries are running already.`, {
        hint: 'Wait for one to end, or stop it.',
      });
    }
    const run = new AbortController();
    runs.set(runId, run);
    try {
      yield* rowsOf(request, run.signal);
    } catch (error) {
      throw proper(error, query, run.signal);
    } finally {
      run.abort();
      runs.delete(runId);
    }
  }

  return {
    stream,
    explain: async (query, parameters = {}) => {
      requireReadable(query, limits);
      try {
        const { columns } = engine.check(query);
        return { columns, plan: planOf(await engine.explain(query, exactParameters(parameters))) };
      } catch (error) {
        throw proper(error, query);
      }
    },
    stop: async (runId) => {
      const run = runs.get(runId);
      run?.abort();
      return run !== undefined;
    },
  };
};
