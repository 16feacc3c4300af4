import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildProgram } from '../build-program.ts';
import { foundPython } from '../language/spacy-environment.ts';
import { recombinedArticles } from './articles/recombined-articles.ts';
import { EXTRACT, measure, PARSE_WITH_SPACY } from './measured/process.ts';

const ARTICLES = Number(process.env.BENCH_ARTICLES ?? 2000);
const WORDS = 500;
/** Articles that spaCy parses: its rate does not change with more. */
const FOR_SPACY = 600;

/** Confines a command to the first cores of the machine, runtime's helpers and all (taskset of util-linux). */
const onCores = (cores: number, command: string, args: readonly string[]) =>
  measure('taskset', ['-c', `0-${cores - 1}`, command, ...args], {});

/**
 * The whole of extraction over a batch on one core and on two, start and compiling included, and beside it spaCy's
 * nlp.pipe, which only parses, on one core. Linux only.
 */
export const run = async (): Promise<void> => {
  await buildProgram();
  const folder = mkdtempSync(join(tmpdir(), 'entente-cores-'));
  try {
    const articles = recombinedArticles(ARTICLES, WORDS);
    const write = (name: string, some: readonly object[]): string => {
      const file = join(folder, name);
      writeFileSync(file, some.map((article) => `${JSON.stringify(article)}\n`).join(''));
      return file;
    };
    const wordsOf = (some: typeof articles): number =>
      some.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
    const file = write('articles.jsonl', articles);
    const rates: number[] = [];
    for (const cores of [1, 2]) {
      const extract = [...EXTRACT, '--threads', String(cores), file];
      const { seconds, processor } = await onCores(cores, process.execPath, extract);
      rates.push(wordsOf(articles) / seconds);
      console.log(
        `whole extraction, ${cores} core${cores > 1 ? 's' : ''}: ${Math.round(rates.at(-1)!)} words/s (${ARTICLES} articles, ${seconds.toFixed(1)} s, ${processor.toFixed(1)} s of processor)`,
      );
    }
    console.log(`two cores beside one: ${(rates[1]! / rates[0]!).toFixed(2)} ×`);
    const python = foundPython();
    if (!python) return console.log('spaCy: not measured (set SPACY_PYTHON to a Python with spaCy and en_core_web_sm)');
    const some = articles.slice(0, FOR_SPACY);
    const spacy = await onCores(1, python, ['-c', PARSE_WITH_SPACY, write('spacy.jsonl', some)]);
    const rate = wordsOf(some) / (JSON.parse(spacy.output) as { seconds: number }).seconds;
    console.log(`spaCy nlp.pipe, one core: ${Math.round(rate)} words/s`);
    console.log(`whole extraction beside it, one core each: ${(rates[0]! / rate).toFixed(2)} ×`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await run();
