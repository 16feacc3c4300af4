/** The user pressed Ctrl-C: exit status 130, as shells have it. */
export class InterruptedError extends Error {
  constructor() {
    super('stopped');
    this.name = 'InterruptedError';
  }
}

/**
 * Runs work that Ctrl-C ends in order: the signal aborts, the work clears up after itself, and what comes of it is an
 * `InterruptedError`. A second Ctrl-C ends the program at once.
 */
export const untilInterrupted = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  try {
    const done = await work(controller.signal);
    if (controller.signal.aborted) throw new InterruptedError();
    return done;
  } catch (error) {
    throw controller.signal.aborted ? new InterruptedError() : error;
  } finally {
    process.off('SIGINT', stop);
  }
};
