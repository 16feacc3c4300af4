/** When an error was found: before any row was made, or while rows were made. */
export type ErrorPhase = 'compile' | 'runtime';

/** The family of an error, as openCypher names it. */
export type ErrorType =
  | 'SyntaxError'
  | 'TypeError'
  | 'ArgumentError'
  | 'ArithmeticError'
  | 'EntityNotFound'
  | 'PropertyNotFound'
  | 'SemanticError'
  | 'ConstraintVerificationFailed'
  | 'ParameterMissing'
  | 'ProcedureError'
  | 'NotSupported'
  | 'LimitExceeded'
  | 'Cancelled';

export interface ErrorPlace {
  /** Zero-based offset in UTF-16 units. */
  readonly offset: number;
  /** One-based. */
  readonly line: number;
  /** One-based. */
  readonly column: number;
}

export interface ErrorDetails {
  readonly offset?: number | undefined;
  readonly hint?: string | undefined;
  readonly phase?: ErrorPhase | undefined;
}

const codes: Readonly<Record<ErrorType, string>> = {
  SyntaxError: 'Neo.ClientError.Statement.SyntaxError',
  TypeError: 'Neo.ClientError.Statement.TypeError',
  ArgumentError: 'Neo.ClientError.Statement.ArgumentError',
  ArithmeticError: 'Neo.ClientError.Statement.ArithmeticError',
  EntityNotFound: 'Neo.ClientError.Statement.EntityNotFound',
  PropertyNotFound: 'Neo.ClientError.Statement.PropertyNotFound',
  SemanticError: 'Neo.ClientError.Statement.SemanticError',
  ConstraintVerificationFailed: 'Neo.ClientError.Schema.ConstraintValidationFailed',
  ParameterMissing: 'Neo.ClientError.Statement.ParameterMissing',
  ProcedureError: 'Neo.ClientError.Procedure.ProcedureNotFound',
  NotSupported: 'Neo.ClientError.Statement.FeatureNotSupported',
  LimitExceeded: 'Neo.ClientError.Transaction.LimitExceeded',
  Cancelled: 'Neo.ClientError.Transaction.Terminated',
};

/**
 * Everything the engine refuses or fails at. `title` is `SyntaxError: UndefinedVariable` and the like; `code` is
 * Neo4j's name of the family; `line`, `column` and `offset` are there once the query text is known.
 */
export class CypherError extends Error {
  /** Errors of another copy of this module count too: a chunk that is loaded when used may bring its own. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'CypherError' && 'detail' in value && 'type' in value;
  }

  readonly type: ErrorType;
  readonly detail: string;
  readonly code: string;
  readonly hint: string | undefined;
  phase: ErrorPhase;
  offset: number | undefined;
  line: number | undefined;
  column: number | undefined;

  constructor(type: ErrorType, detail: string, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = 'CypherError';
    this.type = type;
    this.detail = detail;
    this.code = codes[type];
    this.hint = details.hint;
    this.phase = details.phase ?? 'runtime';
    this.offset = details.offset;
  }

  get title(): string {
    return `${this.type}: ${this.detail}`;
  }
}

/** An error found before running, at `offset` of the query. */
export function syntaxError(detail: string, message: string, offset: number, hint?: string): CypherError {
  return new CypherError('SyntaxError', detail, message, { offset, hint, phase: 'compile' });
}

/** A feature of Cypher that is recognised and refused, with what to do in its place. */
export function notSupported(feature: string, offset: number, hint: string): CypherError {
  return new CypherError('NotSupported', feature, `${feature} is not supported here`, {
    offset,
    hint,
    phase: 'compile',
  });
}

/** Line and column, both from one, of an offset. */
export function placeOf(text: string, offset: number): ErrorPlace {
  let line = 1;
  let start = 0;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
    line++;
    start = i + 1;
  }
  return { offset, line, column: offset - start + 1 };
}

/** Gives the error its line and column, once. */
function locate(error: unknown, text: string): unknown {
  if (error instanceof CypherError && error.offset !== undefined && error.line === undefined) {
    const place = placeOf(text, error.offset);
    error.line = place.line;
    error.column = place.column;
  }
  return error;
}

/** An error as the engine tells it, with its place in the query's text. */
export function told(error: unknown, text: string): unknown {
  return locate(proper(error), text);
}

/** JavaScript's own limits, told as the engine's. */
function proper(error: unknown): unknown {
  if (error instanceof RangeError && /call stack/i.test(error.message)) {
    return new CypherError('LimitExceeded', 'NestedTooDeep', 'The query or a value in it is nested too deep', {
      offset: 0,
    });
  }
  if (error instanceof RangeError && /string length|array length|BigInt/i.test(error.message)) {
    return new CypherError('LimitExceeded', 'ValueTooLarge', 'A value of the query grew too large');
  }
  return error;
}
