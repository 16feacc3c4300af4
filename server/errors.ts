import type { Problem } from '../graph-schema/api.ts';
import { StoreError } from './store/error.ts';

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not understood',
  401: 'A token is needed',
  403: 'Refused',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Took too long',
  409: 'Not now',
  413: 'Too large',
  415: 'Not a kind of content that is read here',
  422: 'Understood, but not possible',
  429: 'Too many requests',
  431: 'Too long an address or headers',
  500: 'Something went wrong in the program',
  501: 'Not there',
  502: 'The other side did not answer as it should',
  503: 'Not ready',
  507: 'No room',
};

type Extra = Partial<Pick<Problem, 'type' | 'title' | 'errors' | 'code' | 'line' | 'column'>>;

/** An error that a user is told of as it stands: what was wrong, where, and what to do. */
export class HttpProblem extends Error {
  readonly problem: Problem;
  constructor(status: number, detail: string, extra: Extra = {}, options?: ErrorOptions) {
    super(detail, options);
    this.name = 'HttpProblem';
    this.problem = { type: 'about:blank', title: TITLES[status] ?? 'Error', status, detail, ...extra };
  }
}

/** 404 for a thing that is not there. */
export const notFound = (what: string, id: string): HttpProblem =>
  new HttpProblem(404, `There is no ${what} with the id ${JSON.stringify(id)}. Search for it, or see the list.`);

interface BodyError extends Error {
  readonly type?: string;
  readonly status?: number;
  readonly limit?: number;
}

const ofBody = (error: BodyError): HttpProblem | undefined => {
  switch (error.type) {
    case 'entity.too.large':
      return new HttpProblem(413, `The body is larger than ${error.limit ?? 0} bytes. Send less at a time.`);
    case 'entity.parse.failed':
      return new HttpProblem(400, `The body is not valid JSON: ${error.message}.`);
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new HttpProblem(415, `${error.message}. Send UTF-8, plain or gzip.`);
    case 'request.aborted':
    case 'request.size.invalid':
      return new HttpProblem(400, 'The body ended before it was whole. Send it again.');
    default:
      return undefined;
  }
};

/** What to tell a user of any error. Unknown errors give nothing away: their text stays in the log. */
export const problemOf = (error: unknown): HttpProblem => {
  if (error instanceof HttpProblem) return error;
  if (error instanceof URIError)
    return new HttpProblem(400, 'The address holds a broken %-escape. Encode it as UTF-8.');
  if (error instanceof StoreError) {
    const status = error.kind === 'invalid' ? 422 : error.kind === 'storage' ? 507 : 503;
    return new HttpProblem(status, error.message, {}, { cause: error });
  }
  if (error instanceof Error) {
    const body = ofBody(error);
    if (body) return body;
    const status = (error as BodyError).status;
    if (status !== undefined && status >= 400 && status < 500) return new HttpProblem(status, error.message);
  }
  return new HttpProblem(
    500,
    'The request could not be answered. The log has more under the id in `instance`.',
    {},
    { cause: error },
  );
};
