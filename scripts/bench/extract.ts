/**
 * Words a second of the whole of extraction beside the parser alone and, where a Python with spaCy is found, spaCy's
 * `nlp.pipe`, in turns on the same texts; and of a batch on one worker and on two. `tsx scripts/bench/extract.ts`, or
 * `npm run bench -- extract`.
 */
import { cpus } from 'node:os';
import { pathToFileURL } from 'node:url';
import type { Article } from '../../graph-schema/article.ts';
import { articleId } from '../../graph-schema/ids.ts';
import { createExtractor } from '../../server/extract/extract.ts';
import { createPool, type Pool } from '../../server/ingest/pool.ts';
import { loadParser } from '../../server/language/load-parser.ts';
import { spacyPython } from '../language/spacy-environment.ts';
import { type Spacy, startSpacy } from '../language/spacy-process.ts';
import { recombinedArticles } from './articles/recombined-articles.ts';

const ARTICLES = 300;
const WORDS = 300;
/** Articles read first, to warm all up, and articles of a round. */
const WARM_UP = 100;
const ROUND = 20;

const wordsOf = (articles: readonly Article[]): number =>
  articles.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);

/** Seconds of the processor, all threads of the process together. */
const processor = async (work: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const roundsOf = (articles: readonly Article[]): readonly (readonly Article[])[] =>
  Array.from({ length: Math.floor(articles.length / ROUND) }, (_, i) => articles.slice(i * ROUND, (i + 1) * ROUND));

const spacyIfThere = async (): Promise<Spacy | undefined> => {
  try {
    return await startSpacy(spacyPython());
  } catch {
    return undefined;
  }
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;

/** One thread each, in turns round by round, so that whatever else the machine does falls on all. */
const onOneThread = async (articles: readonly Article[]): Promise<void> => {
  const parser = loadParser();
  const extractor = createExtractor(parser);
  const spacy = await spacyIfThere();
  for (const article of articles.slice(0, WARM_UP)) extractor.extract(article);
  await spacy?.time(articles.slice(0, WARM_UP).map(({ text }) => text));
  const took: { parsing: number; extracting: number; spacy: number }[] = [];
  for (const round of roundsOf(articles.slice(WARM_UP)))
    took.push({
      parsing: await processor(() => round.map(({ text }) => parser.parse(text))),
      extracting: await processor(() => round.map(extractor.extract)),
      spacy: spacy ? (await spacy.time(round.map(({ text }) => text))).processor : Number.NaN,
    });
  spacy?.stop();
  const words = wordsOf(articles.slice(WARM_UP));
  console.log('| one thread, processor time | words/s | × spaCy, median of the rounds |\n|---|---|---|');
  for (const [name, of] of [
    ['parser alone', 'parsing'],
    ['whole extraction', 'extracting'],
    ['spaCy nlp.pipe', 'spacy'],
  ] as const) {
    const ratio = median(took.map((round) => round.spacy / round[of]));
    const told = spacy || of !== 'spacy';
    console.log(
      `| ${name} | ${told ? Math.round(words / sum(took.map((round) => round[of]))) : 'not found'} | ${spacy ? ratio.toFixed(2) : '–'} |`,
    );
  }
};

/** One worker and two, in turns, by the clock and by processor time. */
const onWorkers = async (articles: readonly Article[]): Promise<void> => {
  const pools = [1, 2].map((size): Pool => createPool({ size }));
  const read = (pool: Pool, some: readonly Article[]) => Promise.all(some.map((article) => pool.read(article)));
  for (const pool of pools) for (let i = 0; i < 2; i++) await read(pool, articles.slice(0, WARM_UP));
  const clock: [number[], number[]] = [[], []];
  const used: [number[], number[]] = [[], []];
  for (const round of roundsOf(articles.slice(WARM_UP)))
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
  await onOneThread(articles);
  await onWorkers(articles);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await run();
