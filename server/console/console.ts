/** A value of an answer: JSON, or `{node}`, `{relationship}`, `{path}`, `{temporal, value}`, `{point}`. */
export type ConsoleValue = unknown;

export interface ConsoleNode {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}
export interface ConsoleRelationship {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** One step of a plan, with those below it. */
export interface ConsolePlan {
  readonly operator: string;
  readonly details?: string;
  readonly estimatedRows?: number;
  readonly rows?: number;
  readonly dbHits?: number;
  readonly milliseconds?: number;
  readonly children: readonly ConsolePlan[];
}

export interface ConsoleRequest {
  readonly query: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Most rows. */
  readonly limit?: number;
  /** Names the run, so that it can be stopped. */
  readonly runId: string;
  readonly profile?: boolean;
}

/** An answer as it comes: its columns first, then rows in batches, in the end what became of it. */
export type ConsoleEvent =
  | { readonly columns: readonly string[] }
  | { readonly rows: readonly (readonly ConsoleValue[])[] }
  | { readonly truncated: boolean; readonly plan?: ConsolePlan };

/** What a query would do, without doing it. */
export interface Explanation {
  readonly columns: readonly string[];
  readonly plan?: ConsolePlan;
}

/**
 * Cypher from users, on either store: read-only and bounded. Throws `ConsoleError` for what is refused, wrong, stopped
 * or over a limit.
 */
export interface Console {
  stream(request: ConsoleRequest): AsyncIterable<ConsoleEvent>;
  explain(query: string, parameters?: Readonly<Record<string, unknown>>): Promise<Explanation>;
  /** Ends a run, on the store too. False where there is none of that name. */
  stop(runId: string): Promise<boolean>;
}
