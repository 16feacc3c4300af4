/** The command was not called as it should be: exit status 2. */
export class MisuseError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MisuseError';
  }
}

/** What was asked for could not be done: exit status 1. */
export class FailureError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FailureError';
  }
}

/** Errors whose message is meant for the user as it stands. */
const TOLD = new Set([
  'FailureError',
  'UnreadError',
  'StoreError',
  'ConfigError',
  'ConsoleError',
  'CypherError',
  'CypherSyntaxError',
  'ImportError',
  'JobStateError',
]);

/** Says an error on stderr: what was wrong, where, what to do. Returns the exit status. */
export const tellError = (error: unknown): number => {
  const { name, message, code, line, column, hint } = error as Error &
    Partial<Record<'code' | 'hint', string> & Record<'line' | 'column', number>>;
  if (name === 'InterruptedError') {
    process.stderr.write('entente: stopped\n');
    return 130;
  }
  if (name === 'MisuseError') {
    process.stderr.write(`entente: ${message}\n(entente --help shows what there is)\n`);
    return 2;
  }
  if (code === 'EADDRINUSE')
    process.stderr.write(
      `entente: the port is taken: ${message}. Stop the other program, or choose another port with --port.\n`,
    );
  else if (TOLD.has(name)) {
    const place = line === undefined ? '' : ` (line ${line}, column ${column})`;
    process.stderr.write(`entente: ${message}${place}${hint ? `\n${hint}` : ''}\n`);
  } else
    process.stderr.write(`entente: something went wrong in the program:\n${(error as Error).stack ?? String(error)}\n`);
  return 1;
};
