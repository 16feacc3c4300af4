import type { Request, Response, Router } from 'express';
import type { z } from 'zod';
import type { Operation } from '../../graph-schema/api.ts';
import { HttpProblem } from '../errors.ts';
import { answerOf, sendAnswer } from './answer.ts';
import type { KeptAnswers } from './kept-answers.ts';

type Out<S> = S extends z.ZodType ? z.output<S> : undefined;

/** A request that has been checked. */
export interface Valid<O extends Operation> {
  readonly params: z.output<O['params']>;
  readonly query: z.output<O['query']>;
  readonly body: Out<O['body']>;
  readonly request: Request;
  readonly response: Response;
  /** Aborts when the client goes away. */
  readonly signal: AbortSignal;
}

/** Answers of operations without a JSON document are written to the response by the handler itself. */
type Result<O extends Operation> = O['answer'] extends z.ZodType ? z.output<O['answer']> : unknown;

/** What answers an operation. */
export type Handler<O extends Operation> = (input: Valid<O>) => Promise<Result<O>> | Result<O>;

const check = <S extends z.ZodType>(schema: S, value: unknown, part: string): z.output<S> => {
  const outcome = schema.safeParse(value);
  if (outcome.success) return outcome.data;
  const errors = outcome.error.issues.slice(0, 20).map((issue) => ({
    where: [part, ...issue.path.map(String)].join('.'),
    detail: issue.message,
  }));
  throw new HttpProblem(400, errors.map((error) => `${error.where}: ${error.detail}`).join('; '), { errors });
};

/** A window that ends before it begins is a slip, not a question. */
const checkWindow = ({ since, until }: { readonly since?: unknown; readonly until?: unknown }): void => {
  if (typeof since !== 'string' || typeof until !== 'string' || since <= until) return;
  const detail = `the window ends (${until}) before it begins (${since})`;
  throw new HttpProblem(400, `query.until: ${detail}`, { errors: [{ where: 'query.until', detail }] });
};

/** `/api/nodes/{id}` as Express writes it. */
const expressPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

const isJson = (request: Request): boolean => request.is('application/json') === 'application/json';

/**
 * Adds one operation to a router: checks what comes in against the operation's schemas, calls the handler, sends what
 * it returns. Errors go to the error handler. With `answers`, what depends on nothing but the address and the store is
 * answered from there.
 */
export const route = <O extends Operation>(
  router: Router,
  operation: O,
  handle: Handler<O>,
  answers?: KeptAnswers,
): void => {
  router[operation.method](expressPath(operation.path), async (request, response) => {
    const controller = new AbortController();
    response.once('close', () => controller.abort());
    if (operation.body && !operation.bodyTypes && !isJson(request))
      throw new HttpProblem(415, 'The body is not JSON. Send it with Content-Type: application/json.');
    const queried = (): z.output<O['query']> => {
      const query = check(operation.query.strict(), request.query, 'query') as z.output<O['query']>;
      checkWindow(query);
      return query;
    };
    const checked = (): Valid<O> => ({
      params: check(operation.params, request.params, 'path') as z.output<O['params']>,
      query: queried(),
      body: (operation.body && (!operation.bodyTypes || isJson(request))
        ? check(operation.body, request.body, 'body')
        : undefined) as Out<O['body']>,
      request,
      response,
      signal: controller.signal,
    });
    if (answers) {
      const answer = await answers.of(request.originalUrl, async () => answerOf(await handle(checked())));
      await sendAnswer(request, response, operation.status, answer);
      return;
    }
    const answer = await handle(checked());
    if (operation.status === 204) response.status(204).end();
    else if (operation.answer && !response.headersSent) {
      // a handler that sets another status keeps it
      const status = response.statusCode === 200 ? operation.status : response.statusCode;
      if (operation.method === 'get') await sendAnswer(request, response, status, answerOf(answer));
      else response.status(status).json(answer);
    }
  });
};
