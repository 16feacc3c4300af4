import { Worker } from 'node:worker_threads';
import type { Article } from '../../graph-schema/article.ts';
import type { Reading } from '../../graph-schema/record.ts';
import { type Draft, UnreadError } from './draft.ts';
import type { Carrier } from './formats/open-document.ts';

/** What a thread is asked. */
export type Request =
  | { readonly article: Article }
  | { readonly name: string; readonly bytes: Uint8Array; readonly carrier: Carrier };

/** What it answers, in the order in which it was asked. */
export type Answer = { readonly value: Reading | Draft } | { readonly error: string };

export interface Task {
  readonly request: Request;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
  readonly signal?: AbortSignal;
}

/** Milliseconds that one article or document may take: a base, more for each character or byte, more while a thread starts. */
export interface Patience {
  readonly base: number;
  readonly perUnit: number;
  readonly start?: number;
}

/** A thread that reads one article after the other. */
export interface Thread {
  /** Tasks it has: the one it works on, and those that lie ready. */
  readonly load: number;
  give(task: Task): void;
  /** Ends it. What it was working on fails with the error; gives back what only lay ready. */
  end(error: Error): readonly Task[];
  /** Resolves when it has ended. */
  readonly gone: Promise<void>;
}

export interface ThreadOptions {
  readonly patience: Patience;
  /** MB. */
  readonly memory: number;
  /** It has answered, and can take more. */
  readonly onAnswer: () => void;
  /** It can go on no more: out of memory, out of time, or ended by itself. */
  readonly onFault: (error: Error) => void;
}

/** MB of a thread for what it has just made, nearly all of it garbage soon: with more it reads no faster. */
const YOUNG = 12;

const sizeOf = (request: Request): number =>
  'article' in request ? request.article.text.length : request.bytes.length;

/** Starts a thread that reads articles. */
export const startThread = ({ patience, memory, onAnswer, onFault }: ThreadOptions): Thread => {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG },
  });
  const tasks: Task[] = [];
  // until it has answered once, it may still be loading what it works with
  let warm = false;
  let ended = false;
  let timer: NodeJS.Timeout | undefined;

  const fault = (error: Error): void => {
    if (!ended) onFault(error);
  };
  /** From now on the first task counts as being worked on. */
  const begin = (): void => {
    const [task] = tasks;
    if (!task) return;
    const most = patience.base + patience.perUnit * sizeOf(task.request) + (warm ? 0 : (patience.start ?? 0));
    const late = `The article took longer than ${Math.round(most / 1000)} s to read. Cut it up.`;
    timer = setTimeout(() => fault(new UnreadError(late)), most);
  };
  worker.on('message', (answer: Answer) => {
    if (ended) return;
    warm = true;
    clearTimeout(timer);
    const task = tasks.shift();
    begin();
    if ('value' in answer) task?.resolve(answer.value as never);
    else task?.reject(new UnreadError(answer.error));
    onAnswer();
  });
  worker.on('error', (error: Error & { code?: string }) =>
    fault(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? new UnreadError('The article takes too much memory to read. Cut it up.')
        : error,
    ),
  );
  const gone = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      resolve();
      fault(new UnreadError('The thread that read the article ended. Try it again.'));
    });
  });
  return {
    get load() {
      return tasks.length;
    },
    give: (task) => {
      tasks.push(task);
      if (tasks.length === 1) begin();
      worker.postMessage(task.request);
    },
    end: (error) => {
      ended = true;
      clearTimeout(timer);
      tasks.shift()?.reject(error);
      void worker.terminate();
      return tasks.splice(0);
    },
    gone,
  };
};
