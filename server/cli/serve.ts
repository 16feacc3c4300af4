import { readConfig } from '../config.ts';
import { type Running, serve } from '../main.ts';

export interface ServeOptions {
  readonly port?: number;
}

/** Ends a server in good order when the process is told to stop; a second signal ends it at once. */
export const stopOnSignals = (running: Running): Promise<void> =>
  new Promise((resolve) => {
    let stopping = false;
    const stop = (signal: NodeJS.Signals): void => {
      if (stopping) process.exit(signal === 'SIGINT' ? 130 : 143);
      stopping = true;
      running.close().then(resolve, (error: Error) => {
        process.stderr.write(`entente: stopping failed: ${error.message}\n`);
        process.exit(1);
      });
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });

/** Serves until the process is told to stop. */
export const serveUntilStopped = async (options: ServeOptions): Promise<void> => {
  const config = readConfig();
  const running = await serve(options.port === undefined ? config : { ...config, port: options.port });
  await stopOnSignals(running);
};
