/**
 * Words a second of the whole of extraction beside the parser alone and, where a Python with spaCy is found, spaCy's
 * `nlp.pipe`, in turns on the same texts; and of a batch on one worker and on two. It measures the program as `npm run
 * build` makes it, and makes it first. `tsx scripts/bench/extract.ts`, or `npm run bench -- extract`.
 */
import { cpus } from 'node:os';
import { pathToFileURL } from 'node:url';
import type { Article } from '../../graph-schema/article.ts';
import { articleId } from '../../graph-schema/ids.ts';
import { createPool, type Pool } from '../../server/ingest/pool.ts';
import { loadParser } from '../../server/language/load-parser.ts';
import { buildProgram } from '../build-program.ts';
import { spacyPython } from '../language/spacy-environment.ts';
import { type Spacy, startSpacy } from '../language/spacy-process.ts';
import { recombinedArticles } from './articles/recombined-articles.ts';

const ARTICLES = 600;
const WORDS = 300;
/** Articles in which the runtime still compiles much of what it runs; they are told apart. */
const WARM_UP = 300;
/** Articles of a round, one thread after the other, and one pool after the other. */
const ROUND = 20;
const BATCH = 60;

const wordsOf = (articles: readonly Article[]): number =>
  articles.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);

/** Seconds of the processor, all threads of the process together. */
const processor = async (work: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const roundsOf = (articles: readonly Article[], size: number): readonly (readonly Article[])[] =>
  Array.from({ length: Math.floor(articles.length / size) }, (_, i) => articles.slice(i * size, (i + 1) * size));

/** The extractor of the built program; the loader that runs this script adds calls to the functions of the sources. */
const builtExtractor = async () => {
  const file = new URL('../../dist/program/load-extractor.js', import.meta.url).href;
  const { loadExtractor } = (await import(file)) as typeof import('../../server/ingest/load-extractor.ts');
  return loadExtractor();
};

const spacyIfThere = async (): Promise<Spacy | undefined> => {
  try {
    return await startSpacy(spacyPython());
  } catch {
    return undefined;
  }
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;

interface Round {
  readonly words: number;
  readonly parsing: number;
  readonly extracting: number;
  readonly spacy: number;
}

/** One thread each, in turns round by round, so that whatever else the machine does falls on all. */
const onOneThread = async (articles: readonly Article[]): Promise<void> => {
  const parser = loadParser();
  const extractor = await builtExtractor();
  const spacy = await spacyIfThere();
  const rounds: Round[] = [];
  for (const round of roundsOf(articles, ROUND))
    rounds.push({
      words: wordsOf(round),
      parsing: await processor(() => round.map(({ text }) => parser.parse(text))),
      extracting: await processor(() => round.map(extractor.extract)),
      spacy: spacy ? (await spacy.time(round.map(({ text }) => text))).processor : Number.NaN,
    });
  spacy?.stop();
  report(`first ${WARM_UP} articles`, rounds.slice(0, WARM_UP / ROUND));
  report(`next ${articles.length - WARM_UP}`, rounds.slice(WARM_UP / ROUND));
};

const report = (which: string, rounds: readonly Round[]): void => {
  const words = sum(rounds.map((round) => round.words));
  console.log(
    `\n| ${which}, one thread, processor time | words/s | × spaCy, median of the rounds (least–most) |\n|---|---|---|`,
  );
  for (const [name, of] of [
    ['parser alone', 'parsing'],
    ['whole extraction', 'extracting'],
    ['spaCy nlp.pipe', 'spacy'],
  ] as const) {
    const rate = words / sum(rounds.map((round) => round[of]));
    const ratios = rounds.map((round) => round.spacy / round[of]).sort((a, b) => a - b);
    const told = `${median(ratios).toFixed(2)} (${ratios[0]!.toFixed(2)}–${ratios.at(-1)!.toFixed(2)})`;
    console.log(`| ${name} | ${Number.isNaN(rate) ? 'not found | –' : `${Math.round(rate)} | ${told}`} |`);
  }
};

/** One worker and two, in turns, by the clock and by processor time. */
const onWorkers = async (articles: readonly Article[]): Promise<void> => {
  const pools = [1, 2].map((size): Pool => createPool({ size }));
  const read = (pool: Pool, some: readonly Article[]) => Promise.all(some.map((article) => pool.read(article)));
  for (const pool of pools) for (let i = 0; i < pool.size; i++) await read(pool, articles.slice(0, WARM_UP));
  const clock: [number[], number[]] = [[], []];
  const used: [number[], number[]] = [[], []];
  for (const round of roundsOf(articles.slice(WARM_UP), BATCH))
    for (const [i, pool] of pools.entries()) {
      const began = performance.now();
      used[i]!.push(await processor(() => read(pool, round)));
      clock[i]!.push((performance.now() - began) / 1000);
    }
  for (const pool of pools) await pool.close();
  const words = wordsOf(articles.slice(WARM_UP));
  const rate = (seconds: readonly number[]): number => Math.round(words / sum(seconds));
  const faster = median(clock[0].map((seconds, round) => seconds / clock[1][round]!));
  console.log(
    `\nBatch on workers (${cpus().length} cores), words/s: one ${rate(clock[0])}, two ${rate(clock[1])}, median of the rounds ${faster.toFixed(2)} ×; by processor time one ${rate(used[0])}, two ${rate(used[1])}`,
  );
};

/** Prints the figures. */
export async function run(): Promise<void> {
  const articles = recombinedArticles(ARTICLES, WORDS).map(
    ({ text }): Article => ({ id: articleId(text), text, published: '2018-06-01' }),
  );
  await buildProgram();
  await onOneThread(articles);
  await onWorkers(articles);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await run();
