import { randomUUID } from 'node:crypto';
import type { Response, Router } from 'express';
import { type CypherAnswer, type CypherRequest, OPERATIONS } from '../../graph-schema/api.ts';
import { gatherGraph } from '../../graph-schema/gather-graph.ts';
import type { Console, ConsoleEvent, ConsoleRequest } from '../console/console.ts';
import { ConsoleError, type ConsoleErrorKind } from '../console/console-error.ts';
import { HttpProblem, notFound } from '../errors.ts';
import { route } from './route.ts';

/** Rows of an answer where the request does not say. */
const USUAL_ROWS = 1000;
const STREAM = 'application/x-ndjson';

const STATUS: Readonly<Record<ConsoleErrorKind, number>> = {
  refused: 422,
  wrong: 422,
  stopped: 409,
  busy: 409,
  limit: 408,
  store: 503,
};

/** A console's error as a problem document; other errors as they are. */
export const cypherProblem = (error: unknown): unknown => {
  if (!(error instanceof ConsoleError)) return error;
  const { kind, title, message, hint, line, column } = error;
  const sentence = /[.!?]$/.test(message) ? message : `${message}.`;
  const advice = hint ? ` ${hint.charAt(0).toUpperCase()}${hint.slice(1)}${/[.!?]$/.test(hint) ? '' : '.'}` : '';
  const place = line === undefined || column === undefined ? {} : { line, column };
  return new HttpProblem(STATUS[kind], sentence + advice, { code: title, ...place }, { cause: error });
};

const requestOf = (body: CypherRequest): ConsoleRequest => ({
  query: body.query,
  runId: body.runId ?? randomUUID(),
  limit: body.limit ?? USUAL_ROWS,
  ...(body.parameters === undefined ? {} : { parameters: body.parameters }),
  ...(body.profile === undefined ? {} : { profile: body.profile }),
});

const collect = async (console: Console, request: ConsoleRequest): Promise<CypherAnswer> => {
  const begun = performance.now();
  const rows: unknown[][] = [];
  let columns: readonly string[] = [];
  let last: Extract<ConsoleEvent, { truncated: boolean }> = { truncated: false };
  for await (const event of console.stream(request)) {
    if ('columns' in event) columns = event.columns;
    else if ('rows' in event) for (const row of event.rows) rows.push([...row]);
    else last = event;
  }
  const { nodes, relationships } = gatherGraph(rows);
  return {
    columns: [...columns],
    rows,
    truncated: last.truncated,
    milliseconds: performance.now() - begun,
    runId: request.runId,
    graph: { nodes: [...nodes], edges: [...relationships] },
    ...(last.plan ? { plan: last.plan } : {}),
  };
};

/** The answer line by line as it comes: columns, rows in batches, the end; an error after rows is a last line `{problem}`. */
const send = async (console: Console, request: ConsoleRequest, response: Response): Promise<void> => {
  const begun = performance.now();
  const line = (value: object) => {
    if (!response.headersSent) response.type(STREAM);
    return response.write(`${JSON.stringify(value)}\n`)
      ? undefined
      : new Promise((resolve) => response.once('drain', resolve));
  };
  try {
    for await (const event of console.stream(request)) {
      if (response.destroyed) return;
      const end = 'truncated' in event ? { milliseconds: performance.now() - begun, runId: request.runId } : {};
      await line({ ...event, ...end });
    }
  } catch (error) {
    if (!response.headersSent) throw error;
    const problem = cypherProblem(error);
    if (!(problem instanceof HttpProblem)) throw error;
    await line(problem);
  }
  response.end();
};

/** Cypher from users: run whole or streamed, explained, stopped. A run ends when its reader goes away. */
export const cypherRoutes = (router: Router, { console }: { readonly console: Console }): void => {
  route(router, OPERATIONS.cypher, async ({ body, request, response, signal }) => {
    const run = requestOf(body);
    signal.addEventListener('abort', () => void console.stop(run.runId).catch(() => undefined));
    try {
      if (request.accepts(['application/json', STREAM]) !== STREAM) return await collect(console, run);
      await send(console, run, response);
      return undefined as unknown as CypherAnswer;
    } catch (error) {
      throw cypherProblem(error);
    }
  });
  route(router, OPERATIONS.explain, async ({ body }) => {
    try {
      const { columns, plan } = await console.explain(body.query, body.parameters ?? {});
      return { columns: [...columns], ...(plan ? { plan } : {}) };
    } catch (error) {
      throw cypherProblem(error);
    }
  });
  route(router, OPERATIONS.stopCypher, async ({ params }) => {
    if (!(await console.stop(params.id))) throw notFound('running query', params.id);
  });
};
