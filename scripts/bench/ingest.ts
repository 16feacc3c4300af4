import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOAD_MODEL } from '../language/spacy-environment.ts';
import { recombinedArticles } from './articles/recombined-articles.ts';

const PROGRAM = fileURLToPath(new URL('../entente.mjs', import.meta.url));
const ARTICLES = Number(process.env.BENCH_ARTICLES ?? 1000);
const WORDS = 500;

interface Measured {
  readonly seconds: number;
  /** Processor time of the process and its threads, s. */
  readonly processor: number;
  /** Highest resident memory, MB. */
  readonly memory: number;
  readonly output: string;
}

/** Highest resident memory and processor time of a process, from /proc. */
const watch = (pid: number) => {
  let memory = 0;
  let processor = 0;
  const look = (): void => {
    try {
      memory = Math.max(
        memory,
        Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
      );
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      processor = (Number(fields[11]) + Number(fields[12])) / 100;
    } catch {
      // it has ended
    }
  };
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    return { memory, processor };
  };
};

const measure = (command: string, args: readonly string[], env: Record<string, string>): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
    const stop = watch(child.pid!);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.once('close', (status) => {
      const seen = stop();
      if (status !== 0) reject(new Error(`${command} ended with ${status}`));
      else resolve({ seconds: (performance.now() - started) / 1000, output, ...seen });
    });
  });

const SPACY = `
import json, sys, time
${LOAD_MODEL}
texts = [json.loads(line)['text'] for line in open(sys.argv[1], encoding='utf8')]
started = time.perf_counter()
words = sum(len(doc) for doc in nlp.pipe(texts))
print(json.dumps({'seconds': time.perf_counter() - started, 'tokens': words}))
`;

const python = (): string | undefined =>
  [process.env.SPACY_PYTHON, fileURLToPath(new URL('../../.venv/language/bin/python', import.meta.url))].find(
    (path): path is string => path !== undefined && existsSync(path),
  );

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
      const extract = [PROGRAM, 'extract', '--quiet', '--threads', String(threads), file];
      show(`extract alone, ${threads} thread${threads > 1 ? 's' : ''}`, await measure(process.execPath, extract, {}));
    }
    const interpreter = python();
    if (!interpreter) console.log('spaCy: not measured (set SPACY_PYTHON to a Python with spaCy and en_core_web_sm)');
    else {
      const spacy = await measure(interpreter, ['-c', SPACY, file], {});
      const { seconds, tokens } = JSON.parse(spacy.output) as { seconds: number; tokens: number };
      show('spaCy nlp.pipe, parse only', spacy);
      console.log(`  of which parsing ${seconds.toFixed(1)} s, ${tokens} tokens`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await run();
