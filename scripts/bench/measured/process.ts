import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LOAD_MODEL } from '../../language/spacy-environment.ts';

/** The command line. */
export const PROGRAM = fileURLToPath(new URL('../../entente.mjs', import.meta.url));

/**
 * As `npm run extract` starts it: V8's collector keeps to the thread whose garbage it collects, and leaves the other core
 * to the other thread. Where a graph is drawn too, that would take more memory.
 */
export const EXTRACT: readonly string[] = ['--single-threaded-gc', PROGRAM, 'extract', '--quiet'];

/** A process that has ended. */
export interface Measured {
  readonly seconds: number;
  /** Processor time of the process and its threads, s. */
  readonly processor: number;
  /** Highest resident memory, MB. */
  readonly memory: number;
  readonly output: string;
}

/** Highest resident memory and processor time of a process, from /proc. */
const watch = (pid: number) => {
  let memory = 0;
  let processor = 0;
  const look = (): void => {
    try {
      memory = Math.max(
        memory,
        Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
      );
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      processor = (Number(fields[11]) + Number(fields[12])) / 100;
    } catch {
      // it has ended
    }
  };
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    return { memory, processor };
  };
};

/** Runs a command to its end; its stdout is kept, its stderr shown. Rejects where it fails. */
export const measure = (command: string, args: readonly string[], env: Record<string, string>): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
    const stop = watch(child.pid!);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.once('close', (status) => {
      const seen = stop();
      if (status !== 0) reject(new Error(`${command} ended with ${status}`));
      else resolve({ seconds: (performance.now() - started) / 1000, output, ...seen });
    });
  });

/** Python that parses the texts of a JSON-lines file, and prints the seconds of that and the tokens. */
export const PARSE_WITH_SPACY = `
import json, sys, time
${LOAD_MODEL}
texts = [json.loads(line)['text'] for line in open(sys.argv[1], encoding='utf8')]
started = time.perf_counter()
words = sum(len(doc) for doc in nlp.pipe(texts))
print(json.dumps({'seconds': time.perf_counter() - started, 'tokens': words}))
`;
