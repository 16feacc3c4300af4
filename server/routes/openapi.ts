import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { OPERATIONS, type Operation, Problem } from '../../graph-schema/api.ts';

/** What clients can ask again with, and where the next page is. */
const headersOf = (operation: Operation) => ({
  ETag: {
    description: 'Send it as If-None-Match: 304 and no body where nothing has changed',
    schema: { type: 'string' as const },
  },
  ...('after' in operation.query.shape
    ? {
        Link: {
          description: 'The next page, `<address>; rel="next"`; absent on the last',
          schema: { type: 'string' as const },
        },
      }
    : {}),
});

const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'The request is not understood',
  401: 'A token is needed',
  403: 'Refused: foreign host or origin',
  404: 'Not found',
  408: 'Took too long',
  409: 'Not possible in this state',
  413: 'Too large',
  415: 'Not a kind of content that is read here',
  422: 'Understood, but not possible',
  429: 'Too many requests',
  500: 'Something went wrong in the program',
  503: 'The store does not answer',
};

const answerOf = (operation: Operation): RouteConfig['responses'] => {
  const content = operation.answer
    ? { 'application/json': { schema: operation.answer } }
    : Object.fromEntries((operation.answerTypes ?? []).map((type) => [type, { schema: { type: 'string' as const } }]));
  const description = operation.status === 204 ? 'Done' : 'The answer';
  if (operation.status === 204) return { 204: { description } };
  if (operation.method !== 'get' || !operation.answer) return { [operation.status]: { description, content } };
  return {
    [operation.status]: { description, content, headers: headersOf(operation) },
    304: { description: 'The client has the answer already' },
  };
};

/** What is particular to the lists in an answer. */
const remarksOn = ({ whole, timeless }: Operation): { readonly description?: string } => {
  const remarks = [
    ...(whole === undefined ? [] : [`Comes whole: ${whole}.`]),
    ...(timeless === undefined ? [] : [`Not by time: ${timeless}.`]),
  ];
  return remarks.length ? { description: remarks.join(' ') } : {};
};

const problemsOf = (operation: Operation): RouteConfig['responses'] =>
  Object.fromEntries(
    [400, 401, 403, ...operation.problems, 429, 500, 503].map((status) => [
      status,
      { description: PROBLEMS[status]!, content: { 'application/problem+json': { schema: Problem } } },
    ]),
  );

const bodyOf = (operation: Operation): RouteConfig['request'] =>
  operation.body && {
    body: {
      required: true,
      content: Object.fromEntries(
        (operation.bodyTypes ?? ['application/json']).map((type) => [
          type,
          { schema: type === 'application/json' ? operation.body! : { type: 'string' as const } },
        ]),
      ),
    },
  };

const multipart = {
  'multipart/form-data': {
    schema: {
      type: 'object' as const,
      properties: {
        files: { type: 'array' as const, items: { type: 'string' as const, format: 'binary' } },
        urls: { type: 'string' as const, description: 'One address a line' },
        feeds: { type: 'string' as const, description: 'One address a line' },
        label: { type: 'string' as const },
      },
    },
  },
};

const routeOf = (id: string, operation: Operation): RouteConfig => {
  const request: RouteConfig['request'] = {
    ...(Object.keys(operation.params.shape).length ? { params: operation.params } : {}),
    ...(Object.keys(operation.query.shape).length ? { query: operation.query } : {}),
    ...bodyOf(operation),
  };
  if (operation.bodyTypes?.includes('multipart/form-data')) Object.assign(request.body!.content, multipart);
  return {
    method: operation.method,
    path: operation.path,
    operationId: id,
    tags: [operation.tag],
    summary: operation.summary,
    ...remarksOn(operation),
    security: operation.path.startsWith('/api/') || operation.path === '/metrics' ? [{ token: [] }, {}] : [{}],
    request,
    responses: { ...answerOf(operation), ...problemsOf(operation) },
  };
};

let document: { openapi: string } | undefined;

/** The OpenAPI 3.1 document, made once from the operations' schemas. */
export const openapiDocument = (): { openapi: string } => {
  if (document) return document;
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: "The server's API_TOKEN; needed where it is set",
  });
  for (const [id, operation] of Object.entries(OPERATIONS)) registry.registerPath(routeOf(id, operation));
  document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Entente',
      version: '1',
      description:
        'News articles in; people, countries, organisations, events and the typed relations between them out, each with the sentence that says so. Errors are RFC 9457 problems.',
    },
    servers: [{ url: '/' }],
    tags: ['graph', 'evidence', 'articles', 'jobs', 'decisions', 'cypher', 'exchange', 'measures', 'service'].map(
      (name) => ({
        name,
      }),
    ),
  });
  return document;
};
