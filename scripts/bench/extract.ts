/**
 * Words a second of the whole of extraction beside the parser alone and, where a Python with spaCy is found, spaCy's
 * `nlp.pipe`; and of a batch on one worker and on two. `tsx scripts/bench/extract.ts`, or `npm run bench -- extract`.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Article } from '../../graph-schema/article.ts';
import { articleId } from '../../graph-schema/ids.ts';
import { createExtractor } from '../../server/extract/extract.ts';
import { createPool } from '../../server/ingest/pool.ts';
import { loadParser } from '../../server/language/load-parser.ts';
import { LOAD_MODEL, ONE_THREAD, spacyPython } from '../language/spacy-environment.ts';
import { recombinedArticles } from './recombined-articles.ts';

const ARTICLES = 300;
const WORDS = 300;
const WARM_UP = 100;

const PIPE = `
import json, sys, time
${LOAD_MODEL}
texts = json.load(open(sys.argv[1])); warm = int(sys.argv[2])
list(nlp.pipe(texts[:warm])); t = time.process_time(); n = sum(len(d) for d in nlp.pipe(texts[warm:])); print(time.process_time() - t)
`;

const wordsOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);

const processor = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const spacySeconds = (texts: readonly string[]): number | undefined => {
  try {
    const python = spacyPython();
    const file = join(tmpdir(), `entente-bench-${process.pid}.json`);
    writeFileSync(file, JSON.stringify(texts));
    const answer = execFileSync(python, ['-c', PIPE, file, String(WARM_UP)], {
      env: { ...process.env, ...ONE_THREAD },
    });
    return Number(answer.toString().trim());
  } catch {
    return undefined;
  }
};

const onThreads = async (articles: readonly Article[], size: number): Promise<number> => {
  const pool = createPool({ size });
  await Promise.all(articles.slice(0, WARM_UP).map((article) => pool.read(article)));
  const began = performance.now();
  await Promise.all(articles.slice(WARM_UP).map((article) => pool.read(article)));
  const seconds = (performance.now() - began) / 1000;
  await pool.close();
  return seconds;
};

/** Prints the figures as Markdown tables. */
export async function run(): Promise<void> {
  const texts = recombinedArticles(ARTICLES, WORDS).map(({ text }) => text);
  const articles = texts.map((text): Article => ({ id: articleId(text), text, published: '2018-06-01' }));
  const measured = texts.slice(WARM_UP);
  const words = wordsOf(measured);
  const parser = loadParser();
  const extractor = createExtractor(parser);
  for (const article of articles.slice(0, WARM_UP)) extractor.extract(article);
  const parsing = processor(() => {
    for (const text of measured) parser.parse(text);
  });
  const extracting = processor(() => {
    for (const article of articles.slice(WARM_UP)) extractor.extract(article);
  });
  const spacy = spacySeconds(texts);
  const line = (name: string, seconds: number): string =>
    `| ${name} | ${Math.round(words / seconds)} | ${spacy ? (spacy / seconds).toFixed(2) : '–'} |`;
  console.log('| seconds of the processor, one thread | words/s | × spaCy |\n|---|---|---|');
  console.log(line('parser alone', parsing));
  console.log(line('whole extraction', extracting));
  if (spacy) console.log(line('spaCy nlp.pipe', spacy));
  else console.log('| spaCy nlp.pipe | no Python with spaCy found | – |');
  const one = await onThreads(articles, 1);
  const two = await onThreads(articles, 2);
  console.log(
    `\nBatch on workers (${cpus().length} cores): one ${Math.round(words / one)} words/s, two ${Math.round(words / two)} words/s, ${(one / two).toFixed(2)} ×`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await run();
