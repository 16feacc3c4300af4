import type { CypherAnswer, CypherEvent, CypherRequest, ExplainAnswer, SchemaAnswer } from '../../graph-schema/api/cypher.ts';
import type { FormatsAnswer } from '../../graph-schema/api/export.ts';
import type { Counts, Dyad, PathsAnswer, SearchAnswer, Subgraph, TimelineAnswer } from '../../graph-schema/api/graph.ts';
import type { Job, JobItemPage, JobRequest } from '../../graph-schema/api/jobs.ts';
import type { BalanceAnswer, MeasureAnswer } from '../../graph-schema/api/measures.ts';
import type { Problem } from '../../graph-schema/api/problem.ts';
import type { ArticleInput, ArticlePage, DraftsAnswer, EvidencePage, PutAnswer, Reading } from '../../graph-schema/api/record.ts';
import type { Filter } from '../../graph-schema/filter.ts';
import { type GraphEdge, type GraphNode, MOST_EDGES } from '../../graph-schema/graph.ts';
import { queryOfFilter } from '../state/address.ts';
import { linesOf } from './lines-of.ts';

/** The server said no: what was wrong and what to do is in its problem document. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

const addressOf = (path: string, query: Query = {}, filter: Filter = {}): string => {
  const pairs: [string, string][] = queryOfFilter(filter);
  for (const [key, value] of Object.entries(query)) if (value !== undefined) pairs.push([key, String(value)]);
  const text = new URLSearchParams(pairs).toString();
  return text === '' ? path : `${path}?${text}`;
};

const problemOf = async (response: Response): Promise<Problem> => {
  try {
    const body = (await response.json()) as Partial<Problem>;
    if (typeof body.detail === 'string') {
      return { type: 'about:blank', title: response.statusText, status: response.status, ...body, detail: body.detail };
    }
  } catch {
    // no problem document: say what is known
  }
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    detail: `The server answered ${response.status} ${response.statusText}.`,
  };
};

const MOST_KEPT = 60;

/** The page's way to the server. Reading answers are kept a while, so that undo and redo are immediate. */
export const createApi = (fetching: typeof fetch = fetch.bind(globalThis)) => {
  const kept = new Map<string, Promise<unknown>>();

  const ask = async (address: string, init: RequestInit = {}): Promise<Response> => {
    let response: Response;
    try {
      response = await fetching(address, init);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new ProblemError({
        type: 'about:blank',
        title: 'No answer',
        status: 503,
        detail: 'The server does not answer. Is it running? Try again in a moment.',
      });
    }
    if (!response.ok) throw new ProblemError(await problemOf(response));
    return response;
  };

  const send = async <T>(address: string, init: RequestInit = {}): Promise<T> => {
    const response = await ask(address, init);
    return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
  };

  const get = <T>(path: string, query?: Query, filter?: Filter): Promise<T> => {
    const address = addressOf(path, query, filter);
    const known = kept.get(address);
    if (known) return known as Promise<T>;
    const answer = send<T>(address);
    kept.set(address, answer);
    answer.catch(() => kept.delete(address));
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    return answer;
  };

  const posting = (body: unknown, signal?: AbortSignal, headers: Record<string, string> = {}): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
  const post = <T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> =>
    send<T>(path, posting(body, signal));

  /** A query's answer event by event. Throws a `ProblemError`, also where the trouble comes after rows. */
  async function* cypherEvents(request: CypherRequest, signal: AbortSignal): AsyncGenerator<CypherEvent> {
    const response = await ask('/api/cypher', posting(request, signal, { accept: 'application/x-ndjson' }));
    if (!response.body) return;
    for await (const line of linesOf(response.body)) {
      const event = JSON.parse(line) as CypherEvent | { readonly problem: Problem };
      if ('problem' in event) throw new ProblemError(event.problem);
      yield event;
    }
  }

  const at = (id: string): string => encodeURIComponent(id);

  return {
    /** Forget what was read: the store has changed. */
    forget: () => kept.clear(),
    overview: (limit: number, filter: Filter) => get<Subgraph>('/api/overview', { limit }, filter),
    search: (q: string, limit = 8) => get<SearchAnswer>('/api/search', { q, limit }),
    node: (id: string) => get<GraphNode>(`/api/nodes/${at(id)}`),
    edge: (id: string) => get<GraphEdge>(`/api/edges/${at(id)}`),
    neighbourhood: (id: string, limit: number, types: readonly string[] | undefined, filter: Filter) =>
      get<Subgraph>(
        `/api/nodes/${at(id)}/neighbourhood`,
        { limit, edges: MOST_EDGES },
        types ? { ...filter, types: types as NonNullable<Filter['types']> } : filter,
      ),
    evidence: (
      about: { readonly node: string } | { readonly edge: string } | { readonly pair: readonly [string, string] },
      limit = 50,
      after?: string,
    ) => {
      const path =
        'node' in about
          ? `/api/nodes/${at(about.node)}`
          : 'edge' in about
            ? `/api/edges/${at(about.edge)}`
            : `/api/pairs/${at(about.pair[0])}/${at(about.pair[1])}`;
      return get<EvidencePage>(`${path}/evidence`, { limit, after });
    },
    paths: (from: string, to: string, all: boolean, filter: Filter) =>
      get<PathsAnswer>('/api/paths', { from, to, all, maxLength: 5 }, filter),
    dyad: (a: string, b: string, filter: Filter) => get<Dyad>(`/api/dyads/${at(a)}/${at(b)}`, {}, filter),
    timeline: (filter: Filter, nodes?: readonly string[]) =>
      get<TimelineAnswer>('/api/timeline', { nodes: nodes?.join(',') }, filter),
    counts: (filter: Filter) => get<Counts>('/api/counts', {}, filter),
    claims: (filter: Filter, limit: number, after?: string) =>
      get<EvidencePage>('/api/claims', { limit, after }, filter),
    articles: (limit: number, after?: string, search?: string) =>
      get<ArticlePage>('/api/articles', { limit, after, search: search || undefined }),
    article: (id: string) => get<Reading>(`/api/articles/${at(id)}`),
    removeArticle: (id: string) => send<void>(`/api/articles/${at(id)}`, { method: 'DELETE' }),
    measure: (measure: string, filter: Filter) => get<MeasureAnswer>('/api/measures', { measure, limit: 10_000 }, filter),
    balance: (filter: Filter) => get<BalanceAnswer>('/api/measures/balance', {}, filter),
    schema: () => get<SchemaAnswer>('/api/schema'),
    provenance: (query: Query, filter: Filter) =>
      get<Record<string, unknown>>('/api/export', { format: 'provenance', ...query }, filter),
    formats: () => get<FormatsAnswer>('/api/formats'),
    extract: (input: ArticleInput, signal?: AbortSignal) => post<Reading>('/api/extract', input, signal),
    drafts: (request: JobRequest, signal?: AbortSignal) => post<DraftsAnswer>('/api/drafts', request, signal),
    putArticle: (input: ArticleInput) => post<PutAnswer>('/api/articles', input),
    startJob: (request: JobRequest) => post<Job>('/api/jobs', request),
    jobItems: (id: string) => send<JobItemPage>(`/api/jobs/${at(id)}/items?limit=100`),
    tellJob: (id: string, what: 'cancel' | 'pause' | 'resume' | 'retry') => post<Job>(`/api/jobs/${at(id)}/${what}`, {}),
    jobEvents: (id: string) => new EventSource(`/api/jobs/${at(id)}/events`),
    cypher: (request: CypherRequest, signal?: AbortSignal) => post<CypherAnswer>('/api/cypher', request, signal),
    cypherEvents,
    explain: (request: Pick<CypherRequest, 'query' | 'parameters'>, signal?: AbortSignal) =>
      post<ExplainAnswer>('/api/cypher/explain', request, signal),
    stopCypher: (runId: string) => send<void>(`/api/cypher/${at(runId)}`, { method: 'DELETE' }),
    exportAddress: (format: string, query: Query, filter: Filter) => addressOf('/api/export', { format, ...query }, filter),
  };
};

export type Api = ReturnType<typeof createApi>;
