import { type LayoutRun, prepareLayout } from './layout-run.ts';
import type { FromLayout, ToLayout } from './messages.ts';

/** How long to work between two answers, ms: a frame, so that what is dragged follows the hand. */
const SLICE = 14;
/** A small graph is shown first when it is settled, if that takes no longer than this, ms. */
const SETTLE = 140;
const SMALL = 200;
/** How warm the layout is kept while something is dragged. */
const DRAG_WARMTH = 0.3;

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const again = new MessageChannel();
let current: { readonly run: number; readonly nodes: number; readonly made: LayoutRun } | undefined;
let running = false;
let queued = false;

const workSoon = (): void => {
  if (queued) return;
  queued = true;
  again.port2.postMessage(0);
};

const answer = (communities?: Int32Array): void => {
  if (!current) return;
  const positions = current.made.layout.positions.slice();
  const message: FromLayout = { run: current.run, positions, done: !running, ...(communities ? { communities } : {}) };
  scope.postMessage(message, [positions.buffer]);
};

const work = (budget: number): void => {
  if (!current || !running) return;
  const from = performance.now();
  do {
    if (current.made.done()) {
      running = false;
      break;
    }
    current.made.layout.tick();
  } while (performance.now() - from < budget);
};

const wake = (): void => {
  if (running) return;
  running = true;
  workSoon();
};

again.port1.onmessage = () => {
  queued = false;
  if (!running) return;
  work(SLICE);
  answer();
  if (running) workSoon();
};

/** A made-up graph for the engine to compile the layout on. */
const warmUp = (): void => {
  const nodes = 400;
  const source = Int32Array.from({ length: 3 * nodes }, (_, i) => i % nodes);
  const target = source.map((node, i) => (Math.imul(node, 7919) + i) % nodes);
  prepareLayout({ do: 'start', run: 0, nodes, source, target, aspect: 1.5 }).layout.tick();
};
/** The worker is started before there are data; in the meantime it gets warm, until it is asked or is warm enough. */
let warmUps = 12;
const warmUpSoon = (): void => {
  setTimeout(() => {
    if (current || warmUps-- === 0) return;
    warmUp();
    warmUpSoon();
  }, 0);
};
warmUpSoon();

scope.onmessage = ({ data }: MessageEvent<ToLayout>) => {
  if (data.do === 'start') {
    current = { run: data.run, nodes: data.nodes, made: prepareLayout(data) };
    running = !data.still;
    if (data.nodes <= SMALL) work(SETTLE);
    answer(current.made.communities);
    if (running) workSoon();
  } else if (data.do === 'stop') {
    running = false;
  } else if (current) {
    const { layout } = current.made;
    if (data.do === 'drag') {
      layout.fix(data.index, data.x, data.y);
      layout.alphaTarget = DRAG_WARMTH;
      layout.alpha = Math.max(layout.alpha, DRAG_WARMTH / 2);
      wake();
    } else {
      if (!data.keep) layout.release(data.index);
      layout.alphaTarget = 0;
      wake();
    }
  }
};
