import { z } from 'zod';

/** One operation of the API: what routes validate with, and what the OpenAPI document is made from. */
export interface Operation {
  readonly method: 'get' | 'post' | 'delete';
  /** As OpenAPI writes it: `/api/nodes/{id}`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  /** Absent where the request has no body. */
  readonly body?: z.ZodType;
  /** Media types of the body; default `application/json`. */
  readonly bodyTypes?: readonly string[];
  /** Absent where the answer is no JSON document. */
  readonly answer?: z.ZodType;
  /** Media types of an answer that is no JSON document. */
  readonly answerTypes?: readonly string[];
  readonly status: 200 | 201 | 202 | 204;
  /** Why the lists in an answer come whole and not by pages; said of every answer with lists that is no page. */
  readonly whole?: string;
  /** Why a list can't be asked for by time; said of every list without `since` and `until`. */
  readonly timeless?: string;
  /** Statuses of problems beside 400, 401, 403, 429, 500 and 503, which any operation may answer. */
  readonly problems: readonly number[];
}

const nothing = z.object({});

type Given = Pick<Operation, 'method' | 'path' | 'tag' | 'summary'> & Partial<Operation>;
type Filled<G extends Given> = G & {
  readonly params: G extends { params: infer P } ? P : typeof nothing;
  readonly query: G extends { query: infer Q } ? Q : typeof nothing;
  readonly status: Operation['status'];
  readonly problems: readonly number[];
};

/** Fills in what most operations have in common. */
export const operation = <const G extends Given>(given: G): Filled<G> =>
  ({ params: nothing, query: nothing, status: 200, problems: [], ...given }) as unknown as Filled<G>;
