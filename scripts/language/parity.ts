/**
 * Compares our parses with spaCy's: tsx scripts/language/parity.ts REFERENCE.jsonl … [--model FOLDER] [--kernel js]
 * [--show 20]. Make references with reference.py; make an fp32 model with convert.ts --fp32.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadParser } from '../../server/language/load-parser.ts';
import { ASPECTS, type Aspect, compareParse, type ReferenceParse } from './compare-parse.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { model: { type: 'string' }, kernel: { type: 'string' }, show: { type: 'string', default: '0' } },
});
const kernel = values.kernel === 'js' ? 'js' : 'wasm';
const parser = loadParser({ kernel, ...(values.model === undefined ? {} : { model: values.model }) });

for (const path of positionals) {
  const different: Record<Aspect, number> = Object.fromEntries(
    [...ASPECTS, 'entity'].map((aspect) => [aspect, 0]),
  ) as Record<Aspect, number>;
  const shown: string[] = [];
  let texts = 0;
  let words = 0;
  let tokens = 0;
  let entities = 0;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    const reference: ReferenceParse = JSON.parse(line);
    texts++;
    words += reference.text.split(/\s+/).filter(Boolean).length;
    tokens += reference.words.length;
    entities += reference.entities.length;
    for (const { aspect, at, ours, theirs } of compareParse(parser.parse(reference.text), reference)) {
      different[aspect]++;
      const context = reference.words.slice(Math.max(0, at - 3), at + 4).join('|');
      shown.push(`  ${aspect} ${at}: ours ${ours}, spaCy ${theirs}, in ${context}`);
    }
  }
  console.log(`${path}: ${texts} texts, ${words} words, ${tokens} tokens, ${entities} entities`);
  for (const aspect of ASPECTS)
    console.log(
      `  ${aspect.padEnd(9)} ${(100 * (1 - different[aspect] / tokens)).toFixed(3)} % (${different[aspect]})`,
    );
  console.log(`  entity    ${different.entity} found by one side only`);
  for (const line of shown.slice(0, Number(values.show))) console.log(line);
}
