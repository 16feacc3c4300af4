/** Why a query had no answer. */
export type ConsoleErrorKind = 'refused' | 'wrong' | 'stopped' | 'limit' | 'busy' | 'store';

/** A query that was refused, is wrong, was stopped or ran into a limit: what, where, and what to do. */
export class ConsoleError extends Error {
  override readonly name = 'ConsoleError';
  readonly kind: ConsoleErrorKind;
  /** In Neo4j's manner: `SyntaxError: UndefinedVariable`, `ReadOnly: CREATE`. */
  readonly title: string;
  readonly hint: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly offset: number | undefined;

  constructor(
    kind: ConsoleErrorKind,
    title: string,
    message: string,
    options: {
      hint?: string | undefined;
      line?: number | undefined;
      column?: number | undefined;
      offset?: number | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.title = title;
    this.hint = options.hint;
    this.line = options.line;
    this.column = options.column;
    this.offset = options.offset;
  }
}
