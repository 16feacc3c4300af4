import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { foundPython } from '../language/spacy-environment.ts';
import { recombinedArticles } from './articles/recombined-articles.ts';
import { EXTRACT, type Measured, measure, PARSE_WITH_SPACY, PROGRAM } from './measured/process.ts';

const ARTICLES = Number(process.env.BENCH_ARTICLES ?? 1000);
const WORDS = 500;

const show = (what: string, { seconds, processor, memory }: Measured): void =>
  console.log(
    `${what.padEnd(44)} ${seconds.toFixed(1).padStart(7)} s ${processor.toFixed(1).padStart(7)} s of processor ${memory.toFixed(0).padStart(6)} MB`,
  );

/**
 * A thousand articles of 500 words, recombined from the samples, into the embedded store (and Neo4j where NEO4J_URI is
 * set), beside spaCy's nlp.pipe that only parses the same texts (where SPACY_PYTHON names a Python with spaCy).
 */
export const run = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  try {
    const file = join(folder, 'articles.jsonl');
    const articles = recombinedArticles(ARTICLES, WORDS);
    writeFileSync(file, articles.map((article) => `${JSON.stringify(article)}\n`).join(''));
    const words = articles.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
    console.log(`${ARTICLES} articles, ${words} words`);
    const ingest = [PROGRAM, 'ingest', '--quiet', '--json', file];
    const embedded = await measure(process.execPath, ingest, { NEO4J_URI: '', DATA_FILE: join(folder, 'e.sqlite') });
    show('whole pipeline into the embedded store', embedded);
    if (process.env.NEO4J_URI)
      show(
        'whole pipeline into Neo4j',
        await measure(process.execPath, ingest, { DATA_FILE: join(folder, 'n.sqlite') }),
      );
    for (const threads of [1, 2]) {
      const extract = [...EXTRACT, '--threads', String(threads), file];
      show(`extract alone, ${threads} thread${threads > 1 ? 's' : ''}`, await measure(process.execPath, extract, {}));
    }
    const interpreter = foundPython();
    if (!interpreter) console.log('spaCy: not measured (set SPACY_PYTHON to a Python with spaCy and en_core_web_sm)');
    else {
      const spacy = await measure(interpreter, ['-c', PARSE_WITH_SPACY, file], {});
      const { seconds, tokens } = JSON.parse(spacy.output) as { seconds: number; tokens: number };
      show('spaCy nlp.pipe, parse only', spacy);
      console.log(`  of which parsing ${seconds.toFixed(1)} s, ${tokens} tokens`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await run();
