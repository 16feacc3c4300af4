/**
 * Words a second of the linguistic engine and of spaCy's own `nlp.pipe`: the same weights, one thread each, the same
 * texts in turns, no text twice. `tsx scripts/bench/language.ts`, or `npm run bench` with all others.
 */
import { pathToFileURL } from 'node:url';
import { loadParser } from '../../server/language/load-parser.ts';
import { publicDomainPassages, spacyPython } from '../language/spacy-environment.ts';
import { type Seconds, startSpacy } from '../language/spacy-process.ts';

/** Words of a text, texts of a round, rounds; the first rounds warm both up and are told apart. */
const WORDS = 300;
const TEXTS = 40;
const ROUNDS = 16;
const WARM_UP = 2;

interface Round {
  readonly words: number;
  readonly ours: Seconds;
  readonly theirs: Seconds;
}

export async function run(): Promise<void> {
  let python: string;
  try {
    python = spacyPython();
  } catch (error) {
    console.log(`language: skipped, no Python with spaCy: ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  const texts = publicDomainPassages(WORDS);
  const spacy = await startSpacy(python);
  const memoryBefore = process.memoryUsage().rss;
  const began = performance.now();
  const parser = loadParser();
  const ready = performance.now() - began;

  const rounds: Round[] = [];
  let tokens = 0;
  let theirTokens = 0;
  for (let i = 0; i < ROUNDS; i++) {
    const batch = texts.slice(i * TEXTS, (i + 1) * TEXTS);
    const words = batch.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
    const theirs = await spacy.time(batch);
    theirTokens += theirs.tokens;
    const start = performance.now();
    const used = process.cpuUsage();
    for (const text of batch) tokens += parser.parse(text).tokens.length;
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(used);
    rounds.push({ words, ours: { seconds, processor: (user + system) / 1e6 }, theirs });
  }
  const theirMemory = spacy.stop();
  if (tokens !== theirTokens) throw new Error(`${tokens} tokens, spaCy ${theirTokens}: not the same work`);

  console.log(`language: ${tokens} tokens; texts of ${WORDS} words, ${TEXTS} a round, one thread each, in turns`);
  report('first rounds, by the clock', rounds.slice(0, WARM_UP), 'seconds');
  report('then, by the clock', rounds.slice(WARM_UP), 'seconds');
  report('then, by processor time', rounds.slice(WARM_UP), 'processor');
  const ratios = rounds.slice(WARM_UP).map(({ ours, theirs }) => theirs.processor / ours.processor);
  ratios.sort((a, b) => a - b);
  console.log(`  ratios of the rounds, by processor time: ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')}`);
  const grown = (process.memoryUsage().rss - memoryBefore) / 1e6;
  console.log(
    `  ready in ${ready.toFixed(0)} ms (spaCy ${(spacy.ready * 1000).toFixed(0)} ms); ` +
      `memory ${grown.toFixed(0)} MB, process ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB (spaCy ${theirMemory.toFixed(0)} MB)`,
  );
}

function report(name: string, rounds: readonly Round[], by: keyof Seconds): void {
  const sum = (of: (round: Round) => number): number => rounds.reduce((total, round) => total + of(round), 0);
  const words = sum((round) => round.words);
  const ours = words / sum((round) => round.ours[by]);
  const theirs = words / sum((round) => round.theirs[by]);
  console.log(
    `  ${name}: ${words} words; ${ours.toFixed(0)} words/s, spaCy ${theirs.toFixed(0)} words/s, ratio ${(ours / theirs).toFixed(2)}`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await run();
