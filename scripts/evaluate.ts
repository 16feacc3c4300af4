import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createExtractor } from '../server/extract/extract.ts';
import { readArticles, readSentences } from '../server/extract/measure/corpus.ts';
import { readEventCoded } from '../server/extract/measure/event-coded.ts';
import { calibrationTable, table } from '../server/extract/measure/figures.ts';
import { measureArticles, measureEventCoded, measureSentences } from '../server/extract/measure/measure.ts';
import { loadParser } from '../server/language/load-parser.ts';

const CORPUS = fileURLToPath(new URL('../test/extract/corpus', import.meta.url));
const print = (text: string): void => {
  process.stdout.write(`${text}\n\n`);
};

const extractor = createExtractor(loadParser());
const path = process.argv[2];
if (path) {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'dev.jsonl') : path;
  if (!existsSync(file)) {
    process.stderr.write(`evaluate: no file ${file}; give a JSON-lines file of event-coded sentences or its folder\n`);
    process.exit(2);
  }
  const { tuples, pairs, byClass, judged } = measureEventCoded(extractor, readEventCoded(file));
  print(`# Event-coded sentences: ${file}`);
  print(
    table(
      'tuples',
      new Map([
        ['source, class, target', tuples],
        ['source, target', pairs],
      ]),
    ),
  );
  print(table('class', byClass));
  print('Calibration (one pair a sentence is coded there: right is a lower bound)');
  print(calibrationTable(judged));
} else {
  const sentences = measureSentences(extractor, readSentences(CORPUS));
  print('# Sentences of our own');
  print(table('whole', new Map([['all relations', sentences.whole]])));
  print(table('family', sentences.byFamily));
  print(table('relation', sentences.byRelation));
  print(table('phenomenon', sentences.byPhenomenon));
  print(table('of the right ones', sentences.details));
  print('Calibration');
  print(calibrationTable(sentences.judged));
  const articles = measureArticles(extractor, readArticles(CORPUS));
  print('# Articles of our own');
  print(table('whole', new Map([['all relations', articles.whole]])));
  print(table('relation', articles.byRelation));
  print(table('of the right ones', articles.details));
  print(calibrationTable(articles.judged));
}
