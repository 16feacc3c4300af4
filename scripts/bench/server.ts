import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { recombinedArticles } from './articles/recombined-articles.ts';
import { startServer } from './served/running-server.ts';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 60);
const CLIENTS = 100;

const start = async (folder: string) => {
  const server = await startServer({ DATA_FILE: join(folder, 'entente.sqlite') });
  const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))![1]) / 1024;
  return { ...server, memory };
};

const job = async (address: string, from: number, to: number): Promise<string> => {
  const articles = recombinedArticles(to, 500).slice(from);
  const answer = await fetch(`${address}api/jobs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ articles }),
  });
  return ((await answer.json()) as { id: string }).id;
};

const done = async (address: string, id: string): Promise<boolean> =>
  ((await (await fetch(`${address}api/jobs/${id}`)).json()) as { state: string }).state === 'done';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** A small call every 50 ms while articles are read: how responsive the page stays. */
const whileReading = async (address: string): Promise<void> => {
  const id = await job(address, 200, 500);
  const times: number[] = [];
  for (let round = 0; !(round % 20 === 0 && (await done(address, id))); round++) {
    const begun = performance.now();
    await (await fetch(`${address}api/search?q=putin`)).arrayBuffer();
    times.push(performance.now() - begun);
    await pause(50);
  }
  console.log(
    `while 300 articles are read: ${times.length} calls, median ${percentile(times, 0.5).toFixed(1)} ms, 95th ${percentile(times, 0.95).toFixed(1)} ms`,
  );
};

/** A hundred clients reading at once, and the time of a small call while articles are read. */
export const run = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  const server = await start(folder);
  try {
    const first = await job(server.address, 0, 200);
    while (!(await done(server.address, first))) await pause(500);
    await whileReading(server.address);
    const before = server.memory();
    for (const [what, path] of [
      ['search', 'api/search?q=putin'],
      ['neighbourhood', 'api/nodes/country%3ARUS/neighbourhood?limit=50'],
    ] as const) {
      const result = await autocannon({
        url: server.address + path,
        connections: CLIENTS,
        duration: SECONDS / 2,
        // as browsers ask
        headers: { 'accept-encoding': 'gzip' },
      });
      console.log(
        `${what.padEnd(14)} ${CLIENTS} clients, ${SECONDS / 2} s: ${result.requests.average.toFixed(0)} a second, median ${result.latency.p50} ms, 99th ${result.latency.p99} ms, ${result.errors + result.timeouts + result.non2xx} errors`,
      );
    }
    console.log(`memory ${before.toFixed(0)} MB before, ${server.memory().toFixed(0)} MB after`);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await run();
