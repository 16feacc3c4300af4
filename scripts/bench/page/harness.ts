import { type Contest, type Contestant, HEIGHT, WIDTH } from './contestant.ts';
import { READABLE, readabilityOf } from './readability.ts';
import type { SyntheticGraph } from './synthetic-graph.ts';

/** Frame times of a gesture, ms. */
export interface Frames {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
}

export interface Bench {
  /** Draw with given places; gives ms until the first frame after. */
  readonly draw: (size: number) => Promise<number>;
  /** Draw from the bare data; gives ms until the picture is readable, or nothing in time. */
  readonly layOut: (size: number, most: number) => Promise<number | undefined>;
  readonly record: () => void;
  readonly frames: () => Frames;
  readonly hubs: (count: number) => number[];
  readonly screen: (index: number) => readonly [number, number];
  readonly hovers: () => number[];
  readonly labels: () => { readonly count: number; readonly overlapping: number } | undefined;
  readonly focus: (index: number) => void;
}

declare global {
  interface Window {
    bench?: Bench;
  }
}

const nextFrames = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Let a library take part: `window.bench` is what the script on the other side drives. */
export const begin = (contestant: Contestant): void => {
  const host = document.getElementById('host')!;
  let graph: SyntheticGraph;
  let contest: Contest;
  let hovered: number[] = [];
  let movedAt = 0;
  let recording = false;
  let times: number[] = [];
  const onHover = (): void => {
    if (movedAt > 0) hovered.push(performance.now() - movedAt);
    movedAt = 0;
  };
  window.addEventListener(
    'pointermove',
    () => {
      movedAt = performance.now();
    },
    true,
  );
  const fetchJson = async <T>(path: string): Promise<T> => (await (await fetch(path)).json()) as T;

  window.bench = {
    async draw(size) {
      graph = await fetchJson<SyntheticGraph>(`/data/${size}.json`);
      const positions = Float32Array.from(await fetchJson<number[]>(`/data/${size}.places.json`));
      const from = performance.now();
      contest = await contestant(host, graph, { positions, onHover });
      await nextFrames();
      return performance.now() - from;
    },
    async layOut(size, most) {
      graph = await fetchJson<SyntheticGraph>(`/data/${size}.json`);
      const readability = readabilityOf(graph);
      const from = performance.now();
      contest = await contestant(host, graph, { onHover });
      while (performance.now() - from < most) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const positions = contest.positions();
        const at = performance.now() - from;
        if (positions.some((value) => value !== 0) && readability(positions) <= READABLE) return at;
        await sleep(5);
      }
      return undefined;
    },
    record() {
      times = [];
      recording = true;
      let last = 0;
      const step = (now: number): void => {
        if (!recording) return;
        if (last > 0) times.push(now - last);
        last = now;
        requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    },
    frames() {
      recording = false;
      const sorted = [...times].sort((a, b) => a - b);
      return {
        count: sorted.length,
        median: sorted[sorted.length >> 1] ?? 0,
        p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
      };
    },
    hubs(count) {
      const order = graph.nodes.map((_, i) => i).sort((a, b) => graph.nodes[b]!.degree - graph.nodes[a]!.degree);
      return order
        .filter((i) => {
          const [x, y] = contest.screen(i);
          return x > 40 && y > 40 && x < WIDTH - 60 && y < HEIGHT - 40;
        })
        .slice(0, count);
    },
    screen: (index) => contest.screen(index),
    hovers() {
      const found = hovered;
      hovered = [];
      return found;
    },
    labels: () => contest.labels?.(),
    focus: (index) => contest.focus?.(index),
  };
};
