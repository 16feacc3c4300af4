import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Aspect, compareParse, type ReferenceParse } from '../../scripts/language/compare-parse.ts';
import { modelWheel, ONE_THREAD, publicDomainPassages, spacyPython } from '../../scripts/language/spacy-environment.ts';
import { loadParser } from '../../server/language/load-parser.ts';

const script = (name: string): string => fileURLToPath(new URL(`../../scripts/language/${name}`, import.meta.url));

describe('parity with spaCy over public-domain text (needs python3 with venv and pip)', function () {
  this.timeout(1_800_000);
  const folder = mkdtempSync(join(tmpdir(), 'language-parity-'));
  let references: readonly ReferenceParse[] = [];
  let tokens = 0;

  before(function () {
    try {
      execFileSync('python3', ['-c', 'import venv, ensurepip']);
    } catch {
      console.log('      no python3 with venv here');
      this.skip();
    }
    const python = spacyPython();
    const texts = join(folder, 'texts.txt');
    const passages = publicDomainPassages(300).slice(-100);
    writeFileSync(texts, passages.map((text) => `${JSON.stringify(text)}\n`).join(''));
    const output = join(folder, 'reference.jsonl');
    execFileSync(python, [script('reference.py'), texts, output], { env: { ...process.env, ...ONE_THREAD } });
    references = readFileSync(output, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    tokens = references.reduce((sum, { words }) => sum + words.length, 0);
    const words = passages.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
    assert.ok(words > 20_000, `${words} words`);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  function differences(model?: string): Readonly<Record<Aspect, number>> {
    const parser = loadParser(model === undefined ? {} : { model });
    const counts = { word: 0, start: 0, tag: 0, part: 0, lemma: 0, head: 0, label: 0, sentence: 0, entity: 0 };
    for (const reference of references)
      for (const { aspect } of compareParse(parser.parse(reference.text), reference)) counts[aspect]++;
    return counts;
  }

  it('is exact with fp32 weights', () => {
    const model = join(folder, 'model');
    execFileSync(process.execPath, ['--import', 'tsx', script('convert.ts'), modelWheel(folder), model, '--fp32']);
    const counts = differences(model);
    assert.ok(
      Object.values(counts).every((count) => count === 0),
      JSON.stringify(counts),
    );
  });

  it('is at least 99.95 % with the committed halves', () => {
    const counts = differences();
    console.log(`      of ${tokens} tokens differ: ${JSON.stringify(counts)}`);
    assert.equal(counts.word + counts.start, 0);
    for (const count of Object.values(counts)) assert.ok(count <= 0.0005 * tokens, JSON.stringify(counts));
  });
});
