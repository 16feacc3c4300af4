import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Article } from '../../graph-schema/article.ts';
import type { Reading } from '../../graph-schema/record.ts';
import { type Draft, UnreadError } from './draft.ts';
import type { Carrier } from './formats/open-document.ts';

/** Threads that read articles. */
export interface Pool {
  readonly size: number;
  /** Rejects with an `UnreadError` where the article is too much for a thread, and with the signal's reason where aborted. */
  read(article: Article, signal?: AbortSignal): Promise<Reading>;
  /** Opens a document with one article: HTML, PDF, Word, mail, text. Rejects as `read` does. */
  open(name: string, bytes: Uint8Array, carrier?: Carrier): Promise<Draft>;
  close(): Promise<void>;
}

/** What a thread is asked. */
export type Request =
  | { readonly article: Article }
  | { readonly name: string; readonly bytes: Uint8Array; readonly carrier: Carrier };

/** What it answers. */
export type Answer = { readonly value: Reading | Draft } | { readonly error: string };

export interface PoolOptions {
  /** Default: the machine's processors, at most four. */
  readonly size?: number;
  /** Milliseconds that one article or document may take: a base, more for each character or byte, more while a thread starts. */
  readonly timeout?: { readonly base: number; readonly perUnit: number; readonly start?: number };
  /** Memory of one thread in MB. */
  readonly memory?: number;
  /** Milliseconds without work after which threads are let go. */
  readonly idle?: number;
}

interface Task {
  readonly request: Request;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
  readonly signal?: AbortSignal;
}

interface Thread {
  readonly worker: Worker;
  task?: Task;
  /** It has answered, so that it has loaded all it works with. */
  warm?: boolean;
  timer?: NodeJS.Timeout;
}

const sizeOf = (request: Request): number =>
  'article' in request ? request.article.text.length : request.bytes.length;

/**
 * Starts no thread until there is work. A thread that takes too long or too much memory is ended, its article fails,
 * and another thread takes its place: one bad article never stops the others.
 */
export const createPool = (options: PoolOptions = {}): Pool => {
  const size = options.size ?? Math.min(4, availableParallelism());
  const timeout = options.timeout ?? { base: 30_000, perUnit: 0.05, start: 120_000 };
  const idle = options.idle ?? 60_000;
  const threads = new Set<Thread>();
  const waiting: Task[] = [];
  let closed = false;
  let idleTimer: NodeJS.Timeout | undefined;

  const finish = (thread: Thread): Task | undefined => {
    const { task } = thread;
    clearTimeout(thread.timer);
    delete thread.task;
    return task;
  };

  const end = (thread: Thread, error: Error): void => {
    threads.delete(thread);
    finish(thread)?.reject(error);
    void thread.worker.terminate();
    next();
  };

  const start = (): Thread => {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: options.memory ?? 512 },
    });
    const thread: Thread = { worker };
    threads.add(thread);
    worker.on('message', (answer: Answer) => {
      thread.warm = true;
      const task = finish(thread);
      if ('value' in answer) task?.resolve(answer.value as never);
      else task?.reject(new UnreadError(answer.error));
      next();
    });
    worker.on('error', (error: Error & { code?: string }) => {
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(thread, memory ? new UnreadError('The article takes too much memory to read. Cut it up.') : error);
    });
    worker.on('exit', () => {
      if (threads.has(thread)) end(thread, new UnreadError('The thread that read the article ended. Try it again.'));
    });
    return thread;
  };

  const give = (thread: Thread, task: Task): void => {
    thread.task = task;
    const most = timeout.base + timeout.perUnit * sizeOf(task.request) + (thread.warm ? 0 : (timeout.start ?? 0));
    thread.timer = setTimeout(
      () =>
        end(thread, new UnreadError(`The article took longer than ${Math.round(most / 1000)} s to read. Cut it up.`)),
      most,
    );
    thread.worker.postMessage(task.request);
  };

  const letGo = (): void => {
    for (const thread of [...threads]) {
      if (thread.task) continue;
      threads.delete(thread);
      void thread.worker.terminate();
    }
  };

  const next = (): void => {
    while (waiting.length > 0 && !closed) {
      const free = [...threads].find((thread) => !thread.task) ?? (threads.size < size ? start() : undefined);
      if (!free) return;
      const task = waiting.shift()!;
      if (task.signal?.aborted) task.reject(task.signal.reason as Error);
      else give(free, task);
    }
    clearTimeout(idleTimer);
    idleTimer = setTimeout(letGo, idle);
    idleTimer.unref();
  };

  const ask = <T extends Reading | Draft>(request: Request, signal?: AbortSignal): Promise<T> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new UnreadError('The program is ending; the article was not read.'));
      waiting.push({ request, resolve: resolve as Task['resolve'], reject, ...(signal ? { signal } : {}) });
      next();
    });

  return {
    size,
    read: (article, signal) => ask<Reading>({ article }, signal),
    open: (name, bytes, carrier = {}) => ask<Draft>({ name, bytes, carrier }),
    close: async () => {
      closed = true;
      clearTimeout(idleTimer);
      const error = new UnreadError('The program is ending; the article was not read.');
      for (const task of waiting.splice(0)) task.reject(error);
      await Promise.all(
        [...threads].map((thread) => {
          threads.delete(thread);
          finish(thread)?.reject(error);
          return thread.worker.terminate();
        }),
      );
    },
  };
};
