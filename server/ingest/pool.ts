import { availableParallelism } from 'node:os';
import type { Article } from '../../graph-schema/article.ts';
import type { Reading } from '../../graph-schema/record.ts';
import { type Draft, UnreadError } from './draft.ts';
import type { Carrier } from './formats/open-document.ts';
import { type Patience, type Request, startThread, type Task, type Thread } from './thread.ts';

/** Threads that read articles. */
export interface Pool {
  readonly size: number;
  /** Rejects with an `UnreadError` where the article is too much for a thread, and with the signal's reason where aborted. */
  read(article: Article, signal?: AbortSignal): Promise<Reading>;
  /** Opens a document with one article: HTML, PDF, Word, mail, text. Rejects as `read` does. */
  open(name: string, bytes: Uint8Array, carrier?: Carrier): Promise<Draft>;
  close(): Promise<void>;
}

export interface PoolOptions {
  /** Default: the machine's processors, at most four. */
  readonly size?: number;
  readonly timeout?: Patience;
  /** Memory of one thread in MB. */
  readonly memory?: number;
  /** Milliseconds without work after which threads are let go. */
  readonly idle?: number;
}

/** Tasks at a thread: one in work and one that lies ready, so that no thread waits for the main one to hand it the next. */
const MOST_AT_THREAD = 2;

/**
 * Starts no thread until there is work. A thread that takes too long or too much memory is ended, its article fails,
 * and another thread takes its place: one bad article never stops the others.
 */
export const createPool = (options: PoolOptions = {}): Pool => {
  const size = options.size ?? Math.min(4, availableParallelism());
  const patience = options.timeout ?? { base: 30_000, perUnit: 0.05, start: 120_000 };
  const idle = options.idle ?? 60_000;
  const threads = new Set<Thread>();
  const waiting: Task[] = [];
  let closed = false;
  let idleTimer: NodeJS.Timeout | undefined;

  const end = (thread: Thread, error: Error): void => {
    threads.delete(thread);
    waiting.unshift(...thread.end(error));
    next();
  };
  const start = (): Thread => {
    const thread: Thread = startThread({
      patience,
      memory: options.memory ?? 512,
      onAnswer: () => next(),
      onFault: (error) => end(thread, error),
    });
    threads.add(thread);
    return thread;
  };
  /** The thread with the least to do that can take one more; a new one before any has two. */
  const free = (): Thread | undefined => {
    const [least] = [...threads].sort((a, b) => a.load - b.load);
    if (least?.load === 0) return least;
    if (threads.size < size) return start();
    return least && least.load < MOST_AT_THREAD ? least : undefined;
  };
  const letGo = (): void => {
    for (const thread of [...threads]) {
      if (thread.load > 0) continue;
      threads.delete(thread);
      thread.end(new UnreadError('The thread had nothing to do.'));
    }
  };
  const next = (): void => {
    while (waiting.length > 0 && !closed) {
      if (waiting[0]!.signal?.aborted) {
        const task = waiting.shift()!;
        task.reject(task.signal!.reason as Error);
        continue;
      }
      const thread = free();
      if (!thread) return;
      thread.give(waiting.shift()!);
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
      const ending = [...threads];
      threads.clear();
      for (const thread of ending) waiting.push(...thread.end(error));
      for (const task of waiting.splice(0)) task.reject(error);
      await Promise.all(ending.map(({ gone }) => gone));
    },
  };
};
