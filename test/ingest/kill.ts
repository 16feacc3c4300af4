import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import seedrandom from 'seedrandom';
import { recombinedArticles } from '../../scripts/bench/articles/recombined-articles.ts';
import { openStore } from '../../server/store/open-store.ts';

const PROGRAM = fileURLToPath(new URL('../../scripts/entente.mjs', import.meta.url));

/** Environment of a run: its own data, and Neo4j where given. */
type Environment = Readonly<Record<string, string>>;

const run = (environment: Environment, ...args: string[]): ChildProcess =>
  spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, LOG_LEVEL: 'error', THREADS: '2', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('close', (status) => resolve(status)));

/** JSON with the keys of every object in order: stores differ in the order in which they give them. */
const inKeyOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  );

/** Digest of everything in a store, whichever it is: readings without the time of reading, nodes and edges. */
export const digestOf = async (environment: Environment): Promise<{ digest: string; articles: number }> => {
  const store = await openStore({ ...process.env, ...environment });
  try {
    const pieces: string[] = [];
    for await (const { article, ...rest } of store.readings()) {
      const { retrieved: _, ...kept } = article;
      pieces.push(inKeyOrder([kept, rest]));
    }
    const articles = pieces.length;
    for await (const piece of store.stream()) pieces.push(inKeyOrder(piece));
    const hash = createHash('sha256');
    for (const piece of pieces.sort()) hash.update(piece);
    return { digest: hash.digest('hex'), articles };
  } finally {
    await store.close();
  }
};

export interface KillPlan {
  readonly articles: number;
  readonly words: number;
  readonly kills: number;
  readonly seed: string;
  /** Longest wait before a kill, in ms. */
  readonly within: number;
}

/** Texts, a folder for them, and what an undisturbed run makes of them. */
export const prepare = async (plan: KillPlan) => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-kill-'));
  const file = join(folder, 'articles.jsonl');
  const articles = recombinedArticles(plan.articles, plan.words, plan.seed);
  writeFileSync(file, articles.map((article) => `${JSON.stringify(article)}\n`).join(''));
  const calm: Environment = { NEO4J_URI: '', DATA_FILE: join(folder, 'calm', 'entente.sqlite') };
  const status = await ingestOnce(file, calm);
  if (status !== 0) throw new Error(`the undisturbed run ended with ${status}`);
  return {
    folder,
    file,
    articles,
    wanted: await digestOf(calm),
    clean: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** Ingests by the command line, undisturbed; the exit code. */
export const ingestOnce = (file: string, environment: Environment): Promise<number | null> =>
  ended(run(environment, 'ingest', '--quiet', file));

/** Ingests by the command line, killing it at random moments; the same command goes on each time. Returns the kills that hit. */
export const killCommandLine = async (file: string, environment: Environment, plan: KillPlan): Promise<number> => {
  const random = seedrandom(`${plan.seed} command line`);
  let hits = 0;
  for (;;) {
    const child = run(environment, 'ingest', '--quiet', file);
    const end = ended(child);
    if (hits < plan.kills) {
      const wait = 200 + random() * plan.within;
      const finished = await Promise.race([end.then(() => true), sleep(wait, false)]);
      if (!finished) {
        child.kill('SIGKILL');
        await end;
        hits++;
        continue;
      }
    }
    const status = await end;
    if (status !== 0) throw new Error(`the last run ended with ${status}`);
    return hits;
  }
};

/** Starts the server and waits for its address. */
const startServer = async (environment: Environment): Promise<{ child: ChildProcess; address: string }> => {
  const child = run({ ...environment, PORT: '0', LOG_LEVEL: 'info' }, 'serve');
  let log = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      const found = /"address":"(http[^"]+)"/.exec(log);
      if (found) resolve(found[1]!);
    });
    child.once('close', (status) => reject(new Error(`the server ended with ${status}: ${log}`)));
  });
  return { child, address };
};

/** Gives a job to the server and kills it at random moments; each start goes on with the queue. Returns the kills that hit. */
export const killServer = async (
  articles: readonly object[],
  environment: Environment,
  plan: KillPlan,
): Promise<number> => {
  const random = seedrandom(`${plan.seed} server`);
  let hits = 0;
  let job: string | undefined;
  for (;;) {
    const { child, address } = await startServer(environment);
    const end = ended(child);
    if (job === undefined) {
      const body = JSON.stringify({ articles });
      const answer = await fetch(`${address}api/jobs`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const created = (await answer.json()) as { id?: string; detail?: string };
      if (!created.id) throw new Error(created.detail);
      job = created.id;
    }
    const until = hits < plan.kills ? performance.now() + 200 + random() * plan.within : Number.POSITIVE_INFINITY;
    for (;;) {
      const { state, failed } = (await (await fetch(`${address}api/jobs/${job}`)).json()) as {
        state: string;
        failed: number;
      };
      if (failed > 0) throw new Error(`${failed} articles failed`);
      if (state === 'done') {
        child.kill('SIGTERM');
        const status = await end;
        if (status !== 0) throw new Error(`the server did not stop in order: ${status}`);
        return hits;
      }
      if (performance.now() > until) break;
      await sleep(20);
    }
    child.kill('SIGKILL');
    await end;
    hits++;
  }
};
