import type { FromLayout, ToLayout } from '../layout/messages.ts';
import { weightsOf } from './backbone.ts';
import type { Size } from './camera.ts';
import { MANY_BUNDLES } from './frame.ts';
import type { Scene } from './scene.ts';

/** Width over height that graphs are laid out for; that of a place without a size yet. */
const [NARROWEST, USUAL, WIDEST] = [0.5, 1.4, 2.2];

type Start = Extract<ToLayout, { do: 'start' }>;

/** The page's end of the layout worker: answers to earlier graphs are dropped. */
export interface LayoutClient {
  readonly start: (message: Omit<Start, 'do' | 'run'>) => void;
  readonly drag: (index: number, x: number, y: number) => void;
  readonly drop: (index: number, keep: boolean) => void;
  readonly stop: () => void;
  readonly end: () => void;
}

/** The part of a graph's layout that follows from the graph and the place it is drawn in. */
export const layoutOf = (scene: Scene, size: Size): Omit<Start, 'do' | 'run'> => {
  const mean = scene.radius.reduce((sum, radius) => sum + radius, 0) / scene.nodes.length;
  return {
    nodes: scene.nodes.length,
    source: scene.source,
    target: scene.target,
    radii: scene.radius.map((radius) => radius / mean),
    ...(scene.bundles.length <= MANY_BUNDLES ? { weights: weightsOf(scene) } : {}),
    aspect: Math.min(WIDEST, Math.max(NARROWEST, size.width > 1 ? size.width / size.height : USUAL)),
  };
};

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
