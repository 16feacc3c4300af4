import { Worker } from 'node:worker_threads';
import type { Drawing } from '../../graph-schema/graph.ts';
import { type Measured, type MeasureRequest, measure } from './measure.ts';

/** Below this many edges a measure takes less time than starting a thread. */
const FEW = 1500;

/**
 * Computes a measure without holding the event loop: in a thread of its own where the drawing is large. Rejects with the
 * signal's reason where it is aborted; the thread is ended then.
 */
export const measureInThread = <R extends MeasureRequest>(
  drawing: Drawing,
  request: R,
  signal?: AbortSignal,
): Promise<Measured[R['what']]> => {
  if (drawing.edges.length < FEW) return Promise.resolve(measure(drawing, request) as Measured[R['what']]);
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
      execArgv: [],
      workerData: { drawing, request },
    });
    const end = () => {
      void worker.terminate();
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', end, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', end);
      if (code) reject(new Error(`the thread that measured ended with ${code}`));
    });
  });
};
