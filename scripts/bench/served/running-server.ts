import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../entente.mjs', import.meta.url));

export interface RunningServer {
  /** `http://…/` */
  readonly address: string;
  readonly pid: number;
  readonly stop: () => Promise<unknown>;
}

/** The program serving in a process of its own, over the store that the environment names. */
export const startServer = async (environment: Readonly<Record<string, string>>): Promise<RunningServer> => {
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--port', '0'], {
    env: { ...process.env, NEO4J_URI: '', LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let log = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      log += text;
      const found = /"address":"(http[^"]+)"/.exec(log);
      if (found) resolve(found[1]!);
    });
    child.once('close', () => reject(new Error(log)));
  });
  const stop = () =>
    new Promise((resolve) => {
      child.once('close', resolve);
      child.kill('SIGTERM');
    });
  return { address, pid: child.pid!, stop };
};
