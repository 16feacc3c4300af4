import type { FromLayout, ToLayout } from '../layout/messages.ts';

type Start = Extract<ToLayout, { do: 'start' }>;

/** The page's end of the layout worker: answers to earlier graphs are dropped. */
export interface LayoutClient {
  readonly start: (message: Omit<Start, 'do' | 'run'>) => void;
  readonly drag: (index: number, x: number, y: number) => void;
  readonly drop: (index: number, keep: boolean) => void;
  readonly stop: () => void;
  readonly end: () => void;
}

/** Start the worker that lays out: as early as can be, since that takes as long as a small layout. */
export const startLayoutWorker = (url: string): Worker => new Worker(url, { type: 'module', name: 'layout' });

export const createLayoutClient = (worker: Worker, onAnswer: (answer: FromLayout) => void): LayoutClient => {
  let run = 0;
  const tell = (message: ToLayout, transfer: Transferable[] = []): void => worker.postMessage(message, transfer);
  worker.onmessage = ({ data }: MessageEvent<FromLayout>) => {
    if (data.run === run) onAnswer(data);
  };
  return {
    start(message) {
      run++;
      tell({ do: 'start', run, ...message });
    },
    drag: (index, x, y) => tell({ do: 'drag', index, x, y }),
    drop: (index, keep) => tell({ do: 'drop', index, keep }),
    stop: () => tell({ do: 'stop' }),
    end: () => worker.terminate(),
  };
};
