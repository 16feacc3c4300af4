import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ONE_THREAD } from './spacy-environment.ts';

/** Seconds by the clock and of the processor (all threads of the process). */
export interface Seconds {
  readonly seconds: number;
  readonly processor: number;
}

interface Answer extends Seconds {
  readonly tokens: number;
  readonly memory: number;
}

/** spaCy in a process of its own, so that both can be timed in turns on the same texts. */
export interface Spacy {
  /** Seconds until its model was loaded. */
  readonly ready: number;
  time(texts: readonly string[]): Promise<Answer>;
  /** Ends the process and gives the memory it used, in MB. */
  stop(): number;
}

/** Starts it and waits until its model is loaded; throws where it cannot. */
export async function startSpacy(python: string): Promise<Spacy> {
  const script = fileURLToPath(new URL('./time_spacy.py', import.meta.url));
  const child = spawn(python, [script], {
    env: { ...process.env, ...ONE_THREAD },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    if (done) throw new Error('spaCy ended before its time');
    return JSON.parse(value);
  };
  const { ready } = (await next()) as { readonly ready: number };
  let memory = 0;
  return {
    ready,
    time: async (texts) => {
      child.stdin.write(`${JSON.stringify(texts)}\n`);
      const answer = (await next()) as Answer;
      memory = answer.memory;
      return answer;
    },
    stop: () => {
      child.stdin.end();
      return memory;
    },
  };
}
