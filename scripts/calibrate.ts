import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createExtractor } from '../server/extract/extract.ts';
import { readArticles, readSentences } from '../server/extract/measure/corpus.ts';
import { examplesOf } from '../server/extract/measure/examples.ts';
import { fitConfidence } from '../server/extract/measure/fit-confidence.ts';
import { loadParser } from '../server/language/load-parser.ts';

const CORPUS = fileURLToPath(new URL('../test/extract/corpus', import.meta.url));
const TARGET = fileURLToPath(new URL('../server/extract/qualify/confidence.json', import.meta.url));

const examples = examplesOf(createExtractor(loadParser()), readSentences(CORPUS), readArticles(CORPUS));
const model = fitConfidence(examples);
writeFileSync(TARGET, `${JSON.stringify(model, null, 2)}\n`);
const right = examples.filter((example) => example.right).length;
process.stderr.write(`${examples.length} claims of the corpus, ${right} right; weights written to ${TARGET}\n`);
